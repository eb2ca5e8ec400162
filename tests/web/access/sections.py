"""Who is answered what at the addresses of sections and paragraphs."""

from __future__ import annotations

from tests.web.access_table import MEMBERS, Row, access, among

READERS = access(404, **among((*MEMBERS, "administrator"), 200))
MODERATORS = access(404, **{**among((*MEMBERS, "administrator"), 403), "moderator": 200})

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
    Row(
        "sections.correct",
        args=lambda w: {"statement": w.statement.slug, "section": w.sections[0].key},
        answers=MODERATORS,
    ),
    Row(
        "sections.correct_now",
        "POST",
        args=lambda w: {"statement": w.statement.slug, "section": w.sections[0].key},
        answers=MODERATORS | {"moderator": 409},
    ),
    Row(
        "sections.kind",
        "POST",
        args=lambda w: {"statement": w.statement.slug, "section": w.sections[0].key},
        answers=MODERATORS | {"moderator": 422},
    ),
)
