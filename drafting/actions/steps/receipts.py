"""Receipts: what shows that a form arrived, and makes of two arrivals one."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.labels import receipt_code
from drafting.store.models import Amendment, Receipt, Statement
from drafting.store.queries.amendments import load_whole
from drafting.store.queries.receipts import find_receipt

FORM_KEY = re.compile(r"[0-9a-f]{32}")
KEPT = timedelta(days=30)
BROKEN = N_("This form is broken. Copy your words and open the page again.")


def first_arrival(
    session: Session, statement: Statement, actor: Actor, form_key: str
) -> Amendment | None:
    """Return what this form made when it arrived before, whole; None for its first arrival.

    Under the statement's lock, so that of two at once the second waits and finds the first.
    Raises: BadInput for a key that no page gave out, or one used in another statement.
    """
    if not FORM_KEY.fullmatch(form_key):
        raise BadInput(BROKEN)
    if actor.person_id is None:
        return None
    receipt = find_receipt(session, actor.person_id, form_key)
    if receipt is None:
        return None
    arrived = load_whole(session, receipt.amendment_id)
    if arrived.statement_id != statement.id:
        raise BadInput(BROKEN)
    return arrived


def give_receipt(session: Session, actor: Actor, form_key: str, amendment: Amendment) -> Receipt:
    """Keep the form's key with what it made, and forget this person's old ones."""
    assert actor.person_id is not None
    session.execute(
        delete(Receipt).where(Receipt.person_id == actor.person_id, Receipt.at < actor.at - KEPT)
    )
    receipt = find_receipt(session, actor.person_id, form_key)
    if receipt is None:
        receipt = Receipt(
            person_id=actor.person_id,
            form_key=form_key,
            code=receipt_code(form_key),
            amendment_id=amendment.id,
            at=actor.at,
        )
        session.add(receipt)
    receipt.at = actor.at
    session.flush()
    return receipt
