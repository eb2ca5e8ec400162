"""What publishing does that nobody would see coming: other numbers, and frames left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.rules.numbering import number
from drafting.store.models import SectionVersion, Statement
from drafting.store.models.sections import SectionKind
from drafting.store.queries.editions import numbers_now, shapes_in
from drafting.store.session import Session


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A paragraph whose number will be another: as it is now, and in the next draft."""

    now: str
    then: str


def renumbered(
    session: Session, statement: Statement, versions: Sequence[SectionVersion]
) -> tuple[Renumbered, ...]:
    """Return the paragraphs to which the next draft gives another number, in order."""
    now = {one.key: one.label for one in numbers_now(session, statement.id, versions)}
    then = number(shapes_in(versions))
    return tuple(Renumbered(now[one.key], one.label) for one in then if one.label != now[one.key])


def frames_in(versions: Sequence[SectionVersion]) -> tuple[str, ...]:
    """Return the titles of the sections that no Final holds, in order."""
    return tuple(one.title for one in versions if one.section.kind is SectionKind.FRAME)
