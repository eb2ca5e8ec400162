"""Sessions opened and closed, and the clock."""

from __future__ import annotations

from tests.random_house.house import TEXT, House
from tests.random_house.registry import act
from tests.random_house.world import MODERATORS


@act(weight=3)
def the_clock_moves(house: House) -> None:
    """Time goes by: minutes, hours, now and then a day."""
    minutes = house.draw.one((1, 9, 30, 200, 1500))
    house.log.append(f"{minutes} minutes go by")
    house.clock.forward(minutes=minutes)


@act(weight=4)
def open_or_close_a_session(house: House) -> None:
    """A moderator presses the switch of a session; most often it is open again soon."""
    who = house.draw.one(MODERATORS)
    page = house.visit(who, f"{TEXT}/sessions").page
    closing = [form for form in page.forms() if form.action.endswith("/close")]
    opening = [form for form in page.forms() if form.action.endswith("/open")]
    house.send(
        who, house.draw.one(closing if closing and house.draw.once_in(4) else opening or closing)
    )


@act(weight=1)
def set_a_session(house: House) -> None:
    """A moderator makes a session, or sets its times."""
    who = house.draw.one(MODERATORS)
    page = house.visit(who, f"{TEXT}/sessions").page
    form = house.draw.one([one for one in page.forms() if "grace_minutes" in one.fields])
    times = ("", "2026-11-24T18:00", "2026-11-25T09:00", "2026-11-26T20:00", "tomorrow")
    fields = {
        name: house.draw.one(times) for name in ("opens_at", "closes_at") if name in form.fields
    }
    named = {"name": house.draw.words(2)} if "name" in form.fields else {}
    house.send(
        who, form, **fields, **named, grace_minutes=house.draw.one(("", "0", "10", "99999", "x"))
    )
