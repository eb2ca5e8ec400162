"""Who is answered what at the addresses of the help."""

from __future__ import annotations

from tests.web.access_table import Row, access

ROWS = (
    Row("help.index", answers=access(200)),
    Row("help.show", args=lambda _w: {"name": "words"}, answers=access(200)),
)
