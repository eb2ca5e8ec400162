"""A source as plain values and back, so that a database row can hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from drafting.errors import N_, BadInput
from drafting.exchange.readers.source import Line, Mark, Source


def source_facts(source: Source) -> dict[str, Any]:
    """Return the source as plain values."""
    return {
        "name": source.name,
        "format": source.format,
        "lines": [asdict(line) for line in source.lines],
    }


def source_from(facts: Mapping[str, Any]) -> Source:
    """Read what `source_facts` gave. Raises: BadInput when it is anything else."""
    try:
        lines = tuple(
            Line(**{**line, "marks": tuple(Mark(**mark) for mark in line["marks"])})
            for line in facts["lines"]
        )
        return Source(facts["name"], facts["format"], lines)
    except (KeyError, TypeError) as error:
        raise BadInput(N_("This source cannot be read.")) from error


def source_digest(source: Source) -> str:
    """Return hexadecimal SHA-256 over the lines as written, one a row."""
    return sha256("\n".join(line.as_written for line in source.lines).encode()).hexdigest()
