"""How often may be tried what somebody could guess: counted before it is checked.

A name alone is never shut: a stranger could shut its owner out. The more it is tried from
everywhere, the fewer tries each address has with it, down to one.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from datetime import timedelta
from ipaddress import IPv6Address, ip_address

from flask import current_app, request
from limits import parse

from drafting.actions.count_try import CountTry, count_try
from drafting.errors import TooMany
from drafting.rules.actors import Actor
from drafting.store.session import Session
from drafting.web.identity import settings
from drafting.web.transaction import afterwards, before

ROOM = 5
"""A whole room often shares one address: it may fail this many times as often as one name."""
MAILS = 3
"""Of so many tries one may ask for a mail: it is another person's letter box that fills."""
SUBSCRIBER = 64
"""Bits of an IPv6 address that name a subscriber; the others each device draws by itself."""


def count_password(name: str) -> Callable[[], None]:
    """Count a try of a name's password, kept whatever becomes of the request.

    Return what forgives it: people who sign in rightly never use their room up.
    Raises: TooMany.
    """
    keys = [f"name:{name.lower()}", f"pair:{name.lower()} {address()}", f"room:{address()}"]

    def fits(counts: Mapping[str, int]) -> bool:
        everywhere, here, room = (counts[key] for key in keys)
        return here <= allowed(everywhere) and room <= ROOM * most()

    count(keys, fits)
    return lambda: forgive(keys)


def allowed(everywhere: int) -> int:
    """Return how often one address may try a name that was tried so often from everywhere."""
    return max(most() // (1 + everywhere // (2 * most())), 1)


def count_present_password(person_id: int | None) -> Callable[[], None]:
    """Count a try of the present password of who is signed in; return what forgives it.

    Raises: TooMany.
    """
    keys = [f"present:{person_id}"]
    count(keys, lambda counts: counts[keys[0]] <= most())
    return lambda: forgive(keys)


def count_code() -> Callable[[], None]:
    """Count a try of a code for another phone; return what forgives it. Raises: TooMany."""
    keys = [f"code:{address()}"]
    count(keys, lambda counts: counts[keys[0]] <= ROOM * most())
    return lambda: forgive(keys)


def count_mail(name: str) -> bool:
    """Count who asks for a link by mail, and say whether this name still gets one.

    Who had enough of them has them in the box: nobody else can use them up, and the answer is the
    same. Raises: TooMany when this address asks too often.
    """
    most_mails = max(most() // MAILS, 1)
    keys = [f"mail:{name.lower()}", f"mail pair:{name.lower()} {address()}", f"mail:{address()}"]

    def fits(counts: Mapping[str, int]) -> bool:
        return counts[keys[1]] <= most_mails and counts[keys[2]] <= ROOM * most()

    return count(keys, fits)[keys[0]] <= 2 * most_mails


def count(keys: list[str], fits: Callable[[Mapping[str, int]], bool]) -> Mapping[str, int]:
    """Add one to each key in one short transaction, or to none. Raises: TooMany."""
    public = Actor(at=settings().clock())

    def act(session: Session) -> Mapping[str, int]:
        counts = {
            key: count_try(session, public, CountTry(digest(key), window())).count
            for key in sorted(keys, key=digest)  # in one order: none waits for who waits for it
        }
        if not fits(counts):
            raise TooMany
        return counts

    return before(act)


def forgive(keys: list[str]) -> None:
    """Take a try back, once the request's own transaction has ended."""
    public = Actor(at=settings().clock())
    for key in sorted(keys, key=digest):
        asked = CountTry(digest(key), window(), -1)
        afterwards(lambda session, asked=asked: count_try(session, public, asked))  # type: ignore[misc]  # the default binds it


def most() -> int:
    """Return how many tries the operator allows in one window."""
    return int(parse(settings().sign_in_limit).amount)


def window() -> timedelta:
    """Return for how long the first of them is remembered."""
    return timedelta(seconds=parse(settings().sign_in_limit).get_expiry())


def address() -> str:
    """Return what stands for the reader's address: of IPv6 the part that names a subscriber."""
    try:
        one = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if isinstance(one, IPv6Address) and one.ipv4_mapped is None:
        return f"{int(one) >> (128 - SUBSCRIBER):x}::"
    return str(one.ipv4_mapped or one if isinstance(one, IPv6Address) else one)


def digest(key: str) -> str:
    """Return what is kept of a name or an address; only with the site's secret it is guessed."""
    secret = str(current_app.secret_key).encode()
    return hmac.digest(secret, key.encode(), "sha256").hex()
