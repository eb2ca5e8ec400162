"""Taking a decision back, whole or for one amendment, by a new entry that names the old one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.book import ORDER, Place, place_of
from drafting.actions.steps.carry import CarriedAmendment, carry_amendment, carry_pending
from drafting.actions.steps.deciding import check_final
from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.news import Answered
from drafting.actions.steps.notices import mail_decision
from drafting.actions.steps.outlines import advance_outline
from drafting.actions.steps.parts import outline_keys, title_words
from drafting.actions.steps.reopening import Reopening, plan_reopening, reopening_digest
from drafting.actions.steps.rounds import note_rounds
from drafting.actions.steps.sections import advance_section
from drafting.actions.steps.settled import Settled
from drafting.actions.steps.settling import is_own
from drafting.actions.steps.telling import fates, label, narrowest
from drafting.errors import N_, BadInput, Stale
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind, Words
from drafting.rules.lifecycle import Outcome, Step, after
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, AmendmentPart, Decision, Ruling, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.models.sections import Source
from drafting.store.queries.amendments import get_amendment, latest
from drafting.store.queries.decisions import compare_and_set, seq_of
from drafting.store.queries.statements import get_statement, lock_statement
from drafting.text import read


@dataclass(frozen=True, slots=True)
class ReopenDecision:
    """Take back the last decision on an amendment: all of it, or what it says of this one."""

    statement: str
    number: int
    shown: str
    reason: str
    whole: bool = False


def reopen_decision(session: Session, actor: Actor, request: ReopenDecision) -> Decision:
    """Let the amendments wait again, and take their words out of the text.

    Raises: Stale when what was shown has changed; Refused after the Final.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    amendment = get_amendment(session, statement, request.number)
    plan = plan_reopening(session, statement, amendment, whole=request.whole)
    if reopening_digest(plan) != request.shown:
        raise Stale
    if not request.reason:
        raise BadInput(N_("Say why, in one sentence. The group will read it."), field="reason")
    return bring_back(session, statement, actor, plan, request.reason)


def bring_back(
    session: Session, statement: Statement, actor: Actor, plan: Reopening, reason: str
) -> Decision:
    """Write all that follows."""
    decision = Decision(
        statement_id=statement.id,
        reason=reason,
        reopens_id=plan.decision.id,
        own_group=any(is_own(actor, row) for row in plan.amendments),
        at=actor.at,
    )
    session.add(decision)
    session.flush()
    settled = Settled(decision)
    for amendment in plan.amendments:
        wait_again(session, amendment)
    write_back(session, statement, actor, plan, settled)
    for amendment in plan.amendments:
        session.add_all(ruling_of(amendment, part, settled) for part in latest(amendment).parts)
    session.flush()
    settled.carried = carry_back(session, statement, actor, plan, settled)
    tell_reopening(session, statement, actor, plan, settled)
    answered = [Answered(amendment, Outcome.REOPENED) for amendment in plan.amendments]
    mail_decision(session, statement, actor, answered, reason, settled.carried)
    return decision


def wait_again(session: Session, amendment: Amendment) -> None:
    """Let one amendment wait for an answer again. Raises: Stale."""
    becomes = after(amendment.status, Step.REOPEN)
    if not compare_and_set(session, amendment, amendment.revision, amendment.status, becomes):
        raise Stale
    amendment.named_by_id = None


def write_back(
    session: Session, statement: Statement, actor: Actor, plan: Reopening, settled: Settled
) -> None:
    """Make the versions without the words that are taken out."""
    changed = plan.book.changed
    for section_id in sorted({place.section_id for place in changed if place.section_id}):
        head = plan.book.versions[section_id]
        title = changed.get(Place(PartKind.TITLE, section_id))
        version = advance_section(
            session,
            statement,
            head.section,
            changed.get(Place(PartKind.TEXT, section_id), read(head.markdown)),
            head.title if title is None else title_words(title),
            source=Source.REOPENING,
            actor=actor,
            decision=settled.decision,
        )
        settled.versions[section_id] = (head, version)
    if ORDER in changed and plan.book.outline is not None:
        order = outline_keys(changed[ORDER])
        outline = advance_outline(
            session, statement, order, source=Source.REOPENING, actor=actor,
            decision=settled.decision,
        )  # fmt: skip
        settled.outlines = (plan.book.outline, outline)


def ruling_of(amendment: Amendment, part: AmendmentPart, settled: Settled) -> Ruling:
    """Keep that a part waits again, with the versions where its text changed."""
    place = place_of(part)
    ruling = Ruling(
        decision_id=settled.decision.id,
        amendment_id=amendment.id,
        part_id=part.id,
        revision=amendment.revision,
        outcome=Outcome.REOPENED,
        audience=amendment.audience,
    )
    if place == ORDER and settled.outlines is not None:
        ruling.before_outline_id, ruling.after_outline_id = (row.id for row in settled.outlines)
    elif place.section_id in settled.versions:
        before, now = settled.versions[place.section_id]
        ruling.before_version_id, ruling.after_version_id = before.id, now.id
    return ruling


def carry_back(
    session: Session, statement: Statement, actor: Actor, plan: Reopening, settled: Settled
) -> list[CarriedAmendment]:
    """Carry all that waits onto the new versions, and what waits again in one step."""
    found: dict[int, CarriedAmendment] = {}
    if settled.outlines is not None:
        carried = carry_pending(session, statement, actor, outline=True)
        found |= {one.amendment.id: one for one in carried}
    for before, _now in settled.versions.values():
        carried = carry_pending(session, statement, actor, section=before.section)
        found |= {one.amendment.id: one for one in carried}
    for amendment in plan.amendments:
        if amendment.id not in found:
            found[amendment.id] = carry_amendment(session, amendment, at=actor.at)
    return [found[key] for key in sorted(found)]


def tell_reopening(
    session: Session, statement: Statement, actor: Actor, plan: Reopening, settled: Settled
) -> None:
    """Append the one entry, which names the amendments and the decision taken back."""
    event = Event(
        kind=EventKind.REOPENED,
        right=Right.DECIDE,
        public={
            "amendments": [
                {"amendment": label(row), "group": row.group.public_name} for row in plan.amendments
            ],
            "reopens": seq_of(session, plan.decision),
            "own_group": settled.decision.own_group,
        },
        private={"reason": Words(settled.decision.reason), "fates": fates(settled.carried)},
        amendment=plan.amendments[0],
        audience=narrowest(plan.amendments),
    )
    settled.decision.entry_id = append_entry(session, statement, actor, event).id
    session.flush()
