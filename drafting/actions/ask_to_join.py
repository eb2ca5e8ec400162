"""Ask the own group's senders to join another group's amendment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.journal import keep_hand
from drafting.actions.steps.sponsors import check_open_to, set_sponsor, sponsor_of
from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.amendments import get_amendment, scope_of
from drafting.store.queries.groups import get_group
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class AskToJoin:
    """Which amendment, for which group."""

    statement: str
    number: int
    group: str


def ask_to_join(session: Session, actor: Actor, request: AskToJoin) -> Amendment:
    """Note the wish inside the group; a group that has joined is not asked.

    Raises: NotVisible, Forbidden, WrongStep, Refused.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_amendment(session, statement, request.number)
    require(actor, Permission.SEE_AMENDMENT, scope_of(amendment))
    group = get_group(session, statement.id, request.group)
    require(actor, Permission.WRITE, Scope(statement.id, group.id))
    check_open_to(amendment, group, None)
    standing = sponsor_of(amendment, group)
    if standing is None or standing.state is SponsorState.LEFT:
        set_sponsor(session, amendment, group, SponsorState.ASKED, actor)
        keep_hand(session, statement, actor, Right.WRITE, act="asked to join", amendment=amendment)
    return amendment
