"""Handing out files."""

from __future__ import annotations

from flask import Response

from drafting.actions.export_edition import Export


def as_file(export: Export) -> Response:
    """Answer with a file to keep, under its own name (ASCII, from the short name of the text)."""
    response = Response(export.data, content_type=f"{export.media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{export.name}"'
    return response
