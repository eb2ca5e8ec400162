"""Both texts for a moderator whose page was overtaken: what was seen, and how it is now."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from drafting.errors import NotVisible
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import PENDING
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Statement
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.sections import get_section, get_version, head_of
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import Redline, diff, read
from drafting.web.addresses import number_from
from drafting.web.presenters.amendments_parts import clean_text


@dataclass(frozen=True, slots=True)
class BothTexts:
    """One section as it was seen, as it is, and what changed between."""

    title: str
    seen: Redline
    now: Redline
    changed: Redline


@dataclass(frozen=True, slots=True)
class StalePage:
    """What a moderator is told: nothing was written, and why not.

    `number` is None where the act was on a section, or on several amendments.
    """

    slug: str
    language: str
    number: int | None
    label: str
    sentence: str
    status: str
    waits: bool
    texts: tuple[BothTexts, ...]


def show_stale(
    session: Session, actor: Actor, slug: str, number: int | None, seen: str
) -> StalePage:
    """Show the versions that the page named (`key:number`, commas between) beside the present."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    texts = [both_texts(session, statement, name) for name in seen.split(",") if name]
    sentence, status, label = _("This has changed since you opened it."), "", ""
    if number is not None:
        status = get_amendment(session, statement, number).status.value
        label = amendment_label(number)
        if status not in PENDING:
            sentence = _("%(label)s was answered meanwhile.", label=label)
    return StalePage(
        slug=slug,
        language=statement.language,
        number=number,
        label=label,
        sentence=sentence,
        status=status,
        waits=status in PENDING,
        texts=tuple(text for text in texts if text is not None),
    )


def both_texts(session: Session, statement: Statement, name: str) -> BothTexts | None:
    """Return a section by `key:number` as it was and as it is; None when there is no such one."""
    key, _, raw = name.partition(":")
    number = number_from(raw)
    if number is None:
        return None
    try:
        section = get_section(session, statement.id, key)
        before = read(get_version(session, section, number).markdown)
    except NotVisible:
        return None
    head = head_of(session, section)
    now = read(head.markdown)
    return BothTexts(head.title, clean_text(before), clean_text(now), diff(before, now))
