"""Bringing a worked-out decision about: versions, rulings, states, carrying, one journal entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.asking import close_questions
from drafting.actions.steps.book import ORDER, Place, place_of
from drafting.actions.steps.carry import CarriedAmendment, carry_pending
from drafting.actions.steps.news import Answered
from drafting.actions.steps.notices import mail_decision
from drafting.actions.steps.outlines import advance_outline
from drafting.actions.steps.partly import Said, said_of_part
from drafting.actions.steps.parts import outline_keys, title_words
from drafting.actions.steps.plans import Plan, Ruled
from drafting.actions.steps.ruling import RuledPart
from drafting.actions.steps.sections import advance_section, open_section
from drafting.actions.steps.settled import Settled
from drafting.actions.steps.telling import tell_decision
from drafting.errors import Stale
from drafting.rules.actors import Actor, Right
from drafting.rules.lifecycle import STEP_OF_OUTCOME, Outcome, Status, after
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    Decision,
    Ruling,
    Section,
    Statement,
)
from drafting.store.models.amendments import PartKind
from drafting.store.models.sections import Source
from drafting.store.queries.decisions import compare_and_set, find_section
from drafting.store.queries.sections import head_of
from drafting.text import read


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why, until when groups may answer what they are asked, and what the plenary is asked."""

    reason: str = ""
    until: datetime | None = None
    room_question: str = ""


def settle(
    session: Session, statement: Statement, actor: Actor, plan: Plan, grounds: Grounds
) -> Decision:
    """Write all that follows from a plan, under the statement's lock.

    Raises: Stale when an amendment is no longer as it was seen.
    """
    own = any(is_own(actor, one.wish.amendment) for one in plan.ruled)
    decision = Decision(
        statement_id=statement.id, reason=grounds.reason, own_group=own, at=actor.at
    )
    session.add(decision)
    session.flush()
    settled = Settled(decision)
    for ruled in plan.ruled:
        move_on(session, ruled, actor, settled, grounds)
    write_text(session, statement, actor, plan, settled)
    write_rulings(session, plan, settled)
    cause = next((one.wish.amendment for one in plan.ruled if takes(one)), None)
    carry_all(session, statement, actor, plan, settled, cause, grounds.until)
    tell_decision(session, statement, actor, plan, settled)
    answered = [Answered(ruled.wish.amendment, ruled.outcome, said(ruled)) for ruled in plan.ruled]
    mail_decision(session, statement, actor, answered, grounds.reason, settled.carried)
    return decision


def said(ruled: Ruled) -> tuple[Said, ...]:
    """Say what became of each change of an amendment that is taken in part."""
    if ruled.outcome is not Outcome.IN_PART:
        return ()
    number = ruled.wish.amendment.number or 0
    return tuple(
        one for ruling in ruled.parts for one in said_of_part(number, ruling.part, ruling.taken)
    )


def is_own(actor: Actor, amendment: Amendment) -> bool:
    """Say whether who answers also writes or sends for the group that asked."""
    return any(
        actor.holds(right, amendment.statement_id, amendment.group_id)
        for right in (Right.WRITE, Right.SEND)
    )


def takes(ruled: Ruled) -> bool:
    """Say whether anything of an amendment is taken."""
    return any(part.redline is not None for part in ruled.parts)


def move_on(
    session: Session, ruled: Ruled, actor: Actor, settled: Settled, grounds: Grounds
) -> None:
    """Move an amendment to the state that follows, if it is still the one that was seen."""
    amendment = ruled.wish.amendment
    becomes = after(amendment.status, STEP_OF_OUTCOME[ruled.outcome])
    if not compare_and_set(session, amendment, amendment.revision, amendment.status, becomes):
        raise Stale
    if ruled.outcome is Outcome.FOR_ROOM:
        amendment.for_room, amendment.room_question = True, grounds.room_question
        return
    amendment.for_room = False
    if becomes in {Status.FULFILLED, Status.OVERTAKEN} and ruled.wish.by is not None:
        amendment.named_by_id = ruled.wish.by.id
    settled.unanswered += close_questions(session, amendment, actor.at)


def write_text(
    session: Session, statement: Statement, actor: Actor, plan: Plan, settled: Settled
) -> None:
    """Make the new versions of all texts that change."""
    for added in plan.book.added:
        bring_back_or_open(session, statement, actor, added, plan, settled)
    touched = {place.section_id for place in plan.book.changed if place.section_id is not None}
    for section_id in sorted(touched):
        head = plan.book.versions[section_id]
        passage = plan.book.changed.get(Place(PartKind.TEXT, section_id), read(head.markdown))
        title = plan.book.changed.get(Place(PartKind.TITLE, section_id))
        version = advance_section(
            session, statement, head.section, passage,
            title_words(title) if title is not None else head.title,
            source=Source.DECISION, actor=actor, decision=settled.decision,
        )  # fmt: skip
        settled.versions[section_id] = (head, version)
    if ORDER in plan.book.changed and plan.book.outline is not None:
        order = outline_keys(plan.book.changed[ORDER])
        outline = advance_outline(
            session, statement, order, source=Source.DECISION, actor=actor,
            decision=settled.decision,
        )  # fmt: skip
        settled.outlines = (plan.book.outline, outline)


def bring_back_or_open(
    session: Session,
    statement: Statement,
    actor: Actor,
    part: AmendmentPart,
    plan: Plan,
    settled: Settled,
) -> None:
    """Make an added section, or give one that was taken out again the words it now has."""
    words = next(
        (one.words for ruled in plan.ruled for one in ruled.parts if one.part is part), None
    )
    passage = read(words if words is not None else part.markdown or "")
    title = part.title or ""
    key = part.section_key or ""
    section: Section | None = find_section(session, statement.id, key)
    if section is None:
        open_section(
            session, statement, key, title, passage, actor=actor, decision=settled.decision
        )
        return
    head = head_of(session, section)
    version = advance_section(
        session, statement, section, passage, title, source=Source.DECISION, actor=actor,
        decision=settled.decision,
    )  # fmt: skip
    settled.versions[section.id] = (head, version)


def write_rulings(session: Session, plan: Plan, settled: Settled) -> None:
    """Keep what the decision says of each part."""
    for ruled in plan.ruled:
        for part in ruled.parts:
            session.add(ruling_of(ruled, part, settled))
    session.flush()


def ruling_of(ruled: Ruled, part: RuledPart, settled: Settled) -> Ruling:
    """Make the ruling on one part; versions only where its text changed."""
    amendment = ruled.wish.amendment
    ruling = Ruling(
        decision_id=settled.decision.id,
        amendment_id=amendment.id,
        part_id=part.part.id,
        revision=amendment.revision,
        outcome=part.outcome,
        audience=amendment.audience,
        taken=part.taken,
        words=part.words,
    )
    place = place_of(part.part)
    if part.redline is None:
        return ruling
    if place.section_id is None and settled.outlines is not None:
        ruling.before_outline_id, ruling.after_outline_id = (row.id for row in settled.outlines)
    elif place.section_id is not None:
        before, now = settled.versions[place.section_id]
        ruling.before_version_id, ruling.after_version_id = before.id, now.id
    return ruling


def carry_all(
    session: Session,
    statement: Statement,
    actor: Actor,
    plan: Plan,
    settled: Settled,
    cause: Amendment | None,
    until: datetime | None,
) -> None:
    """Carry what waits onto every text that changed, each amendment once."""
    if settled.outlines is not None:
        settled.carried = carry_pending(
            session, statement, actor, outline=True, cause=cause, until=until
        )
        return
    found: dict[int, CarriedAmendment] = {}
    for section_id in settled.versions:
        section = plan.book.versions[section_id].section
        for one in carry_pending(
            session, statement, actor, section=section, cause=cause, until=until
        ):
            found[one.amendment.id] = one
    settled.carried = [found[key] for key in sorted(found)]
