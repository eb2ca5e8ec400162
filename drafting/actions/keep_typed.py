"""Keep what stood in a form that is answered with a page, so that *Back* finds it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from drafting.actions.steps.receipts import BROKEN, FORM_KEY
from drafting.errors import BadInput
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import TypedForm
from drafting.store.queries.typed_forms import beyond, find_typed

KEPT = timedelta(days=30)
NEWEST = 20


@dataclass(frozen=True, slots=True)
class KeepTyped:
    """The form's key, the page it stood on, and what stood in it; see `TypedForm`.

    `done` once its button did what it says.
    """

    form_key: str
    path: str
    fields: str
    answer: str
    done: bool = False


def keep_typed(session: Session, actor: Actor, request: KeepTyped) -> TypedForm:
    """Keep it in the place of what this form held before; one row a form, few a person.

    Raises: BadInput for a key that no page gave out.
    """
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    if not FORM_KEY.fullmatch(request.form_key):
        raise BadInput(BROKEN)
    assert actor.person_id is not None
    row = find_typed(session, actor.person_id, request.form_key)
    if row is None:
        row = TypedForm(person_id=actor.person_id, form_key=request.form_key)
        session.add(row)
    row.path, row.fields, row.answer = request.path, request.fields, request.answer
    row.done, row.at = request.done, actor.at
    session.flush()
    forget_old(session, actor.person_id, actor)
    return row


def forget_old(session: Session, person_id: int, actor: Actor) -> None:
    """Forget what is too old, and all but the newest."""
    surplus = session.scalars(beyond(person_id, NEWEST)).all()
    old = (TypedForm.at < actor.at - KEPT) | TypedForm.id.in_(surplus)
    session.execute(delete(TypedForm).where(TypedForm.person_id == person_id, old))
