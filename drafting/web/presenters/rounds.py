"""The sessions of a text: which are open, until when, and what a moderator may change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import get_locale

from drafting.actions.set_round import has_begun
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, may, require
from drafting.rules.rounds import grace_end, in_grace, is_open
from drafting.store.models import Round, Statement
from drafting.store.queries.rounds import list_rounds
from drafting.store.queries.sections import present_outline
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.moments import Moment, moment


@dataclass(frozen=True, slots=True)
class RoundView:
    """One session. The `_field` members are what its fields hold, in the meeting's time."""

    id: int
    name: str
    state: str
    opens: Moment | None
    closes: Moment | None
    grace_ends: Moment | None
    grace_minutes: int
    begun: bool
    opens_field: str
    closes_field: str


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """All sessions; `place` names whose clock counts."""

    slug: str
    place: str
    rounds: tuple[RoundView, ...]
    may_decide: bool
    has_text: bool
    final: bool


def show_rounds(session: Session, actor: Actor, slug: str) -> RoundsPage:
    """Show the sessions to everybody in the meeting; moderators may change them."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    return RoundsPage(
        slug=slug,
        place=statement.place,
        rounds=tuple(
            view_of(row, statement, actor.at) for row in list_rounds(session, statement.id)
        ),
        may_decide=may(actor, Permission.DECIDE, Scope(statement.id)),
        has_text=present_outline(session, statement.id) is not None,
        final=statement.final_at is not None,
    )


def view_of(row: Round, statement: Statement, at: datetime) -> RoundView:
    """Show one session as the clock sees it now."""
    return RoundView(
        id=row.id,
        name=row.name,
        state=state_of(row, statement, at),
        opens=said(row.opens_at, statement, at),
        closes=said(row.closes_at, statement, at),
        grace_ends=said(grace_end(row), statement, at),
        grace_minutes=row.grace_minutes,
        begun=has_begun(row, at),
        opens_field=field_of(row.opens_at, statement),
        closes_field=field_of(row.closes_at, statement),
    )


def state_of(row: Round, statement: Statement, at: datetime) -> str:
    """Say how it stands: open, grace, closed, or coming; a Final ends each grace."""
    if is_open(row, at):
        return "open"
    if in_grace(row, at) and statement.final_at is None:
        return "grace"
    return "closed" if has_begun(row, at) else "coming"


def said(instant: datetime | None, statement: Statement, at: datetime) -> Moment | None:
    """Say an instant in the meeting's zone, where there is one."""
    return moment(instant, at, get_locale(), statement) if instant else None


def field_of(instant: datetime | None, statement: Statement) -> str:
    """Return an instant as a field of date and time holds it, in the meeting's zone."""
    if instant is None:
        return ""
    return instant.astimezone(ZoneInfo(statement.zone)).strftime("%Y-%m-%dT%H:%M")


def zone_for(session: Session, actor: Actor, slug: str) -> str:
    """Return the meeting's zone, in which a moderator types times."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    return statement.zone
