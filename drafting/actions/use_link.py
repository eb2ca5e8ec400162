"""Use a link: it signs its person in once, and takes up the rights that wait."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.sign_ins import Device, begin_sign_in
from drafting.errors import N_, NotVisible, Refused
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import SignIn
from drafting.store.queries.sign_ins import find_link, find_signed_in, is_open


@dataclass(frozen=True, slots=True)
class UseLink:
    """The secret of the link, and where the session begins."""

    token: str
    device: Device


def use_link(session: Session, actor: Actor, request: UseLink) -> SignIn:
    """Begin a session.

    Sent again after a lost answer, with the same device token, it gives the same session.
    Raises: NotVisible for an unknown link, Refused for one that is used, too old or revoked.
    """
    require(actor, Permission.SIGN_IN, Scope())
    link = find_link(session, request.token, lock=True)
    if link is None:
        raise NotVisible
    if not is_open(link, actor.at):
        before = find_signed_in(session, request.device.token, actor.at)
        if before and before.sign_in.person_id == link.person_id:
            return before.sign_in
        raise Refused(N_("This link was used before, or is too old."))
    link.used_at = actor.at
    return begin_sign_in(session, link.person, actor.at, request.device)
