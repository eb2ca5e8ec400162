"""Leaving one device, and coming in on another."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from drafting.actions.steps.mails import link_address
from drafting.exchange.writers.qr import qr_svg
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.queries.people import get_person
from drafting.store.queries.sign_ins import find_link, is_open
from drafting.store.session import Session
from drafting.web.presenters.grants import held_by
from drafting.web.presenters.sign_ins import who_gives_links


@dataclass(frozen=True)
class LeavingPage:
    """What somebody should know who is about to leave, and whom to ask for a new link."""

    no_way_back: bool
    ask: tuple[str, ...]


def show_leaving(session: Session, actor: Actor, *, mails: bool) -> LeavingPage:
    """Say whether a person can come back alone: by a password, or by a link to a mail address.

    The latter only where `mails` go out.
    """
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    person = get_person(session, actor.person_id)
    lost = person.password_hash is None and not (mails and person.email)
    return LeavingPage(lost, who_gives_links(session, held_by(person)))


@dataclass(frozen=True)
class DevicePage:
    """A code for another phone, as it is shown once."""

    code: str
    address: str
    qr: Markup


def show_device(actor: Actor, code: str, site: str) -> DevicePage:
    """Show the code in groups of four, and as a square."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    parts = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
    qr = Markup(qr_svg(link_address(site, code)))  # noqa: S704  # drawn from our own address
    return DevicePage(parts, f"{site}/sign-in", qr)


def opens(session: Session, actor: Actor, code: str) -> bool:
    """Say whether a code that was typed opens now."""
    require(actor, Permission.SIGN_IN, Scope())
    link = find_link(session, code)
    return link is not None and is_open(link, actor.at)
