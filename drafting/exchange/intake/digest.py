"""The digest by which the record names a source."""

from __future__ import annotations

from hashlib import sha256

from drafting.exchange.readers.source import Source


def source_digest(source: Source) -> str:
    """Return hexadecimal SHA-256 over the lines as written, one a row."""
    return sha256("\n".join(line.as_written for line in source.lines).encode()).hexdigest()
