"""Who is answered what at the addresses of published drafts."""

from __future__ import annotations

from typing import Any

from tests.factories.world import World
from tests.web.access_table import MEMBERS, Row, access, among

MODERATORS = access(404, **among((*MEMBERS, "administrator"), 403)) | {"moderator": 200}
STALE = MODERATORS | {"moderator": 409}
"""A form that names no state of the text was shown none."""


def slug(world: World) -> dict[str, Any]:
    """Return what every address here begins with."""
    return {"statement": world.statement.slug}


ROWS = (
    Row("editions.index", args=slug, answers=access(200)),
    Row("editions.show", args=lambda w: slug(w) | {"edition": 0}, answers=access(200)),
    Row("editions.compare", args=slug, answers=access(200)),
    Row(
        "editions.download",
        args=lambda w: slug(w) | {"edition": 0, "form": "html"},
        answers=access(200),
    ),
    Row("editions.publish", args=slug, answers=MODERATORS),
    Row("editions.send_publish", "POST", args=slug, answers=STALE),
)
