"""The pages around signing in: links to hand out and what opens behind them, one's account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from markupsafe import Markup

from drafting.actions.invite_people import Invitation
from drafting.actions.renew_links import Renewed
from drafting.actions.sign_in import Proof
from drafting.actions.steps.mails import MEANINGS, link_address
from drafting.actions.steps.passwords import password_fits
from drafting.exchange.writers.qr import qr_svg
from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.slugs import path_of
from drafting.store.models import Grant, Group, Person, SignIn
from drafting.store.queries.grants import active_grants
from drafting.store.queries.people import find_person, get_person
from drafting.store.queries.sign_ins import find_link, is_open, open_sign_ins
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.grants import come_in_words, held_by


@dataclass(frozen=True)
class Offer:
    """What a person may do in one text, in whole sentences; `slug` once it can be opened."""

    slug: str
    title: str
    language: str
    meanings: tuple[str, ...]


@dataclass(frozen=True)
class LinkPage:
    """What stands before the button; `spent` links have none. `home` is where it leads."""

    spent: bool
    person_id: int | None = None
    name: str = ""
    button: str = ""
    offers: tuple[Offer, ...] = ()
    home: str = "/"
    ask: tuple[str, ...] = ()


def show_link(session: Session, actor: Actor, token: str) -> LinkPage:
    """Show whom a link is for and what it opens; opening it changes nothing (robots do it)."""
    require(actor, Permission.SIGN_IN, Scope())
    link = find_link(session, token)
    if link is None:
        return LinkPage(spent=True)
    held = held_by(link.person)
    return LinkPage(
        spent=not is_open(link, actor.at),
        person_id=link.person_id,
        name=link.person.name,
        button=button_of(link.person, held),
        offers=offers_of(held),
        home=home_of(held),
        ask=() if is_open(link, actor.at) else who_gives_links(session, held),
    )


def who_gives_links(session: Session, held: Sequence[Grant]) -> tuple[str, ...]:
    """Name who can give a person a new link: the moderators of all texts that they work in.

    Only for somebody who came by a link of their own, or is signed in.
    """
    texts = sorted({grant.statement_id for grant in held})
    found = [one for text in texts for one in active_grants(session, text, Right.DECIDE)]
    return tuple(dict.fromkeys(grant.person.name for grant in found))


def button_of(person: Person, held: Sequence[Grant]) -> str:
    """Say what the person comes in as."""
    if person.administrator:
        return come_in_words(Right.ADMINISTER, "")
    if not held:
        return _("Come in")
    return come_in_words(held[0].right, held[0].group.name if held[0].group else "")


def offers_of(held: Sequence[Grant], opened: Collection[int] = ()) -> tuple[Offer, ...]:
    """Say what rights mean, text by text; those of `opened` can be gone to."""
    texts = {grant.statement_id: grant.statement for grant in held}
    return tuple(
        Offer(
            slug=text.slug if number in opened else "",
            title=text.title,
            language=text.language,
            meanings=tuple(meaning_of(grant) for grant in held if grant.statement_id == number),
        )
        for number, text in texts.items()
    )


def meaning_of(grant: Grant) -> str:
    """Say what one right means."""
    return _(MEANINGS[grant.right], group=grant.group.name if grant.group else "")


def home_of(held: Sequence[Grant]) -> str:
    """Return where a person goes after signing in: to the text, where it is clear which one."""
    slugs = list(dict.fromkeys(grant.statement.slug for grant in held))
    fresh = [grant.statement.slug for grant in held if grant.taken_up_at is None]
    if fresh or len(slugs) == 1:
        return f"{path_of((fresh or slugs)[0])}/text"
    return "/"


def show_home(session: Session, actor: Actor, sign_in: SignIn) -> str:
    """Return where the person of a new session goes."""
    require(actor, Permission.SIGN_IN, Scope())
    return home_of(held_by(get_person(session, sign_in.person_id)))


def check_password(session: Session, actor: Actor, name: str, password: str) -> Proof | None:
    """Return a proof when the password is right; takes as long when there is no such person."""
    require(actor, Permission.SIGN_IN, Scope())
    person = find_person(session, name)
    kept = person.password_hash if person else None
    if not password_fits(kept, password) or person is None or kept is None:
        return None
    return Proof(person.id, kept)


@dataclass(frozen=True)
class OpenSignIn:
    """One session in the list; `here` for the one that looks."""

    id: int
    device: str
    began_at: datetime
    seen_at: datetime
    expires_at: datetime
    here: bool


@dataclass(frozen=True)
class AccountPage:
    """One's own account."""

    name: str
    handle: str
    email: str
    has_password: bool
    language: str
    news_by_mail: bool
    administrator: bool
    offers: tuple[Offer, ...]
    sign_ins: tuple[OpenSignIn, ...]
    now: datetime


def show_account(session: Session, actor: Actor, sign_in_id: int) -> AccountPage:
    """Show a person's own account."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    person = get_person(session, actor.person_id)
    held = held_by(person)
    return AccountPage(
        name=person.name,
        handle=person.handle,
        email=person.email or "",
        has_password=person.password_hash is not None,
        language=person.language or "",
        news_by_mail=person.news_by_mail,
        administrator=person.administrator,
        offers=offers_of(held, {one.statement_id for one in held if one.taken_up_at}),
        sign_ins=tuple(
            OpenSignIn(
                one.id,
                one.device,
                one.began_at,
                one.seen_at,
                one.expires_at,
                one.id == sign_in_id,
            )
            for one in open_sign_ins(session, person.id, actor.at)
        ),
        now=actor.at,
    )


@dataclass(frozen=True)
class Card:
    """One link to hand out; without `link` it went by mail alone."""

    name: str
    group: Group | None
    meaning: str
    mailed: bool
    link: str
    qr: Markup


@dataclass(frozen=True)
class SheetPage:
    """Links as they are shown once, to be sent one by one or printed and cut."""

    slug: str | None
    title: str
    cards: tuple[Card, ...]


def show_invited(
    session: Session, actor: Actor, slug: str, made: Iterable[Invitation], site: str
) -> SheetPage:
    """Show the links of new invitations, the only time that anybody sees them."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    cards = [card_of(one.person, one.grant.right, one.group, one.token, site) for one in made]
    return SheetPage(statement.slug, statement.title, tuple(cards))


def show_renewed(
    session: Session, actor: Actor, slug: str | None, made: Iterable[Renewed], site: str
) -> SheetPage:
    """Show the links that took the place of older ones, in a text or on the whole site."""
    if slug is None:
        require(actor, Permission.ADMINISTER, Scope())
        return SheetPage(None, "", tuple(renewed_card(one, None, site) for one in made))
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    cards = [renewed_card(one, statement.id, site) for one in made]
    return SheetPage(statement.slug, statement.title, tuple(cards))


def renewed_card(one: Renewed, statement_id: int | None, site: str) -> Card:
    """Draw the card of a renewed link, with the weightiest right in this text."""
    held = [grant for grant in held_by(one.person) if grant.statement_id == statement_id]
    right = held[0].right if held else None
    return card_of(one.person, right, held[0].group if held else None, one.token, site)


def card_of(
    person: Person, right: Right | None, group: Group | None, token: str, site: str
) -> Card:
    """Draw one card; a link that is not to be seen leaves it without."""
    link = link_address(site, token) if token else ""
    qr = Markup(qr_svg(link)) if link else Markup()  # noqa: S704  # drawn from our own address
    meaning = _(MEANINGS[right], group=group.name if group else "") if right else ""
    return Card(person.name, group, meaning, person.email is not None, link, qr)
