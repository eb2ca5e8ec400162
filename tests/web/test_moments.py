"""Instants are said in the meeting's zone first, and doors by what a person may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.core import Locale
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from drafting.exchange.clocks import clock
from drafting.web.presenters.chrome import doors_for
from drafting.web.presenters.moments import NO_BREAK_SPACE, day, distance, moment

NOW = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
ENGLISH = Locale.parse("en")


@dataclass(frozen=True)
class Place:
    zone: str
    place: str


DHAKA, ZURICH = Place("Asia/Dhaka", "Dhaka"), Place("Europe/Zurich", "Zurich")


@pytest.fixture(autouse=True)
def words() -> Iterator[None]:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def test_the_zone_of_the_meeting_comes_first() -> None:
    said = moment(NOW + timedelta(minutes=200), NOW, ENGLISH, DHAKA, ZURICH)
    assert said.words == "Tue 24 Nov, 18:00 Dhaka · 13:00 Zurich"
    assert said.relative == "in 3 h 20 min".replace(" ", NO_BREAK_SPACE)
    assert said.iso == "2026-11-24T12:00:00+00:00"


def test_a_reader_in_the_same_zone_is_told_once() -> None:
    assert moment(NOW, NOW, ENGLISH, DHAKA, DHAKA).words == "Tue 24 Nov, 14:40 Dhaka"


def test_another_day_of_the_other_zone_is_named() -> None:
    late = NOW + timedelta(hours=11)
    said = moment(late, NOW, ENGLISH, DHAKA, ZURICH).words
    assert said == "Wed 25 Nov, 01:40 Dhaka · Tue 24 Nov, 20:40 Zurich"


def test_another_year_is_named() -> None:
    assert clock(NOW, NOW + timedelta(days=60), DHAKA, ENGLISH) == "Tue, 24 Nov 2026, 14:40 Dhaka"


def test_what_is_read_nobody_knows_when_names_the_year() -> None:
    assert clock(NOW, None, DHAKA, ENGLISH) == "Tue, 24 Nov 2026, 14:40 Dhaka"


def test_a_place_is_called_as_its_founder_called_it() -> None:
    assert clock(NOW, NOW, Place("Asia/Dhaka", "Dacca"), ENGLISH) == "Tue 24 Nov, 14:40 Dacca"


def test_a_place_that_nobody_named_is_said_in_the_readers_language() -> None:
    assert clock(NOW, NOW, ZURICH, Locale.parse("fr")) == "mar. 24 nov., 09:40 Zurich"
    assert clock(NOW, NOW, DHAKA, Locale.parse("bn")).endswith("14:40 ঢাকা")


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1990 < at.year < 2060),
    st.sampled_from(["Asia/Dhaka", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"]),
    st.sampled_from(["en", "en_US", "en_GB"]),
)
def test_every_instant_says_its_day_before_its_month(at: datetime, zone: str, code: str) -> None:
    local = at.astimezone(ZoneInfo(zone))
    said = clock(at, NOW, Place(zone, "Here"), Locale.parse(code))
    day, month = said.index(f" {local.day} "), said.index(f" {local:%b}")
    assert said.startswith(f"{local:%a}")
    assert day < month < said.index(f", {local:%H:%M} Here")
    assert (str(local.year) in said) == (local.year != NOW.astimezone(ZoneInfo(zone)).year)


def test_a_day_of_the_calendar_begins_with_the_day() -> None:
    assert day(NOW.date(), ENGLISH).words == "24 Nov 2026"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "now"),
        (5, "in 5 min"),
        (120, "in 2 h"),
        (4320, "in 3 days"),
        (4319, "in 2 days 23 h"),
        (20_000, "in 13 days"),
        (-5, "5 min ago"),
        (-61, "1 h ago"),
        (-180, "3 h ago"),
    ],
)
def test_distances_are_whole_minutes(minutes: int, said: str) -> None:
    assert " ".join(distance(NOW + timedelta(minutes=minutes), NOW).split()) == said


def test_a_distance_stays_on_one_line() -> None:
    assert " " not in distance(NOW + timedelta(hours=21, minutes=5), NOW)


@pytest.mark.parametrize(
    ("rights", "labels"),
    [
        ([], ["Text", "What changed", "Who"]),
        (["read"], ["Text", "What changed", "Who"]),
        (["write"], ["Text", "My changes", "Answers"]),
        (["write", "send"], ["Text", "My changes", "Answers", "My group"]),
        (["read", "decide"], ["Text", "To decide", "Publish", "People"]),
        (["administer"], ["Text", "People", "What changed", "Who"]),
    ],
)
def test_each_right_opens_its_doors(rights: list[str], labels: list[str]) -> None:
    assert [door.label for door in doors_for(rights, lambda name: f"/{name}")] == labels


def test_a_door_shows_where_one_is_and_what_waits() -> None:
    doors = doors_for(["write"], lambda name: f"/{name}", "answers", {"answers": 2})
    assert [(door.current, door.count) for door in doors] == [(False, 0), (False, 0), (True, 2)]
