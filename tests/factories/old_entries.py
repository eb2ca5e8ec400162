"""Writes entries of the older form, as a house has them that was there before."""

from __future__ import annotations

from drafting.rules.journal import FIRST_PREV, Json, Link, commit
from drafting.rules.lifecycle import Audience
from drafting.store.models import Entry
from tests.factories.world import World

NONCE = bytes(range(32))
SECRET = "Somebody here is at risk."

TOLD: tuple[dict[str, Json], ...] = (
    {"kind": "imported", "at": "2026-11-20", "format": "markdown"},
    {"kind": "submitted", "at": "2026-11-21", "amendment": "A1", "group": "Asia", "revision": 1},
    {"kind": "decided", "at": "2026-11-22", "rulings": [{"amendment": "A1"}]},
    {"kind": "corrected", "at": "2026-11-23", "section": "sec0xy",
     "fates": [{"amendment": "A1", "fate": "overtaken"}]},
)  # fmt: skip


def add_old_entries(world: World) -> None:
    """Tell in the older form of a change that was sent and answered, and of a correction."""
    prev = FIRST_PREV
    for seq, public in enumerate(TOLD, start=1):
        private: dict[str, Json] = {"reason": SECRET}
        link = Link(seq, prev, public, commit(NONCE, private))
        prev = link.hash
        world.session.add(
            Entry(
                statement_id=world.statement.id, seq=seq, prev=link.prev, hash=link.hash,
                public=dict(public), commitment=link.private, private=private, nonce=NONCE,
                audience=Audience.MEETING, form=1, kind=str(public["kind"]),
                told_at=str(public["at"]),
            )
        )  # fmt: skip
    world.statement.last_entry = len(TOLD)
    world.session.flush()
