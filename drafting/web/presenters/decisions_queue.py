"""What waits for an answer, in the order of the text: rivals and equal wishes side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.parts import carried_of
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, Question, SectionVersion, Statement
from drafting.store.queries.amendments import latest, pending
from drafting.store.queries.editions import labels_of
from drafting.store.queries.questions import open_in_statement
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish, wish_of
from drafting.web.presenters.amendments_claims import touched_words
from drafting.web.presenters.decisions_offered import prospect_of
from drafting.web.presenters.decisions_order import Spot, Touch, rank_of, spot_of, touches
from drafting.web.presenters.moments import Moment, moment
from drafting.web.presenters.wishes_rivals import rivals_among


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the list is narrowed to; empty leaves it open."""

    show: str = ""
    group: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One amendment that waits; `pick` names it and the revision seen.

    `touched` says what words of weight it touches although it claims to be language only.
    """

    wish: Wish
    pick: str
    prospect: str
    same: tuple[str, ...]
    rivals: tuple[str, ...]
    asked_until: Moment | None
    touched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """One paragraph, or the title, or the order of sections."""

    label: str
    key: str
    rows: tuple[QueueRow, ...]


@dataclass(frozen=True, slots=True)
class QueueSection:
    """One section with all that waits in it."""

    title: str
    key: str
    places: tuple[QueuePlace, ...]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The list, how many there are in all, and the options by which it is narrowed."""

    slug: str
    language: str
    total: int
    shown: int
    first: int | None
    sections: tuple[QueueSection, ...]
    titles: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]


def show_queue(session: Session, actor: Actor, slug: str, wanted: Narrowed) -> QueuePage:
    """Show what waits for the moderators."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    waiting = pending(session, statement.id)
    versions = present_versions(session, statement.id)
    labels = labels_of(session, statement.id)
    questions = {row.amendment_id: row for row in open_in_statement(session, statement.id)}
    spots = {row.id: spot_of(row, versions) for row in waiting}
    touched = {row.number or 0: touches(row) for row in waiting}
    rivals = rivals_among(waiting)
    rows = {
        row.id: queue_row(row, statement, actor, labels, questions.get(row.id), touched, rivals)
        for row in waiting
    }
    kept = [
        row
        for row in sorted(waiting, key=lambda one: rank_of(one, versions))
        if fits(row, rows[row.id], wanted, versions, spots[row.id])
    ]
    return QueuePage(
        slug=slug,
        language=statement.language,
        total=len(waiting),
        shown=len(kept),
        first=kept[0].number if kept else None,
        sections=by_section(kept, rows, spots, versions, labels),
        titles=tuple((version.section.key, version.title) for version in versions),
        groups=tuple(sorted({(row.group.mark, row.group.name) for row in waiting})),
    )


def queue_row(
    amendment: Amendment,
    statement: Statement,
    actor: Actor,
    labels: Mapping[str, str],
    question: Question | None,
    touched: Mapping[int, frozenset[Touch]],
    rivals: Mapping[int, Collection[int]],
) -> QueueRow:
    """Return one line, with who asks the same and who asks otherwise for the same words."""
    number = amendment.number or 0
    own = touched[number]
    same = [other for other, theirs in touched.items() if own and own == theirs and other != number]
    revision = latest(amendment)
    asked = question and moment(question.until, actor.at, get_locale(), statement)
    return QueueRow(
        wish=wish_of(amendment, statement, actor, labels, {amendment.id} if question else ()),
        pick=f"{amendment.number}:{amendment.revision}",
        prospect=prospect_of(amendment),
        same=tuple(map(amendment_label, same)),
        rivals=tuple(map(amendment_label, sorted(rivals.get(number, ())))),
        asked_until=asked or None,
        touched=touched_words(revision.parts, carried_of) if revision.editorial else (),
    )


def fits(
    amendment: Amendment,
    row: QueueRow,
    wanted: Narrowed,
    versions: Sequence[SectionVersion],
    spot: Spot,
) -> bool:
    """Say whether a line belongs to what was asked for."""
    if wanted.group and wanted.group not in {group.mark for group in row.wish.groups}:
        return False
    if wanted.section:
        key = versions[spot[0]].section.key if spot[0] < len(versions) else "order"
        if key != wanted.section:
            return False
    return {
        "question": row.asked_until is not None,
        "no-question": row.asked_until is None,
        "settled": bool(row.prospect),
        "language": row.wish.editorial,
        "room": amendment.for_room,
        "rivals": bool(row.rivals),
    }.get(wanted.show, True)


def by_section(
    kept: Iterable[Amendment],
    rows: Mapping[int, QueueRow],
    spots: Mapping[int, Spot],
    versions: Sequence[SectionVersion],
    labels: Mapping[str, str],
) -> tuple[QueueSection, ...]:
    """Group the lines by section and place."""
    found: dict[int, dict[int, list[QueueRow]]] = {}
    for amendment in kept:
        section, block = spots[amendment.id]
        found.setdefault(section, {}).setdefault(block, []).append(rows[amendment.id])
    return tuple(
        section_of(versions[at] if at < len(versions) else None, places, labels)
        for at, places in found.items()
    )


def section_of(
    version: SectionVersion | None,
    places: Mapping[int, list[QueueRow]],
    labels: Mapping[str, str],
) -> QueueSection:
    """Return one section with its lines."""
    keys = version.keys if version is not None else []
    made = []
    for block, lines in places.items():
        key = keys[block] if 0 <= block < len(keys) else ""
        made.append(QueuePlace(labels.get(key, ""), key, tuple(lines)))
    if version is None:
        return QueueSection(_("The order of sections"), "order", tuple(made))
    return QueueSection(version.title, version.section.key, tuple(made))
