"""The days of the record are those of the meeting, and never run backwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from drafting.actions.renew_links import RenewLinks, renew_links
from drafting.actions.set_round import SetRound, set_round
from drafting.rules.lifecycle import Audience, Outcome
from tests.factories.amendments import WORDS, send_change
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import NOON, World
from tests.support.client import PageClient

PLACES = ("Asia/Dhaka", "Pacific/Kiritimati", "Pacific/Pago_Pago")


def act_through(world: World, hour: timedelta) -> None:
    """Send, make a link, answer and publish, time and again; sessions end by the clock."""
    times = (NOON + hour / 2, NOON + hour * 5 / 2)
    set_round(world.session, world.actor("moderator"), SetRound("dhaka", "Session 2A", *times))
    asked = RenewLinks((world.people["writer"].id,))
    for turn in range(4):
        at, words = NOON + 3 * turn * hour, WORDS.replace("women", f"{turn} women")
        wish = send_change(
            world, "rapporteur", words, group="ASIA", at=at, audience=Audience.PUBLIC
        )
        renew_links(world.session, world.actor("moderator", at + hour), asked)
        decide(world, wish, Outcome.REJECTED, at=at + 2 * hour)
        publish(world, at=at + 2 * hour)
    world.session.commit()


def days_of(client: PageClient, zone: str) -> list[date]:
    """Return the days that the record page names, in the order of the entries."""
    (record,) = client.get_page("/texts/dhaka/record").all("ol")
    stamps = [one.get("datetime") or "" for one in record.iter("time")]
    return [
        datetime.fromisoformat(one).astimezone(ZoneInfo(zone)).date()
        if "T" in one
        else date.fromisoformat(one)
        for one in reversed(stamps)
    ]


@pytest.mark.parametrize("zone", PLACES)
@pytest.mark.parametrize("hours", [5, 7])
def test_days_of_the_record_never_run_backwards(
    world: World, client: PageClient, zone: str, hours: int
) -> None:
    world.statement.zone = zone
    act_through(world, timedelta(hours=hours))
    days = days_of(client, zone)
    assert len(days) > 12
    assert days == sorted(days)


def test_the_day_of_an_answer_is_that_of_the_meeting(world: World, client: PageClient) -> None:
    late = NOON + timedelta(hours=13)
    wish = send_change(world, audience=Audience.PUBLIC)
    decide(world, wish, Outcome.REJECTED, at=late)
    world.session.commit()
    assert late.date() == date(2026, 11, 24)
    assert days_of(client, "Asia/Dhaka")[-1] == date(2026, 11, 25)
    assert "25 Nov 2026" in client.get_page("/texts/dhaka/changes/A1").text
