"""Both texts for a moderator whose page was overtaken: what was seen, and how it is now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from drafting.errors import NotVisible
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import PENDING
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, Statement
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.decisions import last_decision
from drafting.store.queries.journal import acted
from drafting.store.queries.sections import get_section, get_version, head_of
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import Redline, diff, read
from drafting.web.addresses import number_from
from drafting.web.presenters.amendments_parts import clean_text
from drafting.web.presenters.decisions_order import next_to_decide


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

    `number` is None where the act was on a section, or on several amendments. `own` when the
    reader answered it; then `next` waits for an answer.
    """

    slug: str
    language: str
    number: int | None
    label: str
    sentence: str
    status: str
    waits: bool
    own: bool
    next: int | None
    texts: tuple[BothTexts, ...]


def show_stale(
    session: Session,
    actor: Actor,
    slug: str,
    numbers: Collection[int],
    seen: str,
    *,
    answering: bool,
) -> StalePage:
    """Show the versions that the page named (`key:number`, commas between) beside the present.

    `numbers` are the amendments that were to be answered, or whose answer was to be reopened.
    """
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    answered = [get_amendment(session, statement, number) for number in sorted(numbers)]
    # After the Final nothing waits and nothing is reopened: there is no way on from one's own.
    going_on = answering and statement.final_at is None
    own = going_on and are_own(session, actor, answered)
    texts = [both_texts(session, statement, name) for name in seen.split(",") if name and not own]
    one = answered[0] if len(answered) == 1 else None
    status = one.status.value if one is not None else ""
    return StalePage(
        slug=slug,
        language=statement.language,
        number=one.number if one is not None else None,
        label=amendment_label(one.number or 0) if one is not None else "",
        sentence=sentence_of(answered, own=own),
        status=status,
        waits=status in PENDING,
        own=own,
        next=next_to_decide(session, actor, slug, max(numbers)) if own else None,
        texts=tuple(text for text in texts if text is not None),
    )


def are_own(session: Session, actor: Actor, answered: Sequence[Amendment]) -> bool:
    """Say whether the reader gave the answers that stand to all of these."""
    if not answered or any(one.status in PENDING for one in answered):
        return False
    last = [last_decision(session, one.id) for one in answered]
    return acted(session, actor.person_id, {one.entry_id if one else None for one in last})


def sentence_of(answered: Sequence[Amendment], *, own: bool) -> str:
    """Say what happened to what was to be answered."""
    label = amendment_label(answered[0].number or 0) if len(answered) == 1 else ""
    if own:
        return (
            _("You have answered %(label)s. Your answer stands.", label=label)
            if label
            else _("You have answered these changes. Your answer stands.")
        )
    if label and answered[0].status not in PENDING:
        return _("%(label)s was answered meanwhile.", label=label)
    return _("This has changed since you opened it.")


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
