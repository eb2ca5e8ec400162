"""Hands mails to a mail server: the address of the server, the form of a mail, one connection."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from urllib.parse import parse_qs, unquote, urlsplit

SECONDS = 20
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails go: `smtps` is encrypted from the start, `smtp` by STARTTLS.

    `open` allows a connection without encryption, as on this very machine.
    """

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    open: bool = False


def read_mail_server(url: str) -> MailServer:
    """Read `smtp://user:password@host:587`; `?tls=no` lets a relay nearby do without encryption."""
    parts = urlsplit(url)
    return MailServer(
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        open=parts.hostname in LOOPBACK or parse_qs(parts.query).get("tls") == ["no"],
    )


@contextmanager
def connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Connect, encrypt and sign in. Raises: OSError (all of smtplib's errors are)."""
    context = ssl.create_default_context()
    if server.scheme == "smtps":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=SECONDS, context=context
        )
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    with client:
        client.ehlo_or_helo_if_needed()
        if server.scheme == "smtp":
            encrypt(client, server, context)
        if server.user:
            client.login(server.user, server.password)
        yield client


def encrypt(client: smtplib.SMTP, server: MailServer, context: ssl.SSLContext) -> None:
    """Go on encrypted. Raises: SMTPNotSupportedError where that is neither offered nor waived."""
    if client.has_extn("starttls"):
        client.starttls(context=context)
        client.ehlo()
    elif not server.open:
        raise smtplib.SMTPNotSupportedError("The mail server offers no encryption.")


def compose(sender: str, address: str, subject: str, body: str, at: datetime) -> EmailMessage:
    """Write a plain mail that no machine answers."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, address, subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].strip("<> ") or "localhost")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(body)
    return mail


def with_addresses(body: str, site: str) -> str:
    """Put the address of the site before each line that begins with a path of it."""
    return re.sub(r"^(?=/)", lambda _found: site, body, flags=re.MULTILINE)


def refused_for_good(error: OSError) -> bool:
    """Say whether the server will never take a mail for this address."""
    return isinstance(error, smtplib.SMTPRecipientsRefused) and all(
        code >= 500 for code, _words in error.recipients.values()
    )
