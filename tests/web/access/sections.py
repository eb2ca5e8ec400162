"""Who is answered what at the addresses of sections and paragraphs."""

from __future__ import annotations

from tests.web.access_table import MEMBERS, Row, access, among

READERS = access(404, **among((*MEMBERS, "administrator"), 200))

ROWS = (
    Row(
        "sections.paragraph",
        args=lambda w: {"statement": w.statement.slug, "paragraph": w.key(0, 1)},
        answers=READERS,
    ),
    Row(
        "sections.versions",
        args=lambda w: {"statement": w.statement.slug, "section": w.sections[0].key},
        answers=READERS,
    ),
    Row(
        "sections.compare",
        args=lambda w: {"statement": w.statement.slug, "section": w.sections[0].key},
        answers=READERS,
    ),
)
