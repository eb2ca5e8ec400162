"""The receipt: that it arrived, under which number, and how it fits the present text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.exchange.clocks import clock
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label, spoken_head
from drafting.rules.lifecycle import PRIVATE, Audience, Status
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Amendment, Statement
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import (
    get_by_key,
    latest,
    next_unsent,
    open_questions,
    scope_of,
)
from drafting.store.queries.editions import labels_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.journal import hash_of_sending
from drafting.store.queries.receipts import receipt_for
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import (
    find_readable,
    group_mark_of,
    heading_words,
    is_member,
    own_groups,
)
from drafting.web.presenters.amendments_page import all_fit, fit_lines, marks_of


@dataclass(frozen=True, slots=True)
class Following:
    """What the reader may send next: a draft of the own group, `ready` or not."""

    key: str
    heading: str
    ready: bool


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """What the page says; `line` is the receipt itself, without any person's name."""

    statement: str
    number: int
    label: str
    line: str
    heading: str
    group: str
    public: bool
    fits: bool
    question: bool
    marks: tuple[str, ...]
    record: str
    following: Following | None


def show_receipt(session: Session, actor: Actor, slug: str, number: int) -> ReceiptPage:
    """Show the receipt to those who may see what was sent. Raises: NotVisible."""
    statement = get_statement(session, slug)
    amendment = find_readable(session, actor, statement, number)
    labels = labels_of(session, statement.id)
    member = is_member(actor, statement.id)
    moved = {
        row.group_id
        for row in open_questions(session, amendment.id)
        if row.kind is QuestionKind.MOVED
    }
    return ReceiptPage(
        statement=slug,
        number=number,
        label=amendment_label(number),
        line=receipt_line(session, actor, statement, amendment),
        heading=heading_words(latest(amendment), labels),
        group=group_mark_of(amendment.group, member=member).name,
        public=amendment.audience is Audience.PUBLIC,
        fits=all_fit(fit_lines(amendment)),
        question=amendment.group_id in moved,
        marks=marks_of(amendment, member=member),
        record=record_line(session, amendment),
        following=following(session, actor, statement, labels),
    )


def following(
    session: Session, actor: Actor, statement: Statement, labels: Mapping[str, str]
) -> Following | None:
    """Return the draft that this reader may send next."""
    sending = [
        group_id
        for group_id in own_groups(actor, statement.id)
        if may(actor, Permission.SEND, sending_scope(session, statement, group_id))
    ]
    draft = next_unsent(session, statement.id, sending) if sending else None
    if draft is None:
        return None
    heading = heading_words(latest(draft), labels)
    return Following(draft.key, heading, draft.status is Status.READY)


def sending_scope(session: Session, statement: Statement, group_id: int) -> Scope:
    """Return what is asked before a change is sent for a group."""
    leaderless = group_is_leaderless(session, group_id)
    return Scope(statement.id, group_id, leaderless=leaderless)


def sent_as(session: Session, actor: Actor, slug: str, key: str) -> int | None:
    """Return the number under which a draft was sent, None while it is one. Raises: NotVisible."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    amendment = get_by_key(session, statement, key)
    if amendment.status in PRIVATE:
        return None
    require(actor, Permission.SEE_AMENDMENT, scope_of(amendment))
    return amendment.number


def record_line(session: Session, amendment: Amendment) -> str:
    """Write where the record stood with these words: whoever keeps it is a witness."""
    head = hash_of_sending(session, amendment.id)
    return str(_("Record: %(head)s", head=spoken_head(head))) if head else ""


def receipt_line(session: Session, actor: Actor, statement: Statement, amendment: Amendment) -> str:
    """Write *Received: A12, 17:58 Dhaka, code K7F2*; the code stands for who sent it alone."""
    label = amendment_label(amendment.number or 0)
    instant = amendment.sent_at or actor.at
    when = clock(instant, actor.at, statement, get_locale())
    receipt = receipt_for(session, actor.person_id or 0, amendment.id)
    if receipt is None:
        return str(_("Received: %(label)s, %(when)s", label=label, when=when))
    return str(
        _("Received: %(label)s, %(when)s, code %(code)s", label=label, when=when, code=receipt.code)
    )
