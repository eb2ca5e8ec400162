"""For whom somebody may make or end links: those to whom they may give all that a link opens."""

from __future__ import annotations

from drafting.errors import N_, Forbidden
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Grant, Person


def require_renewer(actor: Actor, person: Person) -> None:
    """Demand that the actor may give everything that a link would open (rights loaded).

    Raises: NotVisible, Forbidden.
    """
    held = held_rights(person)
    if person.administrator or not held:
        require(actor, Permission.ADMINISTER, Scope())
        return
    first = min(held, key=lambda grant: not may_give(actor, grant))
    require(actor, permission_for(first), scope_for(first))
    if not may_renew(actor, person):
        raise Forbidden(N_("This person may do more than you can give. Ask the administrator."))


def held_rights(person: Person) -> list[Grant]:
    """Return the rights that were not removed."""
    return [grant for grant in person.grants if grant.removed_at is None]


def may_renew(actor: Actor, person: Person) -> bool:
    """Say whether the actor may make a link for a person (rights loaded)."""
    held = held_rights(person)
    if person.administrator or not held:
        return may(actor, Permission.ADMINISTER, Scope())
    return all(may_give(actor, grant) for grant in held)


def may_give(actor: Actor, grant: Grant) -> bool:
    """Say whether the actor may give this right."""
    return may(actor, permission_for(grant), scope_for(grant))


def permission_for(grant: Grant) -> Permission:
    """Return what is needed to give this right."""
    return Permission.INVITE_TO_GROUP if grant.group_id else Permission.INVITE


def scope_for(grant: Grant) -> Scope:
    """Return where this right holds."""
    return Scope(statement_id=grant.statement_id, group_id=grant.group_id)
