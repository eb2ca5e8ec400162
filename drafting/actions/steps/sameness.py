"""Whether two proposals ask for the very same: so that no group asks a thing twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy.orm import Session

from drafting.actions.steps.carry import Shelf, load_bases
from drafting.actions.steps.parts import OUTLINE_KINDS, markdown_of, outline_keys
from drafting.actions.steps.standing import carried_fates, stand
from drafting.errors import N_, Refused
from drafting.rules.lifecycle import PENDING, Fate
from drafting.store.models import Amendment, AmendmentPart, AmendmentRevision, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import Wanted, latest, list_sent

STANDS = frozenset({Fate.CARRIED.value, Fate.FULFILLED.value})
"""What may have become of the changes of a part that still says what the text would be."""

Asked = tuple[object, ...]


def asked_by(
    session: Session,
    statement: Statement,
    group_id: int,
    parts: Sequence[AmendmentPart],
    besides: Amendment | None = None,
) -> Amendment | None:
    """Return the group's own change that waits and asks for what these new parts ask."""
    waiting = list_sent(session, statement.id, Wanted(PENDING, group_id=group_id))
    own = [row for row in waiting if row.group_id == group_id and row is not besides]
    return next(iter(asking_the_same(session, statement, parts, own)), None)


def check_single(
    session: Session, statement: Statement, amendment: Amendment, parts: Sequence[AmendmentPart]
) -> None:
    """Go on only where no other change of the group asks for the very same. Raises: Refused."""
    twin = asked_by(session, statement, amendment.group_id, parts, amendment)
    if twin is not None:
        raise Refused(
            N_("A%(number)s of your group asks for the very same. Take one of them back."),
            number=twin.number,
        )


def asking_the_same(
    session: Session,
    statement: Statement,
    parts: Sequence[AmendmentPart],
    waiting: Collection[Amendment],
) -> list[Amendment]:
    """Return those of the waiting changes, loaded whole, that ask for what these new parts ask.

    By the version they were written on, or by what they make of the present text.
    """
    shelf = Shelf(session, statement.id)
    wanted = {*map(written, parts)}, made_by(shelf, parts)
    return [row for row in waiting if agrees(latest(row), *wanted)]


def agrees(
    revision: AmendmentRevision, wrote: Collection[Asked], makes: Collection[Asked] | None
) -> bool:
    """Say whether a revision that waits was written so, or makes the same of the text."""
    if set(map(written, revision.parts)) == wrote:
        return True
    return makes is not None and makes == standing_now(revision.parts)


def written(part: AmendmentPart) -> Asked:
    """Return what a part asks as it was written, and of which version."""
    base = part.section_version or part.outline
    return (part.kind, base and base.id, part.title, part.markdown, without_key(part))


def without_key(part: AmendmentPart, keys: Sequence[str] | None = None) -> tuple[str, ...]:
    """Return an order of sections; the key of one that is new, drawn by chance, is left out."""
    order = (part.outline_keys if keys is None else keys) or ()
    new = part.section_key if part.kind is PartKind.ADD else None
    return tuple("" if key == new else key for key in order)


def made_by(shelf: Shelf, parts: Sequence[AmendmentPart]) -> set[Asked] | None:
    """Return what new parts make of the present text; None where some do not fit it."""
    made = set()
    for part in parts:
        load_bases(shelf.session, part)
        standing = stand(part, shelf.present_of(part).passage(part))
        if standing.redline is None or not fits({fate.value for fate in standing.fates.values()}):
            return None
        after = standing.redline.after
        keys = outline_keys(after) if part.kind in OUTLINE_KINDS else None
        made.add(result(part, markdown_of(part.kind, after), keys))
    return made


def standing_now(parts: Sequence[AmendmentPart]) -> set[Asked] | None:
    """Return what parts that wait make of the present text; None where some do not fit it."""
    made = set()
    for part in parts:
        carried = part.carried
        if carried is None or not fits({fate.value for fate in carried_fates(part).values()}):
            return None
        made.add(result(part, carried.markdown, carried.outline_keys))
    return made


def fits(fates: Collection[str]) -> bool:
    """Say whether something is still asked, and nothing of it is in doubt."""
    return Fate.CARRIED.value in fates and STANDS.issuperset(fates)


def result(part: AmendmentPart, markdown: str | None, keys: Sequence[str] | None) -> Asked:
    """Return what a part makes of its text, to be compared."""
    new = (part.title, part.markdown) if part.kind is PartKind.ADD else ()
    return (part.kind, part.section and part.section.id, markdown, without_key(part, keys), new)
