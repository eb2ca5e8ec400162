"""Send an amendment in the name of a group: new words, or a draft."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import (
    Sending,
    check_not_final,
    check_seen,
    chosen_group,
    new_draft,
    send_out,
    write_revision,
)
from drafting.actions.steps.journal import keep_hand
from drafting.actions.steps.proposals import check_standing, parts_for
from drafting.actions.steps.receipts import first_arrival, give_receipt
from drafting.actions.steps.repeats import (
    as_kept,
    check_group,
    check_said,
    check_unasked,
    check_untouched,
    draft_of_these,
    own_draft,
)
from drafting.errors import N_, Refused, SentBefore
from drafting.rules.actors import Actor
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import Audience, Status
from drafting.rules.permits import Permission, Scope, may, require
from drafting.rules.rounds import DoorState
from drafting.rules.sending import Ways, lets_through, permission_to_send, right_used, ways_of
from drafting.store.models import Amendment, Statement
from drafting.store.queries.amendments import latest, scope_of
from drafting.store.queries.editions import labels_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.rounds import door_now
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class SubmitAmendment:
    """What to send and who will read it; without `wording` the draft's own words are sent."""

    statement: str
    group: str
    wording: Wording | None
    audience: Audience
    form_key: str
    draft: str = ""
    seen: str = ""


def submit_amendment(session: Session, actor: Actor, request: SubmitAmendment) -> Amendment:
    """Send the words and return what they became; the same form sent twice sends once.

    A group asks the same once: another form with words that wait already writes nothing.
    It never fails because the text moved. While the door is closed the words are kept as a
    draft, which is returned without a number.
    Raises: NotVisible, Forbidden, Refused, Unchanged, BadInput, Stale, SentBefore, AskedAlready.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    arrived = first_arrival(session, statement, actor, request.form_key)
    if arrived is not None and arrived.number is not None:
        require(actor, Permission.SEE_AMENDMENT, scope_of(arrived))
        check_repeated(session, statement, arrived, request)
        return arrived
    draft = own_draft(session, statement, actor, request.draft) if request.draft else arrived
    if draft is not None and request.wording is not None:
        check_seen(draft, request.seen)
    scope = scope_to_send(session, statement, draft, request.group)
    require(actor, permission_to_send(actor, scope), scope)
    if arrived is not None and not request.draft:
        check_untouched(session, actor, request.form_key, arrived, request.group)
    check_not_final(statement)
    amendment = written(session, statement, actor, request, draft)
    give_receipt(session, actor, request.form_key, amendment)
    pass_door(session, statement, actor, amendment, (ways_of(actor, scope), request.audience))
    return amendment


def check_repeated(
    session: Session, statement: Statement, arrived: Amendment, request: SubmitAmendment
) -> None:
    """Go on only where a form says what it said and nobody took back. Raises: SentBefore."""
    if arrived.status is Status.WITHDRAWN:
        raise SentBefore(arrived.number, arrived.key)
    if request.wording is None:
        return
    check_group(arrived, request.group)
    if arrived.audience is not request.audience:
        raise SentBefore(arrived.number, arrived.key)
    check_said(session, statement, arrived, request.wording)


def scope_to_send(
    session: Session, statement: Statement, draft: Amendment | None, mark: str
) -> Scope:
    """Say for which group is sent: the draft's own, or the one chosen in the form.

    Raises: BadInput when none was chosen, NotVisible.
    """
    if draft is not None:
        return scope_of(draft, leaderless=group_is_leaderless(session, draft.group_id))
    group = chosen_group(session, statement, mark)
    leaderless = group_is_leaderless(session, group.id)
    return Scope(statement.id, group.id, leaderless=leaderless)


def written(
    session: Session,
    statement: Statement,
    actor: Actor,
    request: SubmitAmendment,
    draft: Amendment | None,
) -> Amendment:
    """Return the amendment with the words of the form in it.

    Raises: Refused where a draft was kept for a section that takes no changes any more, or sent
    unseen although nobody called it ready; AskedAlready.
    """
    if request.wording is None and draft is not None:
        check_standing(session, statement, latest(draft).parts)
        check_ready(draft)
        check_unasked(session, statement, draft.group_id, as_kept(draft), request.audience)
        return draft
    wording = request.wording or Wording(())
    before = latest(draft) if draft is not None and draft.revisions else None
    parts = parts_for(session, statement, wording, before)
    if draft is not None:
        check_standing(session, statement, parts)
    group = draft.group if draft else chosen_group(session, statement, request.group)
    check_unasked(session, statement, group.id, (wording, parts), request.audience)
    amendment = (
        draft
        or draft_of_these(session, statement, actor, group, (wording, parts))
        or new_draft(session, statement, group, request.audience, actor)
    )
    write_revision(session, amendment, wording, parts, labels_of(session, statement.id), actor)
    return amendment


def check_ready(draft: Amendment) -> None:
    """Go on only with what its writers called ready; anything else is sent from its own page.

    Raises: Refused.
    """
    if draft.status is not Status.READY:
        raise Refused(N_("Nobody called this draft ready. Open it, and send it from its own page."))


def pass_door(
    session: Session,
    statement: Statement,
    actor: Actor,
    amendment: Amendment,
    how: tuple[Ways, Audience],
) -> None:
    """Send what the door lets through; all else stays a draft of its group."""
    ways, audience = how
    state = door_now(session, statement, actor.at)
    may_enter = may(actor, Permission.ENTER, scope_of(amendment))
    if not lets_through(state, amendment.status, may_enter=may_enter):
        keep_hand(session, statement, actor, right_used(ways), act="drafted", amendment=amendment)
        session.flush()
        return
    late = state.state is not DoorState.OPEN and may_enter
    sending = Sending(audience, right_used(ways), ways.enter, late, ways.by_writer)
    send_out(session, statement, actor, amendment, sending)
