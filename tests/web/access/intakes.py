"""Who is answered what at the addresses at which a text is brought in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting.actions.bring_in_text import BringInText, bring_in_text
from tests.factories.world import World, without_text
from tests.web.access_table import MEMBERS, Row, access, among

MODERATORS = access(404, **among((*MEMBERS, "administrator"), 403))
SLUG: Mapping[str, Any] = {"statement": "dhaka"}


def with_upload(world: World) -> None:
    """Upload a text, and save nothing."""
    without_text(world)
    data = b"# Calls\n\nEnd detention now.\n\n# More\n\nBuild firewalls."
    bring_in_text(world.session, world.actor("moderator"), BringInText("dhaka", "a.md", data))
    world.session.commit()


ROWS = (
    Row(
        "intakes.bring_in",
        args=lambda _w: SLUG,
        prepare=without_text,
        answers=MODERATORS | {"moderator": 200},
    ),
    Row(
        "intakes.upload",
        "POST",
        args=lambda _w: SLUG,
        prepare=without_text,
        answers=MODERATORS | {"moderator": 422},
    ),
    Row(
        "intakes.split",
        args=lambda _w: SLUG,
        prepare=with_upload,
        answers=MODERATORS | {"moderator": 200},
    ),
    Row(
        "intakes.reshape",
        "POST",
        args=lambda _w: SLUG,
        data=lambda _w: {"cursor": "0", "do": "keep"},
        prepare=with_upload,
        answers=MODERATORS | {"moderator": 303},
    ),
)
