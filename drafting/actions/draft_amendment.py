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
from drafting.actions.steps.repeats import check_said, check_untouched, own_draft
from drafting.rules.actors import Actor
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import Audience, Step, after
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.sending import right_used, ways_of
from drafting.store.models import Amendment
from drafting.store.queries.amendments import latest, scope_of
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
    """Keep the words and return the draft; the same form sent twice keeps one.

    Raises: NotVisible, Forbidden, Unchanged, BadInput, Stale, SentBefore.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    if request.draft:
        amendment = own_draft(session, statement, actor, request.draft)
        require(actor, Permission.WRITE, scope_of(amendment))
        check_seen(amendment, request.seen)
    else:
        group = chosen_group(session, statement, request.group)
        require(actor, Permission.WRITE, Scope(statement.id, group.id))
        arrived = first_arrival(session, statement, actor, request.form_key)
        if arrived is not None:
            require(actor, Permission.WRITE, scope_of(arrived))
            check_untouched(session, actor, request.form_key, arrived, request.group)
        if arrived is not None and arrived.number is not None:
            check_said(session, statement, arrived, request.wording)
            return arrived
        amendment = arrived or new_draft(session, statement, group, Audience.MEETING, actor)
    check_not_final(statement)
    amendment.status = after(amendment.status, Step.EDIT)
    before = latest(amendment) if amendment.revisions else None
    parts = parts_for(session, statement, request.wording, before)
    labels = labels_of(session, statement.id)
    write_revision(session, amendment, request.wording, parts, labels, actor)
    if not request.draft:
        give_receipt(session, actor, request.form_key, amendment)
    right = right_used(ways_of(actor, scope_of(amendment)))
    keep_hand(session, statement, actor, right, act="drafted", amendment=amendment)
    if request.ready:
        make_ready(session, statement, actor, amendment)
    session.flush()
    return amendment
