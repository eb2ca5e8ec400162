"""Instants are said in the meeting's zone first, and doors by what a person may do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from babel.core import Locale
from flask import Flask
from flask_babel import Babel

from drafting.actions.steps.clocks import clock
from drafting.web.presenters.chrome import doors_for
from drafting.web.presenters.moments import NO_BREAK_SPACE, distance, moment

NOW = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
ENGLISH = Locale.parse("en")


@pytest.fixture(autouse=True)
def words() -> Iterator[None]:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def test_the_zone_of_the_meeting_comes_first() -> None:
    said = moment(NOW + timedelta(minutes=200), NOW, ENGLISH, "Asia/Dhaka", "Europe/Zurich")
    assert said.words == "18:00 Dhaka · 13:00 Zurich"
    assert said.relative == "in 3 h 20 min".replace(" ", NO_BREAK_SPACE)
    assert said.iso == "2026-11-24T12:00:00+00:00"


def test_a_reader_in_the_same_zone_is_told_once() -> None:
    assert moment(NOW, NOW, ENGLISH, "Asia/Dhaka", "Asia/Dhaka").words == "14:40 Dhaka"


def test_another_day_is_named() -> None:
    assert clock(NOW + timedelta(days=2), NOW, "Asia/Dhaka", ENGLISH) == "Thu, Nov 26, 14:40 Dhaka"


def test_a_mail_always_names_the_day() -> None:
    assert clock(NOW, None, "Asia/Dhaka", ENGLISH) == "Tue, Nov 24, 14:40 Dhaka"


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
