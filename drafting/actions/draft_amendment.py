"""Keep words as a draft of a group, or put other words into one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import (
    check_not_final,
    check_seen,
    chosen_group,
    make_ready,
    new_draft,
    write_revision,
)
from drafting.actions.steps.journal import keep_hand
from drafting.actions.steps.proposals import parts_for
from drafting.actions.steps.receipts import first_arrival, give_receipt
from drafting.actions.steps.repeats import check_said, check_untouched, own_draft, stands
from drafting.rules.actors import Actor
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import Audience, Status, Step, after
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.sending import right_used, ways_of
from drafting.store.models import Amendment, Statement
from drafting.store.queries.amendments import drafts_of, latest, scope_of
from drafting.store.queries.editions import labels_of
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class DraftAmendment:
    """The words for a group; `draft` is the key of the draft to change, with the `seen` instant.

    `seen` is the ISO form of the instant at which the draft's words were last changed when the
    page was made, so that two writers do not overwrite each other unawares. `ready` asks the
    group's senders to send it.
    """

    statement: str
    group: str
    wording: Wording
    form_key: str
    draft: str = ""
    seen: str = ""
    ready: bool = False


def draft_amendment(session: Session, actor: Actor, request: DraftAmendment) -> Amendment:
    """Keep the words and return the draft; the same words of a group are kept once.

    Raises: NotVisible, Forbidden, Unchanged, BadInput, Stale, SentBefore.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    begun = opened if request.draft else arriving
    arrived = begun(session, statement, actor, request)
    if arrived is not None and arrived.number is not None:
        return arrived
    check_not_final(statement)
    same = draft_saying(session, statement, request) if arrived is None else None
    amendment = same or kept(session, statement, actor, request, arrived)
    if request.ready and amendment.status is not Status.READY:
        make_ready(session, statement, actor, amendment)
    session.flush()
    return amendment


def opened(
    session: Session, statement: Statement, actor: Actor, request: DraftAmendment
) -> Amendment:
    """Return the draft that the form names. Raises: NotVisible, Forbidden, Stale, SentBefore."""
    amendment = own_draft(session, statement, actor, request.draft)
    require(actor, Permission.WRITE, scope_of(amendment))
    check_seen(amendment, request.seen)
    return amendment


def arriving(
    session: Session, statement: Statement, actor: Actor, request: DraftAmendment
) -> Amendment | None:
    """Return what this form made before; None for its first arrival.

    Raises: NotVisible, Forbidden, BadInput, SentBefore.
    """
    group = chosen_group(session, statement, request.group)
    require(actor, Permission.WRITE, Scope(statement.id, group.id))
    arrived = first_arrival(session, statement, actor, request.form_key)
    if arrived is None:
        return None
    require(actor, Permission.WRITE, scope_of(arrived))
    check_untouched(session, actor, request.form_key, arrived, request.group)
    if arrived.number is not None:
        check_said(session, statement, arrived, request.wording)
    return arrived


def draft_saying(
    session: Session, statement: Statement, request: DraftAmendment
) -> Amendment | None:
    """Return the draft of the group that says these very words already, for the same reason."""
    group = chosen_group(session, statement, request.group)
    drafts = drafts_of(session, statement.id, group.id)
    says = (row for row in drafts if stands(session, statement, latest(row), request.wording))
    return next(says, None)


def kept(
    session: Session,
    statement: Statement,
    actor: Actor,
    request: DraftAmendment,
    draft: Amendment | None,
) -> Amendment:
    """Write the words into the draft, or into a new one, and return it."""
    before = latest(draft) if draft is not None else None
    parts = parts_for(session, statement, request.wording, before)
    if draft is None:
        group = chosen_group(session, statement, request.group)
        draft = new_draft(session, statement, group, Audience.MEETING, actor)
    draft.status = after(draft.status, Step.EDIT)
    labels = labels_of(session, statement.id)
    write_revision(session, draft, request.wording, parts, labels, actor)
    if not request.draft:
        give_receipt(session, actor, request.form_key, draft)
    right = right_used(ways_of(actor, scope_of(draft)))
    keep_hand(session, statement, actor, right, act="drafted", amendment=draft)
    return draft
