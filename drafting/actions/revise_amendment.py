"""Put other words into an amendment that waits; what was sent before is kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from drafting.actions.steps.amendments import (
    ask_groups,
    check_not_final,
    digest_of,
    joined,
    letter_parts,
    write_revision,
)
from drafting.actions.steps.carry import carry_amendment
from drafting.actions.steps.entries import tell
from drafting.actions.steps.notices import mail_carried
from drafting.actions.steps.proposals import parts_for
from drafting.actions.steps.receipts import first_arrival, give_receipt
from drafting.actions.steps.repeats import says_the_same, stands
from drafting.actions.steps.sameness import check_single
from drafting.errors import N_, AskedAlready, Refused, Stale, Unchanged
from drafting.rules.actors import Actor
from drafting.rules.edits import Wording
from drafting.rules.journal import EventKind
from drafting.rules.lifecycle import Step, after
from drafting.rules.permits import Permission, may, require
from drafting.rules.rounds import DoorState
from drafting.rules.sending import right_used, ways_of
from drafting.store.models import Amendment, Statement
from drafting.store.models.questions import Answer, QuestionKind
from drafting.store.queries.amendments import get_amendment, latest, scope_of
from drafting.store.queries.editions import labels_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.questions import questions_of
from drafting.store.queries.rounds import door_now, list_rounds
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class ReviseAmendment:
    """The new words, and what was shown: the revision and the digest of `digest_of`."""

    statement: str
    number: int
    revision: int
    digest: str
    wording: Wording
    form_key: str


def revise_amendment(session: Session, actor: Actor, request: ReviseAmendment) -> Amendment:
    """Add a revision; equal changes keep their letters, joined groups are asked again.

    A form that says what stands, or stood since it was made, writes nothing; with other words
    it is a revision like any.
    Raises: NotVisible, Forbidden, WrongStep, Refused, Unchanged, BadInput, Stale, AskedAlready.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_amendment(session, statement, request.number)
    leaderless = group_is_leaderless(session, amendment.group_id)
    scope = scope_of(amendment, leaderless=leaderless)
    require(actor, Permission.SEND, scope)
    arrived = first_arrival(session, statement, actor, request.form_key)
    if arrived is not None and stands(session, statement, latest(amendment), request.wording):
        return amendment
    check_unwritten(session, statement, amendment, request)
    amendment.status = after(amendment.status, Step.REVISE)
    check_not_final(statement)
    check_open(session, statement, actor, amendment)
    if (request.revision, request.digest) != (amendment.revision, digest_of(amendment)):
        raise Stale
    rewrite(session, statement, actor, amendment, request.wording)
    give_receipt(session, actor, request.form_key, amendment)
    ask_again(session, statement, actor, amendment)
    right = right_used(ways_of(actor, scope))
    tell(session, statement, actor, amendment, EventKind.REVISED, right)
    return amendment


def check_unwritten(
    session: Session, statement: Statement, amendment: Amendment, request: ReviseAmendment
) -> None:
    """Go on only where no revision since the one that was seen has these very words.

    Whoever wrote it: the words are in their place, or others have followed. Raises: AskedAlready.
    """
    since = [row for row in amendment.revisions if row.number > request.revision]
    if any(stands(session, statement, row, request.wording) for row in since):
        raise AskedAlready(amendment.number, amendment.key)


def check_open(session: Session, statement: Statement, actor: Actor, amendment: Amendment) -> None:
    """Go on only while changes are welcome. Raises: Refused."""
    state = door_now(session, statement, actor.at).state
    if state is not DoorState.OPEN and not may(actor, Permission.ENTER, scope_of(amendment)):
        raise Refused(N_("The text is closed for changes now. Copy your words and keep them."))


def rewrite(
    session: Session, statement: Statement, actor: Actor, amendment: Amendment, wording: Wording
) -> None:
    """Write the next revision, letter it and carry it. Raises: Unchanged."""
    before = latest(amendment)
    parts = parts_for(session, statement, wording, before)
    labels = labels_of(session, statement.id)
    if says_the_same(before, wording, parts, labels):
        raise Unchanged
    check_single(session, statement, amendment, parts)
    amendment.revision += 1
    write_revision(session, amendment, wording, parts, labels, actor)
    letter_parts(amendment)
    for part in before.parts:
        if part.carried is not None:
            session.delete(part.carried)
            set_committed_value(part, "carried", None)
    session.flush()
    mail_carried(session, statement, actor, [carry_amendment(session, amendment, at=actor.at)])


def ask_again(session: Session, statement: Statement, actor: Actor, amendment: Amendment) -> None:
    """Ask the joined groups about the new words; what was entered is confirmed by revising it."""
    amendment.unconfirmed = False
    for question in questions_of(session, amendment.id):
        if question.closed_at is None and question.kind is not QuestionKind.MOVED:
            question.closed_at = actor.at
            if question.kind is QuestionKind.ENTERED:
                question.answer = Answer.YES
    group_ids = [sponsor.group_id for sponsor in joined(amendment)]
    rounds = list_rounds(session, statement.id)
    ask_groups(session, amendment, QuestionKind.REVISED, group_ids, rounds, actor)
