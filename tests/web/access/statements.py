"""Who is answered what at the addresses of statements."""

from __future__ import annotations

from tests.web.access_table import KINDS, MEMBERS, Row, access, among

SLUG = {"statement": "dhaka"}

ROWS = (
    Row("statements.home", answers=access(303, administrator=200)),
    Row("statements.new", answers=access(404, administrator=200)),
    Row("statements.new", "POST", answers=access(404, administrator=422)),
    Row("statements.show", args=lambda _w: SLUG, answers=access(303)),
    Row(
        "statements.text",
        args=lambda _w: SLUG,
        answers=access(404, **among((*MEMBERS, "administrator"), 200)),
    ),
    Row("statements.who", args=lambda _w: SLUG, answers=among(KINDS, 200)),
)
