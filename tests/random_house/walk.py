"""A walk through the house: steps drawn from a seed, laws held after each, faults named apart."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask

import tests.random_house.laws  # so that the laws are known
import tests.random_house.laws_record  # noqa: F401  # these too
from drafting.config import ROOT
from tests.factories.world import World
from tests.random_house.beginning import bring_in
from tests.random_house.draw import Draw
from tests.random_house.ending import publish_the_final
from tests.random_house.house import Broken, House, LeftOpen, Touched
from tests.random_house.registry import LAWS, Law, NothingToDo, all_acts, named
from tests.random_house.table import walk_the_table
from tests.support.clock import StoppedClock

TRIES = 12
TABLE_EVERY = 50
CHANGING = re.compile(r"\bk[a-z0-9]{5,}\b|sec\w+|\d+|'[^']*'|\"[^\"]*\"|“[^”]*”|\[.*?\]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that broke: where and what, at which step, and what was done in it."""

    name: str
    step: int
    told: str
    log: tuple[str, ...]


@dataclass
class Walk:
    """A run of the house: its seed, and what was found, each fault once with how often."""

    house: House
    seed: int
    faults: dict[str, Fault] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def run(self, steps: Iterable[int]) -> None:
        """Take these steps, each with chances of its own, so that some may be left out."""
        with listening(self.house):
            self.house.draw.seed(f"{self.seed}")
            with self.noting(-1):
                bring_in(self.house)
            step = -1
            for step in steps:
                self.take(step)
            self.house.draw.seed(f"{self.seed}:end")
            self.house.log = ["the end"]
            with self.noting(step):
                publish_the_final(self.house)
            self.hold_laws(step, [law for law in LAWS.values() if law.every > 1])

    def take(self, step: int) -> None:
        """Take one step and hold all laws after it; each is held whatever broke before."""
        house = self.house
        house.draw.seed(f"{self.seed}:{step}")
        house.log, house.touched = [f"step {step}"], Touched()
        house.clock.forward(minutes=1)
        with self.noting(step):
            self.do_something()
        self.hold_laws(step, [law for law in LAWS.values() if (step + 1) % law.every == 0])
        if (step + 1) % TABLE_EVERY == 0:
            with self.noting(step):
                walk_the_table(house)

    def hold_laws(self, step: int, laws: Iterable[Law]) -> None:
        """Hold these laws, each with chances of its own."""
        for law in laws:
            self.house.draw.seed(f"{self.seed}:{step}:{named(law.hold)}")
            with self.noting(step):
                law.hold(self.house)

    def report(self) -> str:
        """Tell all faults, each with how to have it again."""
        return "\n".join(self.told(one) for one in self.faults.values())

    def told(self, fault: Fault) -> str:
        """Tell a fault: how often, when first, how to have it again, what was done, what broke."""
        again = f"make random-house SEED={self.seed} STEPS={fault.step + 1}"
        log = "".join(f"    {line}\n" for line in fault.log)
        times = self.counts[fault.name]
        return f"{times}× {fault.name}\n  first at step {fault.step}: {again}\n{log}{fault.told}"

    def do_something(self) -> None:
        """Do one act that can be done now."""
        house, acts = self.house, all_acts()
        for _ in range(TRIES):
            act = house.draw.choices(acts, [one.weight for one in acts])[0]
            house.log.append(f"act: {act.name}")
            try:
                return act.do(house)
            except (NothingToDo, LeftOpen) as nothing:
                if isinstance(nothing, LeftOpen):
                    return None
        return None

    @contextmanager
    def noting(self, step: int) -> Iterator[None]:
        """Keep what breaks inside as a fault, and go on."""
        try:
            yield
        except NothingToDo:
            pass
        except Exception as error:  # noqa: BLE001  # whatever breaks is what is looked for
            name = name_of(error)
            self.counts[name] = self.counts.get(name, 0) + 1
            if name not in self.faults:
                told = "".join(traceback.format_exception(error))
                self.faults[name] = Fault(name, step, told, tuple(self.house.log))


@contextmanager
def listening(house: House) -> Iterator[None]:
    """Hear what the application logs as an error, alone, while the house is lived in."""
    logger = house.app.logger
    handlers, logger.handlers, logger.propagate = logger.handlers, [house.listener], False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, True


def name_of(error: BaseException) -> str:
    """Name a fault by what it is and where it happened, so that the same has the same name."""
    cause = error.__cause__ if isinstance(error, Broken) and error.__cause__ else error
    frames = traceback.extract_tb(cause.__traceback__)
    ours = [one for one in frames if one.filename.startswith(str(ROOT / "drafting"))]
    place = ours[-1] if ours else [one for one in frames if "random_house" in one.filename][-1]
    where = f"{place.filename.removeprefix(f'{ROOT}/')}:{place.name}"
    words = CHANGING.sub("·", str(cause).split("\nassert")[0].strip())
    return f"{type(cause).__name__} at {where}: {' '.join(words.split())[:160]}"


def open_house(app: Flask, world: World, clock: StoppedClock, seed: int) -> Walk:
    """Return a walk through a furnished house."""
    return Walk(House(app, world, clock, Draw(seed)), seed)
