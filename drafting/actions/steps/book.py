"""The present text of a statement as a decision sees it, and as it would read afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from drafting.actions.steps.parts import OUTLINE_KINDS, base_of, carry_onto, outline_keys
from drafting.errors import N_, Refused
from drafting.store.models import AmendmentPart, Outline, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.decisions import heads
from drafting.store.queries.sections import present_outline
from drafting.text import Passage, Redline


@dataclass(frozen=True, slots=True)
class Place:
    """One of the texts that amendments change: a section's text, its title, or the order."""

    kind: PartKind
    section_id: int | None = None


ORDER = Place(PartKind.MOVE)


def place_of(part: AmendmentPart) -> Place:
    """Say which text a part changes; what adds, drops or moves a section changes the order."""
    return ORDER if part.kind in OUTLINE_KINDS else Place(part.kind, part.section_id)


@dataclass
class Book:
    """The versions that stand, and what has been taken onto them so far, in memory only."""

    versions: dict[int, SectionVersion]
    outline: Outline | None
    changed: dict[Place, Passage] = field(default_factory=dict)
    added: list[AmendmentPart] = field(default_factory=list)

    def present(self, place: Place) -> Passage | None:
        """Return a text as it stands; None for a section that is not in the order."""
        if place.section_id is None:
            return base_of(PartKind.MOVE, None, self.outline)
        version = self.versions[place.section_id]
        if self.outline is not None and version.section.key not in self.outline.keys:
            return None
        return base_of(place.kind, version, None)

    def after(self, place: Place) -> Passage | None:
        """Return a text as it would read; None for a section that would be dropped."""
        if place.section_id is None or ORDER not in self.changed:
            return self.changed[place] if place in self.changed else self.present(place)
        version = self.versions[place.section_id]
        if version.section.key not in outline_keys(self.changed[ORDER]):
            return None
        return self.changed.get(place, base_of(place.kind, version, None))

    def put(self, place: Place, redline: Redline) -> None:
        """Take a redline, made on the present text, onto what was taken before it.

        Raises: Refused when it meets that.
        """
        if place not in self.changed:
            self.changed[place] = redline.after
            return
        rebased = carry_onto(place.kind, redline, self.changed[place])
        if set(rebased.fates) - {"carried", "fulfilled"}:
            raise Refused(N_("Two of these changes meet. Answer them one after the other."))
        self.changed[place] = rebased.passage

    def version_at(self, place: Place) -> SectionVersion | None:
        """Return the version that a place belongs to; None for the order."""
        return None if place.section_id is None else self.versions[place.section_id]


def open_book(session: Session, statement: Statement) -> Book:
    """Read what stands now."""
    return Book(heads(session, statement.id), present_outline(session, statement.id))
