"""Making a statement: its name, language and time zone; its text is brought in afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import available_timezones

from drafting.errors import N_, BadInput
from drafting.exchange.clocks import default_place
from drafting.rules.actors import Actor
from drafting.rules.handles import first_free
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.slugs import RESERVED, slug_from
from drafting.store.models import Statement
from drafting.store.queries.statements import all_slugs, lock_names
from drafting.store.session import Session


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What an administrator fills in; `zone` is an IANA name, `place` how its times are called."""

    title: str
    language: str
    zone: str
    place: str = ""


def create_statement(session: Session, actor: Actor, request: NewStatement) -> Statement:
    """Make an empty statement. Raises: BadInput for an unknown zone or an empty title."""
    require(actor, Permission.ADMINISTER, Scope())
    if not request.title.strip():
        raise BadInput(N_("Give the text a title."), field="title")
    if request.zone not in available_timezones():
        raise BadInput(N_("Choose the time zone of the meeting."), field="zone")
    lock_names(session)
    statement = Statement(
        slug=first_free(slug_from(request.title), all_slugs(session) | RESERVED),
        title=request.title.strip(),
        language=request.language,
        zone=request.zone,
        place=request.place.strip() or default_place(request.zone),
        made_at=actor.at,
    )
    session.add(statement)
    session.flush()
    return statement
