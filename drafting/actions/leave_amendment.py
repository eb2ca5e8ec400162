"""Take the own group's name off another group's amendment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.asking import answer_revised
from drafting.actions.steps.entries import tell
from drafting.actions.steps.journal import keep_hand
from drafting.actions.steps.sponsors import set_sponsor, sponsor_of
from drafting.errors import WrongStep
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.lifecycle import Step, after
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment
from drafting.store.models.amendments import SponsorState
from drafting.store.models.questions import Answer
from drafting.store.queries.amendments import get_amendment, scope_of
from drafting.store.queries.groups import get_group, group_is_leaderless
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class LeaveAmendment:
    """Which amendment, for which group."""

    statement: str
    number: int
    group: str


def leave_amendment(session: Session, actor: Actor, request: LeaveAmendment) -> Amendment:
    """Leave while it waits, or say no to the own writers, who asked to join.

    What was only asked inside the group is in no record. Raises: NotVisible, Forbidden, WrongStep.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_amendment(session, statement, request.number)
    require(actor, Permission.SEE_AMENDMENT, scope_of(amendment))
    group = get_group(session, statement.id, request.group)
    leaderless = group_is_leaderless(session, group.id)
    require(actor, Permission.SEND, Scope(statement.id, group.id, leaderless=leaderless))
    after(amendment.status, Step.JOIN)
    sponsor = sponsor_of(amendment, group)
    if sponsor is None or sponsor.state is SponsorState.LEFT:
        raise WrongStep
    was = sponsor.state
    set_sponsor(session, amendment, group, SponsorState.LEFT, actor)
    answer_revised(session, amendment, group, Answer.NO, actor)
    if was is SponsorState.ASKED:
        keep_hand(session, statement, actor, Right.SEND, act="did not join", amendment=amendment)
        return amendment
    tell(session, statement, actor, amendment, EventKind.LEFT, Right.SEND, group)
    return amendment
