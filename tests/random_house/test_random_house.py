"""Random people live in a house for a while, and nothing ordinary breaks."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.random_house.walk import open_house
from tests.random_house.world import furnish
from tests.support.clock import StoppedClock
from tests.support.databases import both_databases

SEEDS = (1, 2, 3)
STEPS = 50


@both_databases
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_ordinary_breaks(
    app: Flask, session: Session, clock: StoppedClock, seed: int
) -> None:
    walk = open_house(app, furnish(session), clock, seed)
    walk.run(range(STEPS))
    assert not walk.faults, walk.report()
