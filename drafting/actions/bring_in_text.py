"""Reading an uploaded file and proposing how it splits into sections; nothing stands yet."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.errors import N_, Refused
from drafting.exchange.intake import split
from drafting.exchange.readers import read_source
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Intake
from drafting.store.queries.intakes import find_intake
from drafting.store.queries.sections import present_outline
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class BringInText:
    """A file as uploaded: its name, its bytes, and how large it may be."""

    slug: str
    name: str
    data: bytes
    megabytes: int = 5


def bring_in_text(session: Session, actor: Actor, request: BringInText) -> Intake:
    """Keep the source with the proposed split; one that was not saved is replaced.

    Raises: BadInput with one sentence for a file that cannot be read; Refused when the statement
    has its text already.
    """
    statement = get_statement(session, request.slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    lock_statement(session, statement.id)
    if present_outline(session, statement.id) is not None:
        raise Refused(N_("A text was brought in already. Correct its sections instead."))
    source = read_source(request.name, request.data, request.megabytes)
    intake = find_intake(session, statement.id) or Intake(statement_id=statement.id)
    intake.name = source.name[:200]
    intake.source = source.to_json()
    intake.splits = [split(source).to_json()]
    intake.cursor = 0
    intake.made_at = actor.at
    intake.saved_at = None
    session.add(intake)
    session.flush()
    return intake
