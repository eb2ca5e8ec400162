"""What a reader may do with an amendment that waits, by the tables that actions ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Outcome, Status
from drafting.rules.permits import Permission, Scope, may
from drafting.store.models import Amendment, Sponsor, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.amendments import scope_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.session import Session
from drafting.web.presenters.amendments import GroupChoice, group_choices
from drafting.web.presenters.decisions_offered import usual_answers


@dataclass(frozen=True, slots=True)
class Doings:
    """What this reader may do now; groups by what they may do.

    `answers` are those that a moderator may give to it.
    """

    revise: bool = False
    withdraw: bool = False
    decide: bool = False
    answers: tuple[Outcome, ...] = ()
    join: tuple[GroupChoice, ...] = ()
    leave: tuple[GroupChoice, ...] = ()
    ask: tuple[GroupChoice, ...] = ()


def doings_of(session: Session, actor: Actor, statement: Statement, amendment: Amendment) -> Doings:
    """Say what this reader may do with what waits, by the same tables that actions ask."""
    if amendment.status is not Status.SUBMITTED:
        return Doings()
    leaderless = group_is_leaderless(session, amendment.group_id)
    sends = may(actor, Permission.SEND, scope_of(amendment, leaderless=leaderless))
    standing = {row.group_id: row for row in amendment.sponsors}
    others = [
        choice
        for choice in group_choices(session, actor, statement)
        if choice.own and choice.id != amendment.group_id
    ]
    return Doings(
        revise=sends,
        withdraw=sends,
        decide=may(actor, Permission.DECIDE, Scope(statement.id)),
        answers=usual_answers(amendment),
        join=tuple(one for one in others if one.ways.send and free(one, standing, amendment)),
        leave=tuple(one for one in others if one.ways.send and state_of(one, standing) == "joined"),
        ask=tuple(
            one
            for one in others
            if one.ways.write and not one.ways.send and state_of(one, standing) in {"", "left"}
        ),
    )


def free(choice: GroupChoice, standing: Mapping[int, Sponsor], amendment: Amendment) -> bool:
    """Say whether a group may still join the words that stand now."""
    row = standing.get(choice.id)
    return row is None or row.state is not SponsorState.JOINED or row.revision < amendment.revision


def state_of(choice: GroupChoice, standing: Mapping[int, Sponsor]) -> str:
    """Return how a group stands to the amendment; empty when it never said anything."""
    row = standing.get(choice.id)
    return row.state.value if row else ""
