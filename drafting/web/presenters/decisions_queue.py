"""What waits for an answer, in the order of the text: rivals and equal wishes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.parts import carried_of, given, redline_of
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.places import blocks_of_change, keys_of_changes
from drafting.store.models import Amendment, AmendmentPart, Question, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, pending
from drafting.store.queries.editions import labels_of
from drafting.store.queries.questions import open_in_statement
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish, wish_of
from drafting.web.presenters.decisions_answers import prospect_of
from drafting.web.presenters.moments import Moment, moment

Spot = tuple[int, int]
Touch = tuple[PartKind, int | None, int, int, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the list is narrowed to; empty leaves it open."""

    show: str = ""
    group: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One amendment that waits; `pick` names it and the revision seen."""

    wish: Wish
    pick: str
    prospect: str
    same: tuple[str, ...]
    rivals: tuple[str, ...]
    asked_until: Moment | None


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
    rows = {
        row.id: queue_row(row, statement, actor, labels, questions.get(row.id), touched)
        for row in waiting
    }
    kept = [
        row
        for row in sorted(waiting, key=lambda one: (spots[one.id], *wording_of(touched, one)))
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


def spot_of(amendment: Amendment, versions: Sequence[SectionVersion]) -> Spot:
    """Say where in the text an amendment begins: section, block; the order of sections last."""
    order = {version.section_id: at for at, version in enumerate(versions)}
    found = []
    for part in latest(amendment).parts:
        section = order.get(part.section_id or 0, len(order))
        keys = versions[section].keys if section < len(order) else []
        found.append((section, first_block(part, keys)))
    return min(found, default=(len(order), 0))


def wording_of(
    touched: Mapping[int, frozenset[Touch]], amendment: Amendment
) -> tuple[list[tuple[int, int, str]], int]:
    """Return what sorts amendments at one place: rivals together, equal wishes side by side."""
    found = touched[amendment.number or 0]
    words = sorted((start, end, str(inserted)) for _kind, _section, start, end, inserted in found)
    return words, amendment.number or 0


def first_block(part: AmendmentPart, keys: Sequence[str]) -> int:
    """Return the first present block that a part changes, or would change; -1 for a title."""
    if part.kind is not PartKind.TEXT or part.carried is None:
        return -1
    redline = carried_of(part)
    places = [blocks_of_change(redline.before, change).start for change in redline.changes]
    return min(places) if places else written_at(part, keys)


def written_at(part: AmendmentPart, keys: Sequence[str]) -> int:
    """Return where the paragraph stands now that a part was written for; past the end if gone."""
    redline, own = redline_of(part), given(part.section_version).keys
    named = [key for key in keys_of_changes(redline, own) if key in keys]
    return min((keys.index(key) for key in named), default=len(keys))


def queue_row(
    amendment: Amendment,
    statement: Statement,
    actor: Actor,
    labels: Mapping[str, str],
    question: Question | None,
    touched: Mapping[int, frozenset[Touch]],
) -> QueueRow:
    """Return one line, with who asks the same and who asks otherwise for the same words."""
    own = touched[amendment.number or 0]
    same, rivals = [], []
    for number, theirs in touched.items():
        if number == amendment.number or not own:
            continue
        if own == theirs:
            same.append(amendment_label(number))
        elif any(meets(one, another) for one in own for another in theirs):
            rivals.append(amendment_label(number))
    asked = question and moment(question.until, actor.at, get_locale(), statement.zone)
    return QueueRow(
        wish=wish_of(amendment, statement, actor, labels, {amendment.id} if question else ()),
        pick=f"{amendment.number}:{amendment.revision}",
        prospect=prospect_of(amendment),
        same=tuple(same),
        rivals=tuple(rivals),
        asked_until=asked or None,
    )


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


def meets(one: Touch, other: Touch) -> bool:
    """Say whether two changes are about the same words; equal ones are no rivals."""
    if one[:2] != other[:2] or one == other:
        return False
    if one[2] == one[3] or other[2] == other[3]:
        return one[2] <= other[2] < one[3] or other[2] <= one[2] < other[3]
    return one[2] < other[3] and other[2] < one[3]


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
