"""Who asks for the very same, and was not named on the page from which words are sent."""

from __future__ import annotations

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments_desk import Typed, open_desk
from drafting.web.presenters.amendments_preview import look
from drafting.web.presenters.amendments_start import Place


def untold(session: Session, actor: Actor, place: Place, typed: Typed) -> tuple[int, ...]:
    """Return the wishes of other groups for the very same, before it is sent.

    None where the words cannot be sent, or the own group asks for the same already.
    """
    statement = get_statement(session, place.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    desk = open_desk(session, actor, statement, place)
    preview, _refusal = look(desk, typed.wording, shown=True)
    same = preview.same if preview else ()
    mine = {choice.name for choice in desk.choices if choice.mark == typed.group or place.draft}
    if any(one.author in mine for one in same):
        return ()
    return tuple(one.wish.number or 0 for one in same)
