"""The random house itself: what breaks in it is found, named once, and can be had again."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.random_house.house import TEXT, House
from tests.random_house.registry import LAWS, Law
from tests.random_house.shrink import shrunk
from tests.random_house.walk import Walk, open_house
from tests.random_house.world import furnish
from tests.support.clock import StoppedClock


@pytest.fixture
def walk(app: Flask, session: Session, clock: StoppedClock) -> Walk:
    """A walk through a house with no law but those that a test gives it."""
    return open_house(app, furnish(session), clock, seed=1)


def test_a_broken_law_is_told_once_with_how_to_have_it_again(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def the_text_is_empty(house: House) -> None:
        assert not house.versions(), f"{len(house.versions())} sections are there"

    monkeypatch.setitem(LAWS, "the text is empty", Law(the_text_is_empty))
    walk.run(range(2))
    (fault,) = walk.faults.values()
    assert walk.counts[fault.name] == 2
    assert "make random-house SEED=1 STEPS=1" in walk.told(fault)


def test_what_the_application_logs_as_an_error_is_a_fault(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def something_is_logged(house: House) -> None:
        house.app.logger.error("a row could not be drawn")
        house.visit("reader", f"{TEXT}/text")

    monkeypatch.setitem(LAWS, "something is logged", Law(something_is_logged))
    walk.run(range(1))
    assert ["a row could not be drawn" in one.told for one in walk.faults.values()] == [True]


def test_few_steps_are_found_that_a_fault_needs() -> None:
    assert shrunk(range(20), lambda steps: {3, 11} <= set(steps)) == [3, 11, 19]
