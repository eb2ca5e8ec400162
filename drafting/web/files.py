"""Handing out files."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response

from drafting.actions.export_edition import Export


def as_file(export: Export) -> Response:
    """Answer with a file to keep, under its own name, from the short name of the text."""
    response = Response(export.data, content_type=f"{export.media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f"attachment; {named(export.name)}"
    return response


def named(name: str) -> str:
    """Say the name of a file; headers are ASCII, so that another script is escaped (RFC 8187)."""
    if name.isascii():
        return f'filename="{name}"'
    ending = name.rpartition(".")[2]
    return f"filename=\"text.{ending}\"; filename*=UTF-8''{quote(name)}"
