"""Who is answered what at the addresses of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting.store.queries.amendments import get_amendment
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.web.access_table import MEMBERS, Row, access, among

SLUG = {"statement": "dhaka"}
NUMBER = {"statement": "dhaka", "number": 1}
OTHERS = {**among(MEMBERS, 403), "administrator": 403}


MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)


def several(world: World) -> None:
    """Add an amendment, a rival, the same wish of another group, and one that is left alone."""
    send_change(world, words=MUST)
    send_change(world, "african", MUST.replace("must", "shall"))
    send_change(world, "european", MUST)
    send_change(world, "african", MUST.replace("must", "should").replace("choices", "rights"))


def decided(world: World) -> None:
    """Take an amendment that others meet."""
    several(world)
    decide(world, get_amendment(world.session, world.statement, 1))


def moderators(status: int) -> Mapping[str, int]:
    """Return what everybody is answered where moderators alone may act."""
    return access(404, **(OTHERS | {"moderator": status}))


def of_one(_world: World) -> Mapping[str, Any]:
    """Name the first amendment."""
    return NUMBER


def of_all(_world: World) -> Mapping[str, Any]:
    """Name the statement."""
    return SLUG


def of_two(_world: World) -> Mapping[str, Any]:
    """Name the statement, and two amendments that are picked."""
    return {**SLUG, "pick": ["1:1", "2:1"]}


ROWS = (
    Row("decisions.queue", args=of_all, answers=moderators(200), prepare=several),
    Row("decisions.batch", args=of_two, answers=moderators(200), prepare=several),
    Row("decisions.batch_now", "POST", args=of_all, answers=moderators(200)),
    Row("decisions.decide", args=of_one, answers=moderators(200), prepare=several),
    Row("decisions.decide_now", "POST", args=of_one, answers=moderators(200), prepare=several),
    Row("decisions.reopen", args=of_one, answers=moderators(200), prepare=decided),
    Row("decisions.reopen_now", "POST", args=of_one, answers=moderators(409), prepare=decided),
)
