"""Who is answered what at the addresses of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.web.access_table import MEMBERS, Row, access, among

SLUG = {"statement": "dhaka"}
NUMBER = {"statement": "dhaka", "number": 1}
OTHERS = {**among(MEMBERS, 403), "administrator": 403}


def decided(world: World) -> None:
    """Add an amendment that was not taken."""
    decide(world, send_change(world), Outcome.REJECTED)


def moderators(status: int) -> Mapping[str, int]:
    """Return what everybody is answered where moderators alone may act."""
    return access(404, **(OTHERS | {"moderator": status}))


def of_one(_world: World) -> Mapping[str, Any]:
    """Name the first amendment."""
    return NUMBER


def of_all(_world: World) -> Mapping[str, Any]:
    """Name the statement."""
    return SLUG


ROWS = (
    Row("decisions.queue", args=of_all, answers=moderators(200)),
    Row("decisions.batch", args=of_all, answers=moderators(200)),
    Row("decisions.batch_now", "POST", args=of_all, answers=moderators(200)),
    Row("decisions.decide", args=of_one, answers=moderators(200), prepare=send_change),
    Row("decisions.decide_now", "POST", args=of_one, answers=moderators(200), prepare=send_change),
    Row("decisions.reopen", args=of_one, answers=moderators(200), prepare=decided),
    Row("decisions.reopen_now", "POST", args=of_one, answers=moderators(409), prepare=decided),
)
