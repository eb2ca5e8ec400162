"""Who is answered what at the addresses of people, groups and messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from drafting.store.models import Grant
from tests.factories.world import World, without_moderators
from tests.web.access_table import Row, access

SLUG = {"statement": "dhaka"}
INVITERS = ("sender", "african", "moderator", "administrator")


def seen(status: int, *permitted: str) -> dict[str, int]:
    """Return 404 for who does not see the text, 403 for who does, the status for the permitted."""
    return access(403, public=404, former=404, **dict.fromkeys(permitted, status))


def european(world: World) -> Mapping[str, Any]:
    """Name somebody of another group, who is no kind of the table."""
    return {**SLUG, "person": world.people["european"].id}


def grant_of(name: str) -> Callable[[World], Mapping[str, Any]]:
    """Name the right of a person."""

    def args(world: World) -> Mapping[str, Any]:
        person = world.people[name].id
        return {**SLUG, "grant": world.session.query(Grant).filter_by(person_id=person).one().id}

    return args


ROWS = (
    Row("people.index", args=lambda _w: SLUG, answers=seen(200, *INVITERS)),
    Row("people.review", "POST", args=lambda _w: SLUG, answers=seen(422, *INVITERS)),
    Row("people.invite", "POST", args=lambda _w: SLUG, answers=seen(422, *INVITERS)),
    Row("people.sheet", "POST", args=lambda _w: SLUG, answers=seen(200, *INVITERS)),
    Row("people.renew", "POST", args=european, answers=seen(200, "moderator", "administrator")),
    Row("people.revoke", "POST", args=european, answers=seen(303, "moderator", "administrator")),
    Row(
        "people.remove",
        "POST",
        args=grant_of("european"),
        answers=seen(303, "moderator", "administrator"),
    ),
    Row(
        "people.make_sender",
        "POST",
        args=grant_of("european"),
        answers=seen(422, "moderator", "administrator"),
    ),
    Row(
        "people.moderate",
        "POST",
        args=lambda _w: SLUG,
        prepare=without_moderators,
        answers=access(404, administrator=303),
    ),
    Row("people.site", answers=access(404, administrator=200)),
    Row(
        "people.renew_on_site",
        "POST",
        args=lambda w: {"person": w.people["european"].id},
        answers=access(404, administrator=200),
    ),
    Row("groups.mine", args=lambda _w: SLUG, answers=seen(200, "writer", "sender", "african")),
    Row(
        "groups.create",
        "POST",
        args=lambda _w: SLUG,
        answers=seen(422, "moderator", "administrator"),
    ),
    Row("messages.index", answers=access(404, administrator=200)),
)
