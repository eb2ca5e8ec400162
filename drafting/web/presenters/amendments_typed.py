"""What a person typed on a page for writing and looked at: shown again to that person alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.errors import Unchanged
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, TypedForm
from drafting.store.queries.receipts import find_receipt
from drafting.store.queries.statements import get_statement
from drafting.store.queries.typed_forms import find_typed, last_unsent
from drafting.store.session import Session
from drafting.web.presenters.amendments_desk import DeskPage, open_desk
from drafting.web.presenters.amendments_start import Place
from drafting.web.presenters.moments import Moment, moment

OFFERED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class TypedNote:
    """What became of words that were typed: when they were, and what was made of them.

    `form_key` names the form; `label` and `number` what was sent, `draft` the draft that was
    kept; none of them where nothing was sent. `here` when the words stand in the fields.
    """

    form_key: str
    when: Moment
    here: bool
    done: bool
    number: int | None = None
    label: str = ""
    draft: str = ""


def check_desk(session: Session, actor: Actor, place: Place) -> None:
    """Ask whether the page would open. Raises: NotVisible, Forbidden, WrongStep."""
    statement = get_statement(session, place.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    open_desk(session, actor, statement, place)


def show_typed(session: Session, actor: Actor, path: str, form_key: str) -> TypedForm | None:
    """Return what this person typed in a form of this page; None for anything else."""
    if actor.person_id is None:
        return None
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    row = find_typed(session, actor.person_id, form_key)
    return row if row is not None and row.path == path else None


def show_unsent(session: Session, actor: Actor, path: str) -> TypedForm | None:
    """Return what this person typed last on this page and did not send; None for nothing."""
    if actor.person_id is None:
        return None
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    return last_unsent(session, actor.person_id, path, actor.at - OFFERED)


def note_on(
    session: Session, actor: Actor, slug: str, row: TypedForm, *, here: bool = True
) -> TypedNote:
    """Say when words were typed, and what was made of them."""
    statement = get_statement(session, slug)
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=row.person_id))
    receipt = find_receipt(session, row.person_id, row.form_key)
    made = session.get(Amendment, receipt.amendment_id) if receipt else None
    number = made.number if made else None
    return TypedNote(
        form_key=row.form_key,
        when=moment(row.at, actor.at, get_locale(), statement),
        here=here,
        done=row.done,
        number=number,
        label=amendment_label(number) if number else "",
        draft=made.key if made and not number else "",
    )


def may_stand(page: DeskPage, opened: DeskPage) -> bool:
    """Whether typed words may stand in the fields of a page that is opened now.

    Not where a draft, or what was sent, has other words meanwhile: then the newer ones do. Not
    where they ask for nothing.
    """
    says = page.preview is not None or bool(page.wording.reason)
    shown = (page.seen, page.revision, page.digest)
    return says and shown == (opened.seen, opened.revision, opened.digest)


def asks_nothing(page: DeskPage) -> bool:
    """Whether the text was looked at as it stands, so that no typed words could be lost."""
    return not page.wording.reason and page.refusal == _(Unchanged().sentence)
