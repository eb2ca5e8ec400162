"""Who is answered what at the addresses of sessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.factories.world import World
from tests.web.access_table import MEMBERS, Row, access, among

EVERYBODY = (*MEMBERS, "administrator")


def moderators(status: int) -> Mapping[str, int]:
    """Return what everybody is answered where moderators alone may act."""
    return access(404, **{**among(EVERYBODY, 403), "moderator": status})


def of_all(_world: World) -> Mapping[str, Any]:
    """Name the statement."""
    return {"statement": "dhaka"}


def of_one(_world: World) -> Mapping[str, Any]:
    """Name the session that is open."""
    return {"statement": "dhaka", "row": 1}


ROWS = (
    Row("rounds.index", args=of_all, answers=access(404, **among(EVERYBODY, 200))),
    Row("rounds.create", "POST", args=of_all, answers=moderators(422)),
    Row("rounds.change", "POST", args=of_one, answers=moderators(422)),
    Row("rounds.open_now", "POST", args=of_one, answers=moderators(422)),
    Row("rounds.close_now", "POST", args=of_one, answers=moderators(303)),
)
