"""Who is answered what at the addresses of questions."""

from __future__ import annotations

from tests.factories.amendments import send_change
from tests.factories.world import World
from tests.web.access_table import MEMBERS, Row, access, among


def asked(world: World) -> None:
    """Let a rapporteur enter a change for Asia, which is asked whether it is right."""
    send_change(world, "rapporteur", group="ASIA")


ROWS = (
    Row(
        "questions.inbox",
        args=lambda _w: {"statement": "dhaka"},
        answers=access(404, **among((*MEMBERS, "administrator"), 200)),
    ),
    Row(
        "questions.read",
        "POST",
        args=lambda _w: {"statement": "dhaka"},
        answers=access(404, **among((*MEMBERS, "administrator"), 303)),
    ),
    Row(
        "questions.respond",
        "POST",
        args=lambda _w: {"statement": "dhaka", "question": 1},
        data=lambda _w: {"answer": "yes", "revision": "1"},
        answers=access(404, sender=303, **among(("writer", "moderator"), 403)),
        prepare=asked,
    ),
)
