"""Taking the record of a statement away, so that anybody can check it without the site."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.records import record_of
from drafting.exchange.record import write_record
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Audience
from drafting.rules.openings import may_open
from drafting.rules.permits import Permission, Scope, require
from drafting.store.queries.editions import list_editions
from drafting.store.queries.statements import get_statement


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """Whose record."""

    slug: str


def export_record(session: Session, actor: Actor, request: ExportRecord) -> bytes:
    """Return the whole chain, opened as far as this reader may see, with what was published.

    Raises: NotVisible before anything is published, but for members.
    """
    statement = get_statement(session, request.slug)
    editions = list_editions(session, statement.id)
    require(
        actor,
        Permission.SEE_EDITION if editions else Permission.SEE_STATEMENT,
        Scope(statement.id),
    )

    def opens(audience: Audience) -> bool:
        return may_open(actor, statement.id, audience)

    return write_record(record_of(session, statement, opens))
