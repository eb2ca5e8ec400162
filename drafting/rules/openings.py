"""What of the journal is opened to whom: never more than a thing was sent for."""

from __future__ import annotations

from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Audience
from drafting.rules.permits import Permission, Scope, may


def may_open(actor: Actor, statement_id: int, audience: Audience) -> bool:
    """Say whether the private part of an entry may be opened to this reader."""
    if audience is Audience.PUBLIC:
        return True
    return may(actor, Permission.SEE_STATEMENT, Scope(statement_id))
