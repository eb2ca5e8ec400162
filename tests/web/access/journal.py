"""Who is answered what at the addresses of the record."""

from __future__ import annotations

from tests.web.access_table import Row, access

SLUG = {"statement": "dhaka"}

ROWS = (
    Row("journal.index", args=lambda _w: SLUG, answers=access(200)),
    Row("journal.download", args=lambda _w: SLUG, answers=access(200)),
)
