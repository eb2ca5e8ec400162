"""Working out in memory what it means to take a decision back: words out again, wishes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.book import ORDER, Book, Place, open_book, place_of
from drafting.actions.steps.parts import base_of, carry_onto, compare
from drafting.actions.steps.plans import Affected, Result, affect
from drafting.actions.steps.ruling import rule_again
from drafting.actions.steps.shown import TELLING, digest, effect
from drafting.errors import N_, Refused, WrongStep
from drafting.rules.journal import Json
from drafting.rules.lifecycle import DECIDED
from drafting.store.models import Amendment, Decision, Ruling, SectionVersion, Statement
from drafting.store.queries.amendments import load_whole, pending
from drafting.store.queries.decisions import (
    last_decision,
    last_rulings,
    named_by,
    outlines,
    versions,
)
from drafting.text import Passage, plain


@dataclass(frozen=True, slots=True)
class Reopening:
    """What is taken back: the amendments that wait again, and each text that changes."""

    decision: Decision
    amendments: tuple[Amendment, ...]
    rulings: tuple[Ruling, ...]
    book: Book
    results: tuple[Result, ...]
    affected: tuple[Affected, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text before and after a decision."""

    before: Passage
    after: Passage


def plan_reopening(
    session: Session, statement: Statement, amendment: Amendment, *, whole: bool
) -> Reopening:
    """Work out what taking the last decision back would do; `whole` takes all its rulings.

    Raises: WrongStep when it was not decided, Refused when later words stand in the way.
    """
    decision = last_decision(session, amendment.id)
    if decision is None or amendment.status not in DECIDED:
        raise WrongStep
    rulings = [
        ruling
        for ruling in decision.rulings
        if ruling.amendment_id == amendment.id or (whole and still_stands(session, ruling))
    ]
    book = open_book(session, statement)
    results = take_out(session, book, decision, rulings)
    numbers = dict.fromkeys([amendment.id, *(ruling.amendment_id for ruling in rulings)])
    taken = [ruling.amendment_id for ruling in rulings if changed_text(ruling)]
    for number in dict.fromkeys(taken):
        numbers |= dict.fromkeys(row.id for row in named_by(session, number))
    again = tuple(load_whole(session, number) for number in numbers)
    others = [row for row in pending(session, statement.id) if row.id not in numbers]
    affected = tuple(affect(book, (), other) for other in others)
    return Reopening(decision, again, tuple(rulings), book, results, affected)


def still_stands(session: Session, ruling: Ruling) -> bool:
    """Say whether a ruling is still the last word on its amendment."""
    last = last_rulings(session, [ruling.amendment_id])[ruling.amendment_id][0]
    return last.id == ruling.decision_id and ruling.amendment.status in DECIDED


def changed_text(ruling: Ruling) -> bool:
    """Say whether a ruling put words into the text, or took some out."""
    return ruling.after_version_id is not None or ruling.after_outline_id is not None


def take_out(
    session: Session, book: Book, decision: Decision, rulings: Sequence[Ruling]
) -> tuple[Result, ...]:
    """Take the words of these rulings out of the present text again; what others took stays."""
    by_place: dict[Place, list[Ruling]] = {}
    for ruling in decision.rulings:
        if ruling.part is not None and changed_text(ruling):
            by_place.setdefault(place_of(ruling.part), []).append(ruling)
    results = []
    for place, ruled in by_place.items():
        leaving = [ruling for ruling in ruled if ruling in rulings]
        if leaving:
            kept = [ruling for ruling in ruled if ruling not in rulings]
            results += reverse(session, book, place, leaving[0], kept)
    return tuple(results)


def reverse(
    session: Session, book: Book, place: Place, ruling: Ruling, kept: Sequence[Ruling]
) -> list[Result]:
    """Carry the way back onto the present text. Raises: Refused when later words meet it."""
    pair = texts_of(session, place, ruling)
    without = with_rulings(session, place, pair.before, kept)
    present = book.present(place)
    if present is None:
        raise Refused(N_("Its section is no longer in the text. Reopen that answer first."))
    back = carry_onto(place.kind, compare(place.kind, pair.after, without), present)
    if "in question" in back.fates:
        raise Refused(N_("Later words stand on these. Reopen the later answer first."))
    if back.passage == present:
        return []
    book.changed[place] = back.passage
    return [Result(place, back.redline)]


def texts_of(session: Session, place: Place, ruling: Ruling) -> Pair:
    """Return a text before and after the decision that a ruling belongs to."""
    if place == ORDER:
        orders = outlines(session, [ruling.before_outline_id or 0, ruling.after_outline_id or 0])
        before, after = orders[ruling.before_outline_id or 0], orders[ruling.after_outline_id or 0]
        return Pair(base_of(place.kind, None, before), base_of(place.kind, None, after))
    rows: Mapping[int, SectionVersion] = versions(
        session, [ruling.before_version_id or 0, ruling.after_version_id or 0]
    )
    was, now = rows[ruling.before_version_id or 0], rows[ruling.after_version_id or 0]
    return Pair(base_of(place.kind, was, None), base_of(place.kind, now, None))


def with_rulings(
    session: Session, place: Place, before: Passage, kept: Iterable[Ruling]
) -> Passage:
    """Return a text with what these rulings took, and nothing else of their decision."""
    book = Book({}, None)
    for ruling in kept:
        whole = load_whole(session, ruling.amendment_id)
        revision = next(row for row in whole.revisions if row.number == ruling.revision)
        part = next(row for row in revision.parts if row.id == ruling.part_id)
        ruled = rule_again(part, ruling, before)
        if ruled.redline is not None:
            book.put(place, ruled.redline)
    return book.changed.get(place, before)


def reopening_digest(plan: Reopening) -> str:
    """Return the digest of what a page shows of a reopening."""
    shown: list[Json] = [
        plan.decision.id,
        [[row.number, row.revision, row.status.value] for row in plan.amendments],
        [[plain(result.redline.before), plain(result.redline.after)] for result in plan.results],
        [effect(one) for one in plan.affected if one.effect in TELLING],
    ]
    return digest(shown)
