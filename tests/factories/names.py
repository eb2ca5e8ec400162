"""Reads in tests who is named at published words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.actions.steps.snapshots import take_snapshot
from drafting.exchange.sheets import names_by_change
from drafting.exchange.snapshot import Snapshot
from drafting.exchange.writers.html import Labels
from drafting.store.models import Edition
from drafting.store.queries.editions import get_edition
from drafting.text import Token, diff
from tests.factories.world import World


def names_in(world: World, edition: Edition, since: Edition | None = None) -> Mapping[str, str]:
    """Return by key who is named at each paragraph that somebody changed."""
    sections = snapshot_of(world, edition, since).sections
    paragraphs = (one for section in sections for one in section.paragraphs)
    return {one.key: "; ".join(one.names) for one in paragraphs if one.names}


def snapshot_of(world: World, edition: Edition, since: Edition | None = None) -> Snapshot:
    """Return a draft as files and pages are handed it."""
    rows = [
        get_edition(world.session, world.statement.id, one.number) if one else None
        for one in (edition, since)
    ]
    assert rows[0] is not None
    return take_snapshot(world.session, world.statement, rows[0], rows[1])


def marks_in(
    world: World, edition: Edition, since: Edition | None = None
) -> list[tuple[str, str, str]]:
    """Return each change of the introduction since a draft: words out, words in, and whose."""
    earlier = since or get_edition(world.session, world.statement.id, 0)
    after = snapshot_of(world, edition, earlier).sections[0]
    redline = diff(snapshot_of(world, earlier).sections[0].passage, after.passage)
    named = names_by_change(redline, after, Labels())
    return [
        (words(change.removed), words(change.inserted), "; ".join(named[at]))
        for at, change in enumerate(redline.changes)
    ]


def whose_words(world: World, edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return who wrote which words of the introduction."""
    whose = snapshot_of(world, edition).sections[0].whose
    flat = whose.passage.flat
    return {words(flat[one.start : one.end]): one.authors for one in whose.spans if one.authors}


def words(tokens: Sequence[Token]) -> str:
    """Return tokens as words in one line."""
    return "".join(token.text for token in tokens).strip()
