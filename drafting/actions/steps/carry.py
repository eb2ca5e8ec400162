"""Carrying what is pending onto a new version: the derived row of each part, and the questions.

Every part is carried from its own base in one step, so that a change in question is tried again
at each new version and nothing is lost on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from drafting.actions.steps.asking import Asking, settle_questions
from drafting.actions.steps.parts import (
    OUTLINE_KINDS,
    base_of,
    given,
    lettered,
    markdown_of,
    outline_keys,
)
from drafting.actions.steps.standing import Standing, carried_fates, stand
from drafting.rules.actors import Actor
from drafting.rules.effects import summed_up
from drafting.rules.lifecycle import Fate
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    CarriedPart,
    Outline,
    Question,
    Section,
    SectionVersion,
    Statement,
)
from drafting.store.queries.amendments import latest, pending
from drafting.store.queries.questions import moved_questions
from drafting.store.queries.sections import head_of, present_outline
from drafting.text import Passage

SETTLED = frozenset({Fate.FULFILLED, Fate.OVERTAKEN})


@dataclass(frozen=True, slots=True)
class CarriedAmendment:
    """What became of one pending amendment; `question` is what its group is asked now."""

    amendment: Amendment
    fate: Fate
    fates: dict[str, Fate]
    question: Question | None


@dataclass(frozen=True, slots=True)
class Present:
    """The rows that a part is carried onto: the section's head, or the order of sections."""

    version: SectionVersion | None
    outline: Outline | None
    stands: bool = True

    def passage(self, part: AmendmentPart) -> Passage | None:
        """Return the text that the part changes; None for a section that was dropped."""
        return base_of(part.kind, self.version, self.outline) if self.stands else None


class Shelf:
    """What parts are carried onto, each looked up once."""

    def __init__(self, session: Session, statement_id: int) -> None:
        self.session = session
        self.outline = present_outline(session, statement_id)
        self.heads: dict[int, SectionVersion] = {}

    def present_of(self, part: AmendmentPart) -> Present:
        """Find what a part is carried onto now; its section must be loaded."""
        if part.kind in OUTLINE_KINDS:
            return Present(None, self.outline)
        section = given(part.section)
        if section.id not in self.heads:
            self.heads[section.id] = head_of(self.session, section)
        stands = self.outline is None or section.key in self.outline.keys
        return Present(self.heads[section.id], None, stands)


def carry_pending(
    session: Session,
    statement: Statement,
    actor: Actor,
    *,
    section: Section | None = None,
    outline: bool = False,
    cause: Amendment | None = None,
    until: datetime | None = None,
) -> list[CarriedAmendment]:
    """Carry all that waits onto the new version of a section, or of the order of sections.

    Groups are asked about changes that meet other words, until `until` (the usual time when it
    is None); questions that no longer arise are closed. `cause` is the amendment whose taking
    moved the text: what it fulfilled or overtook names it.
    """
    section_id = None if outline or section is None else section.id
    shelf = Shelf(session, statement.id)
    waiting = pending(session, statement.id, section_id)
    asked = moved_questions(session, [amendment.id for amendment in waiting])
    carried = [
        carry_whole(shelf, amendment, Asking(asked.get(amendment.id, ()), actor.at, until), cause)
        for amendment in waiting
    ]
    session.flush()
    return carried


def carry_amendment(
    session: Session,
    amendment: Amendment,
    *,
    at: datetime | None = None,
    cause: Amendment | None = None,
    until: datetime | None = None,
) -> CarriedAmendment:
    """Carry every part of the standing revision onto the present, and ask what has to be asked.

    `at` is the instant of the act; without it that of sending or of the revision.
    """
    moment = at or max(filter(None, (latest(amendment).at, amendment.sent_at)))
    asked = moved_questions(session, [amendment.id]).get(amendment.id, ())
    shelf = Shelf(session, amendment.statement_id)
    carried = carry_whole(shelf, amendment, Asking(asked, moment, until), cause)
    session.flush()
    return carried


def carry_whole(
    shelf: Shelf, amendment: Amendment, asking: Asking, cause: Amendment | None
) -> CarriedAmendment:
    """Carry one amendment; what it was fulfilled or overtaken by names it while that stands."""
    fates: dict[str, Fate] = {}
    for part in latest(amendment).parts:
        carry_one(shelf, part)
        fates |= carried_fates(part)
    fate = summed_up(fates.values())
    if fate not in SETTLED:
        amendment.named_by_id = None
    elif cause is not None and cause.id != amendment.id and amendment.named_by_id is None:
        amendment.named_by_id = cause.id
    question = settle_questions(shelf.session, amendment, questioned(fates), asking)
    return CarriedAmendment(amendment, fate, fates, question)


def carry_one(shelf: Shelf, part: AmendmentPart) -> CarriedPart:
    """Carry one part; the row is written with the next flush."""
    load_bases(shelf.session, part)
    present = shelf.present_of(part)
    carried = carried_row(shelf.session, part)
    carried.section_version_id = present.version.id if present.version else None
    carried.outline_id = present.outline.id if present.outline else None
    fill(carried, part, present, stand(part, present.passage(part)))
    set_committed_value(carried, "section_version", present.version)
    set_committed_value(carried, "outline", present.outline)
    set_committed_value(part, "carried", carried)
    return carried


def carried_row(session: Session, part: AmendmentPart) -> CarriedPart:
    """Return the derived row of a part, a new one where it has none yet."""
    if "carried" in inspect(part).unloaded:
        found = session.scalar(select(CarriedPart).where(CarriedPart.part_id == part.id))
    else:
        found = part.carried
    if found is None:
        found = CarriedPart(part_id=part.id)
        session.add(found)
    return found


def fill(carried: CarriedPart, part: AmendmentPart, present: Present, standing: Standing) -> None:
    """Set the words, changes and fates."""
    for name, value in standing_values(part, present, standing).items():
        setattr(carried, name, value)


def standing_values(
    part: AmendmentPart, present: Present, standing: Standing
) -> Mapping[str, object]:
    """Return words, changes and fates as kept; a part whose section is gone changes nothing."""
    redline = standing.redline
    passage = (
        redline.after
        if redline is not None
        else base_of(part.kind, present.version, present.outline)
    )
    outline = part.kind in OUTLINE_KINDS
    return {
        "markdown": markdown_of(part.kind, passage),
        "outline_keys": outline_keys(passage) if outline else None,
        "changes": lettered(redline, standing.letters) if redline is not None else [],
        "fates": {sign: fate.value for sign, fate in standing.fates.items()},
    }


def carried_values(shelf: Shelf, part: AmendmentPart) -> Mapping[str, object]:
    """Return what a part carried now would be kept as, without keeping it."""
    load_bases(shelf.session, part)
    present = shelf.present_of(part)
    return {
        "section_version_id": present.version.id if present.version else None,
        "outline_id": present.outline.id if present.outline else None,
        **standing_values(part, present, stand(part, present.passage(part))),
    }


def load_bases(session: Session, part: AmendmentPart) -> None:
    """Load what a part is bound to, where it was made in this very transaction."""
    relations = {
        "section": (Section, part.section_id),
        "section_version": (SectionVersion, part.section_version_id),
        "outline": (Outline, part.outline_id),
    }
    unloaded = inspect(part).unloaded
    for name, (kind, number) in relations.items():
        if name in unloaded:
            found = session.get(kind, number) if number is not None else None
            set_committed_value(part, name, found)


def questioned(fates: dict[str, Fate]) -> list[str]:
    """Return the letters in question, in order."""
    return [sign for sign, fate in fates.items() if fate is Fate.IN_QUESTION]
