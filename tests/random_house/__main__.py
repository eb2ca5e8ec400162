"""`make random-house STEPS=5000 SEED=1`: long runs, in houses one after the other.

Each house is lived in for at most `--house` steps; the next one has the next seed. Every distinct
fault is told when it is first met, and all of them at the end with how to have them again.
`--shrink` takes away what a fault does not need of the steps before it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from drafting.app import create_app
from drafting.config import Settings
from drafting.store.schema import migrate
from drafting.store.session import make_engine, open_session
from tests.factories.world import NOON
from tests.random_house.shrink import shrunk
from tests.random_house.walk import Fault, Walk, open_house
from tests.random_house.world import furnish
from tests.support.caches import forget_drawings
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.databases import VARIABLE, postgres_database, postgres_server


def main() -> int:
    """Run the houses, and return 1 when anything broke."""
    asked = arguments()
    known: set[str] = set()
    for begun in range(0, asked.steps, asked.house):
        seed = asked.seed + begun // asked.house
        steps = range(min(asked.house, asked.steps - begun))
        tell(f"house {seed}: {len(steps)} steps")
        walk = lived_in(seed, steps, asked.database)
        tell(f"house {seed}: {walk.house.asked} pages, {len(walk.faults)} faults")
        for fault in walk.faults.values():
            tell(f"again: {fault.name}" if fault.name in known else walk.told(fault))
            if asked.shrink and fault.name not in known:
                tell(f"it needs the steps {steps_needed(seed, fault, asked.database)}")
        known.update(walk.faults)
    tell(f"{asked.steps} steps, {len(known)} distinct faults")
    return 1 if known else 0


def tell(words: str) -> None:
    """Say something at once, with the time of day."""
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {words}\n")
    sys.stdout.flush()


def steps_needed(seed: int, fault: Fault, database: str) -> list[int]:
    """Return the steps that bring a fault about again without the others."""

    def breaks(steps: Sequence[int]) -> bool:
        return fault.name in lived_in(seed, steps, database).faults

    return shrunk(range(fault.step + 1), breaks)


def arguments() -> argparse.Namespace:
    """Read what was asked for."""
    parser = argparse.ArgumentParser(prog="random-house", description=__doc__)
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--house", type=int, default=250, help="steps in one house at most")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--shrink", action="store_true", help="tell which steps a fault needs")
    return parser.parse_args()


def lived_in(seed: int, steps: Iterable[int], database: str) -> Walk:
    """Build a house of its own, and live in it for these steps."""
    clock = StoppedClock(NOON)
    forget_drawings()
    with database_for(database) as url:
        engine = make_engine(url)
        migrate(engine)
        with open_session(engine, writing=True) as session:
            world = furnish(session)
            app = create_app(
                Settings(
                    database_url=url, secret_key="a secret of the tests", testing=True, clock=clock
                )
            )
            app.test_client_class = PageClient
            walk = open_house(app, world, clock, seed)
            walk.run(steps)
            app.extensions["drafting.engine"].dispose()
        engine.dispose()
    return walk


@contextmanager
def database_for(kind: str) -> Iterator[str]:
    """Make an empty database, and take it away at the end."""
    if kind == "sqlite":
        with TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'house.sqlite3'}"
        return
    if not os.environ.get(VARIABLE):
        raise SystemExit(f"{VARIABLE} names no server")
    with postgres_database(postgres_server()) as url:
        yield url


if __name__ == "__main__":
    sys.exit(main())
