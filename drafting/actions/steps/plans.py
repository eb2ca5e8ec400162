"""Working out in memory what a decision would do: to the text, and to all that waits.

The page that shows the effects and the action that brings them about ask the same functions, so
that nothing else happens than what was shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from drafting.actions.steps.book import Book, Place, open_book, place_of
from drafting.actions.steps.parts import changes_of, compare
from drafting.actions.steps.ruling import RuledPart, rule_part
from drafting.actions.steps.standing import Standing, stand
from drafting.errors import N_, Refused
from drafting.rules.effects import Effect, effect_of
from drafting.rules.lifecycle import Fate, Outcome
from drafting.store.models import Amendment, AmendmentPart, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, pending
from drafting.text import Passage, Redline, edited_blocks

TAKING = frozenset({Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED})


@dataclass(frozen=True, slots=True)
class Wish:
    """What a moderator would say of one amendment, whole.

    `letters` are the changes taken *in part*; `words` the moderators' own text (Markdown) or
    title by the position of the part, for *other words*.
    """

    amendment: Amendment
    outcome: Outcome
    letters: frozenset[str] = frozenset()
    words: Mapping[int, str] = field(default_factory=dict)
    by: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A wish worked out: the outcome that follows, and what is taken of each part."""

    wish: Wish
    outcome: Outcome
    parts: tuple[RuledPart, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One text as it would change."""

    place: Place
    redline: Redline


@dataclass(frozen=True, slots=True)
class Affected:
    """A pending amendment that the decision does not answer, and what would become of it.

    `same` is true where it asks for the very words of an amendment that is answered.
    """

    amendment: Amendment
    effect: Effect
    fates: Mapping[str, Fate]
    same: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a decision would do."""

    book: Book
    ruled: tuple[Ruled, ...]
    results: tuple[Result, ...]
    affected: tuple[Affected, ...]


def plan_decision(session: Session, statement: Statement, wishes: Sequence[Wish]) -> Plan:
    """Work out what these answers would do together.

    Raises: Refused where a wish cannot be brought about, with what to do instead.
    """
    book = open_book(session, statement)
    ruled = tuple(rule(book, wish) for wish in wishes)
    answered = {wish.amendment.id for wish in wishes}
    others = [row for row in pending(session, statement.id) if row.id not in answered]
    affected = tuple(affect(book, wishes, other) for other in others)
    return Plan(book, ruled, results_of(book, ruled), affected)


def rule(book: Book, wish: Wish) -> Ruled:
    """Work out one wish, and take what it takes into the book."""
    parts = latest(wish.amendment).parts
    if wish.outcome not in TAKING:
        bare = tuple(RuledPart(part, wish.outcome) for part in parts)
        return Ruled(wish, wish.outcome, bare)
    ruled = []
    for part in parts:
        place = place_of(part)
        one = rule_part(
            part,
            stand(part, book.present(place)),
            book.present(place),
            wish.outcome,
            letters=wish.letters,
            words=wish.words.get(part.position),
        )
        if one.redline is not None:
            book.put(place, one.redline)
            if part.kind is PartKind.ADD:
                book.added.append(part)
        ruled.append(one)
    return Ruled(wish, summed(wish, ruled), tuple(ruled))


def summed(wish: Wish, parts: Sequence[RuledPart]) -> Outcome:
    """Say what the rulings on the parts make of the whole amendment."""
    outcomes = {part.outcome for part in parts}
    if not any(part.redline is not None for part in parts):
        if wish.outcome is Outcome.IN_PART:
            raise Refused(N_("Choose at least one change to take."))
        raise Refused(
            N_("Nothing of A%(number)s is left to take: it is in the text, or no longer fits."),
            number=wish.amendment.number,
        )
    if Outcome.AS_MODIFIED in outcomes:
        return Outcome.AS_MODIFIED
    if wish.outcome is Outcome.AS_MODIFIED:
        raise Refused(N_("These are the words that were asked. Use “Take” instead."))
    whole = outcomes <= {Outcome.ACCEPTED, Outcome.FULFILLED}
    return Outcome.ACCEPTED if whole else Outcome.IN_PART


def results_of(book: Book, ruled: Sequence[Ruled]) -> tuple[Result, ...]:
    """Return each text that would change, its changes as they were asked where one asks alone."""
    asked: dict[Place, list[Redline]] = {}
    for part in (part for one in ruled for part in one.parts if part.redline is not None):
        if part.redline is not None:
            asked.setdefault(place_of(part.part), []).append(part.redline)
    results = []
    for place, redlines in asked.items():
        after = book.changed[place]
        alone = len(redlines) == 1 and redlines[0].after == after
        redline = redlines[0] if alone else compare(place.kind, redlines[0].before, after)
        if redline.before != after:
            results.append(Result(place, redline))
    return tuple(results)


def affect(book: Book, wishes: Sequence[Wish], other: Amendment) -> Affected:
    """Work out what would become of an amendment that is not answered."""
    before: dict[str, Fate] = {}
    after: dict[str, Fate] = {}
    touched = False
    for part in latest(other).parts:
        place = place_of(part)
        was = stand(part, book.present(place))
        will = was if not moves(book, place) else stand(part, book.after(place))
        before |= was.fates
        after |= will.fates
        touched = touched or in_changed_block(was, book.after(place))
    effect = effect_of(before.values(), after.values(), touched=touched)
    same = any(same_wish(book, wish.amendment, other) for wish in wishes)
    return Affected(other, effect, after, same)


def moves(book: Book, place: Place) -> bool:
    """Say whether a text would change, or go."""
    return book.present(place) != book.after(place)


def in_changed_block(standing: Standing, after: Passage | None) -> bool:
    """Say whether a part's changes lie in a paragraph that would read otherwise."""
    if standing.redline is None or after is None:
        return False
    kept = set(after.blocks)
    return any(block not in kept for block in edited_blocks(standing.redline))


def same_wish(book: Book, one: Amendment, other: Amendment) -> bool:
    """Say whether two amendments ask for the very same, each change letter for letter."""
    first, second = latest(one).parts, latest(other).parts
    if words_asked(first) != words_asked(second):
        return False
    if len(first) != len(second) or any(part.kind is PartKind.ADD for part in (*first, *second)):
        return False
    wanted = {place_of(part): asked_on(book, part) for part in first}
    return all(
        asked is not None and asked == wanted.get(place_of(part))
        for part in second
        for asked in (asked_on(book, part),)
    )


def words_asked(parts: Sequence[AmendmentPart]) -> list[tuple[str, str, str]]:
    """Return what parts put for what, as written: a quick look before a closer one."""
    return sorted(
        (change["kind"], change.get("before", ""), change.get("after", ""))
        for part in parts
        for change in changes_of(part)
    )


def asked_on(book: Book, part: AmendmentPart) -> Passage | None:
    """Return the present text with a part's changes; None where one of them does not fit."""
    standing = stand(part, book.present(place_of(part)))
    alive = set(standing.fates.values()) == {Fate.CARRIED}
    return standing.redline.after if standing.redline is not None and alive else None
