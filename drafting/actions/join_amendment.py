"""Join another group's amendment in the name of the own group."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.asking import answer_revised
from drafting.actions.steps.entries import tell
from drafting.actions.steps.sponsors import check_open_to, set_sponsor, sponsor_of
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, Group
from drafting.store.models.amendments import SponsorState
from drafting.store.models.questions import Answer
from drafting.store.queries.amendments import get_amendment, scope_of
from drafting.store.queries.groups import get_group, group_is_leaderless
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class JoinAmendment:
    """Which amendment, for which group, in which revision it was read."""

    statement: str
    number: int
    group: str
    revision: int


def join_amendment(session: Session, actor: Actor, request: JoinAmendment) -> Amendment:
    """Join the words as read; who joined this revision already has joined.

    Raises: NotVisible, Forbidden, WrongStep, Stale, Refused.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_amendment(session, statement, request.number)
    require(actor, Permission.SEE_AMENDMENT, scope_of(amendment))
    group = get_group(session, statement.id, request.group)
    leaderless = group_is_leaderless(session, group.id)
    require(actor, Permission.SEND, Scope(statement.id, group.id, leaderless=leaderless))
    check_open_to(amendment, group, request.revision)
    if has_joined(amendment, group):
        return amendment
    set_sponsor(session, amendment, group, SponsorState.JOINED, actor)
    answer_revised(session, amendment, group, Answer.YES, actor)
    tell(session, statement, actor, amendment, EventKind.JOINED, Right.SEND, group)
    return amendment


def has_joined(amendment: Amendment, group: Group) -> bool:
    """Say whether the group stands with the very words that stand now."""
    standing = sponsor_of(amendment, group)
    return (
        standing is not None
        and standing.state is SponsorState.JOINED
        and standing.revision == amendment.revision
    )
