"""Finding whose words changed each paragraph of a published draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from drafting.actions.steps.parts import bare
from drafting.exchange.drawing import draw
from drafting.rules.credits import Credit, among, credit_of
from drafting.rules.journal import EventKind
from drafting.store.models import Edition, Entry, Ruling, SectionVersion
from drafting.store.models.amendments import PartKind
from drafting.store.queries.journal import joins_of
from drafting.store.queries.rulings import standing_rulings, versions_by_section, versions_of
from drafting.text import Redline, diff, read, unpack

Credited = Iterator[tuple[str, Credit]]
Joined = Mapping[int, Sequence[str]]


def credits_by_key(
    session: Session, until: Edition, since: Edition | None = None
) -> Mapping[str, Sequence[Credit]]:
    """Return, by paragraph key, who changed it before a draft, in the order of the answers.

    With `since` only what was answered after that earlier draft. Paragraphs that were taken out
    are among them.
    """
    rulings = standing_rulings(session, until, since)
    versions = versions_of(session, rulings)
    joined = joined_then(session, rulings)
    found: dict[str, list[Credit]] = defaultdict(list)
    for together in by_text(rulings):
        before, after = (versions[row or 0] for row in versions_between(together[0]))
        for key, credit in in_text(together, before, after, joined):
            found[key].append(credit)
    for key, credit in in_order(session, until, rulings, joined):
        found[key].append(credit)
    return found


def versions_between(ruling: Ruling) -> tuple[int | None, int | None]:
    """Return the versions before and after a ruling, as row numbers."""
    return ruling.before_version_id, ruling.after_version_id


def by_text(rulings: Iterable[Ruling]) -> Iterable[list[Ruling]]:
    """Put together the rulings of one decision on the text of one section."""
    found: dict[tuple[int, int | None], list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        if ruling.part is not None and ruling.part.kind is PartKind.TEXT:
            found[ruling.decision_id, ruling.after_version_id].append(ruling)
    return found.values()


def in_text(
    rulings: Sequence[Ruling], before: SectionVersion, after: SectionVersion, joined: Joined
) -> Credited:
    """Name who changed which paragraph of a section by one decision, ruling by ruling.

    A lone ruling has its own stored changes between the two versions. Where several share them,
    the difference is found anew, and each stored change sought in it.
    """
    was, now = read(before.markdown), read(after.markdown)
    alone = len(rulings) == 1
    redline = unpack(was, now, bare(rulings[0].taken)) if alone else diff(was, now)
    touched = keys_touched(redline, before.keys, after.keys)
    for ruling in rulings:
        for place, row in enumerate(ruling.taken):
            credit = credit_for(ruling, joined, asked="letter" in row)
            for change in [place] if alone else among(redline, row):
                yield from ((key, credit) for key in touched.get(change, ()))


def keys_touched(
    redline: Redline, before: Sequence[str], after: Sequence[str]
) -> Mapping[int, Sequence[str]]:
    """Return, by the index of each change, the keys of the blocks in which it shows."""
    found: dict[int, list[str]] = defaultdict(list)
    for block in draw(redline).blocks:
        key = after[block.after] if block.after is not None else before[block.before or 0]
        for change in block.changes:
            found[change].append(key)
    return found


def in_order(
    session: Session, until: Edition, rulings: Iterable[Ruling], joined: Joined
) -> Credited:
    """Name who asked for the sections that were added or dropped, at each of their paragraphs."""
    asked = [
        (ruling, ruling.part.section_key or "", ruling.part.kind is PartKind.ADD)
        for ruling in rulings
        if ruling.part is not None and ruling.part.kind in (PartKind.ADD, PartKind.DROP)
    ]
    keys = [key for _ruling, key, _added in asked]
    versions = versions_by_section(session, until.statement_id, keys) if keys else []
    for ruling, section, added in asked:
        credit = credit_for(ruling, joined, asked=ruling.words is None)
        for version in versions:
            own = not added or version.decision_id == ruling.decision_id
            if version.section.key == section and own:
                yield from ((key, credit) for key in version.keys)


def joined_then(session: Session, rulings: Sequence[Ruling]) -> Joined:
    """Return the public names of the groups that had joined the words taken, by ruling.

    By the journal's order: whoever joins or leaves later changes no published draft.
    """
    entries = joins_of(session, {ruling.amendment_id for ruling in rulings})
    found: dict[int, list[str]] = {}
    for ruling in rulings:
        standing: dict[str, bool] = {}
        for entry in entries:
            if entry.amendment_id == ruling.amendment_id and is_before(entry, ruling):
                fits = entry.public["revision"] == ruling.revision
                standing[entry.public["group"]] = fits and entry.public["kind"] == EventKind.JOINED
        found[ruling.id] = [name for name, holds in standing.items() if holds]
    return found


def is_before(entry: Entry, ruling: Ruling) -> bool:
    """Say whether an entry is older than the decision that a ruling belongs to."""
    decided = ruling.decision.entry_id
    return decided is None or entry.id < decided


def credit_for(ruling: Ruling, joined: Joined, *, asked: bool) -> Credit:
    """Name who wrote what a ruling took: the group and those that had joined its words."""
    groups = [ruling.amendment.group.public_name, *joined[ruling.id]]
    return credit_of(ruling.outcome, ruling.amendment.number or 0, groups, asked=asked)
