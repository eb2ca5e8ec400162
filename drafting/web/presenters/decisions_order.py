"""The order in which moderators meet what waits: that of the text, not that of arrival."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafting.actions.steps.parts import carried_of, given, redline_of
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.places import keys_of_changes
from drafting.rules.questions import is_due
from drafting.store.models import Amendment, AmendmentPart, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import get_amendment, latest, pending
from drafting.store.queries.questions import open_in_statement
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import blocks_of

Spot = tuple[int, int]
Touch = tuple[PartKind, int | None, int, int, tuple[object, ...]]
Rank = tuple[Spot, list[tuple[int, int, str]], int]


def neighbours(
    session: Session, statement: Statement, amendment: Amendment, without: Collection[int] = ()
) -> tuple[int | None, int | None]:
    """Return the numbers of what waits before and after this one; it may be answered itself."""
    versions = present_versions(session, statement.id)
    here = rank_of(amendment, versions)
    waiting = [row for row in pending(session, statement.id) if row.id not in without]
    ranks = {row.number: rank_of(row, versions) for row in waiting}
    before = [number for number, rank in ranks.items() if rank < here]
    after = [number for number, rank in ranks.items() if rank > here]
    return (
        max(before, key=ranks.__getitem__, default=None),
        min(after, key=ranks.__getitem__, default=None),
    )


def next_to_decide(session: Session, actor: Actor, slug: str, number: int) -> int | None:
    """Return what can be answered next in the text after this one; None after the last.

    What its group is asked about, and still has time to answer, is passed over.
    """
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    asked = {
        question.amendment_id
        for question in open_in_statement(session, statement.id)
        if question.kind is QuestionKind.MOVED and not is_due(question.until, actor.at)
    }
    amendment = get_amendment(session, statement, number)
    return neighbours(session, statement, amendment, asked)[1]


def rank_of(amendment: Amendment, versions: Sequence[SectionVersion]) -> Rank:
    """Return what sorts amendments: place, words (rivals together, equals side by side), number.

    What is answered already is carried no more: it keeps the place of the words it asked for.
    """
    redlines = [
        carried_of(part) if part.carried is not None else redline_of(part)
        for part in latest(amendment).parts
        if part.kind is not PartKind.ADD
    ]
    words = sorted(
        (change.start, change.end, str((*change.inserted, change.to)))
        for redline in redlines
        for change in redline.changes
    )
    return spot_of(amendment, versions), words, amendment.number or 0


def spot_of(amendment: Amendment, versions: Sequence[SectionVersion]) -> Spot:
    """Say where in the text an amendment begins: section, block; the order of sections last."""
    order = {version.section_id: at for at, version in enumerate(versions)}
    found = []
    for part in latest(amendment).parts:
        section = order.get(part.section_id or 0, len(order))
        keys = versions[section].keys if section < len(order) else []
        found.append((section, first_block(part, keys)))
    return min(found, default=(len(order), 0))


def first_block(part: AmendmentPart, keys: Sequence[str]) -> int:
    """Return the first present block that a part changes, or would change; -1 for a title."""
    if part.kind is not PartKind.TEXT:
        return -1
    if part.carried is None:
        return written_at(part, keys)
    redline = carried_of(part)
    places = [blocks_of(redline.before, change).start for change in redline.changes]
    return min(places) if places else written_at(part, keys)


def written_at(part: AmendmentPart, keys: Sequence[str]) -> int:
    """Return where the paragraph stands now that a part was written for; past the end if gone."""
    redline, own = redline_of(part), given(part.section_version).keys
    named = [key for key in keys_of_changes(redline, own) if key in keys]
    return min((keys.index(key) for key in named), default=len(keys))


def touches(amendment: Amendment) -> frozenset[Touch]:
    """Return the words that an amendment would change in the present text, and into which."""
    found = set()
    for part in latest(amendment).parts:
        if part.carried is None or part.kind is PartKind.ADD:
            continue
        for change in carried_of(part).changes:
            place = (part.kind, part.section_id, change.start, change.end)
            found.add((*place, (*change.inserted, change.to)))
    return frozenset(found)
