"""Answering a question to a group, and what follows from the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import (
    Sending,
    ask_groups,
    check_not_final,
    joined,
    new_draft,
    send_out,
)
from drafting.actions.steps.asking import close_questions
from drafting.actions.steps.entries import tell
from drafting.actions.steps.insisting import add_revision, copied_parts, parts_on_present
from drafting.actions.steps.sameness import asked_by, check_single
from drafting.errors import N_, Forbidden, Refused, Stale, WrongStep
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.lifecycle import PENDING, Step, after
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.sending import right_used, ways_of
from drafting.store.models import Amendment, AmendmentRevision, Question, Sponsor, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.models.questions import Answer, QuestionKind
from drafting.store.queries.amendments import load_whole, revision_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.questions import get_question
from drafting.store.queries.rounds import list_rounds
from drafting.store.queries.statements import get_statement, lock_statement

ANSWERS: Mapping[QuestionKind, frozenset[Answer]] = {
    QuestionKind.MOVED: frozenset({Answer.KEEP, Answer.TAKE_TEXT}),
    QuestionKind.ENTERED: frozenset({Answer.YES, Answer.NO}),
    QuestionKind.REVISED: frozenset({Answer.YES, Answer.NO}),
    QuestionKind.WITHDRAWN: frozenset({Answer.YES, Answer.NO}),
}


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Which question, what the group says, and the revision its sender read."""

    statement: str
    question: int
    revision: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer in its surroundings, for what follows from it."""

    session: Session
    statement: Statement
    actor: Actor
    question: Question
    amendment: Amendment
    right: Right


def answer_question(session: Session, actor: Actor, request: AnswerQuestion) -> Amendment:
    """Record the group's word and do what it says; return the amendment that goes on.

    Raises: Stale when another revision is asked about now; WrongStep when it was answered.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    question = get_question(session, statement.id, request.question)
    scope = Scope(
        statement.id,
        question.group_id,
        leaderless=group_is_leaderless(session, question.group_id),
    )
    require(actor, Permission.ANSWER, scope)
    check_not_final(statement)
    check_open(question, request)
    amendment = load_whole(session, question.amendment_id)
    question.answer, question.closed_at = request.answer, actor.at
    right = right_used(ways_of(actor, scope))
    heard = Heard(session, statement, actor, question, amendment, right)
    goes_on = FOLLOWS[question.kind](heard)
    session.flush()
    return goes_on


def check_open(question: Question, request: AnswerQuestion) -> None:
    """Go on only with an answer that the question allows, while it is open."""
    if question.closed_at is not None:
        raise WrongStep
    if question.revision != request.revision:
        raise Stale
    if request.answer not in ANSWERS[question.kind]:
        raise Refused(N_("Choose one of the answers."))


def follow_moved(heard: Heard) -> Amendment:
    """The text moved: ask again on the present text, or let go. New words are a revision."""
    if heard.amendment.status not in PENDING:
        raise WrongStep
    insist = heard.question.answer is Answer.KEEP
    parts = parts_on_present(heard.session, heard.amendment, insist=insist)
    if not parts:
        return let_go(heard)
    check_single(heard.session, heard.statement, heard.amendment, parts)
    add_revision(heard.session, heard.amendment, parts, heard.actor)
    ask_sponsors(heard, QuestionKind.REVISED)
    tell_as(heard, heard.amendment, EventKind.REVISED)
    return heard.amendment


def let_go(heard: Heard) -> Amendment:
    """Withdraw what has nothing left to ask, or was never the group's."""
    amendment = heard.amendment
    amendment.status = after(amendment.status, Step.WITHDRAW)
    close_questions(heard.session, amendment, heard.actor.at)
    ask_sponsors(heard, QuestionKind.WITHDRAWN)
    tell_as(heard, amendment, EventKind.WITHDRAWN)
    return amendment


def ask_sponsors(heard: Heard, kind: QuestionKind) -> None:
    """Ask the groups that joined about what became of the words."""
    group_ids = [sponsor.group_id for sponsor in joined(heard.amendment)]
    rounds = list_rounds(heard.session, heard.statement.id)
    ask_groups(heard.session, heard.amendment, kind, group_ids, rounds, heard.actor)


def follow_entered(heard: Heard) -> Amendment:
    """Written for the group: it says yes, or these are not its words and they go."""
    if heard.question.answer is Answer.NO:
        return let_go(heard)
    heard.amendment.unconfirmed = False
    tell_as(heard, heard.amendment, EventKind.CONFIRMED)
    return heard.amendment


def follow_revised(heard: Heard) -> Amendment:
    """The author revised: the group stands with the new words, or leaves."""
    sponsor = sponsor_of(heard)
    if heard.question.answer is Answer.YES:
        sponsor.revision = heard.question.revision
    else:
        sponsor.state = SponsorState.LEFT
    sponsor.at = heard.actor.at
    kind = EventKind.JOINED if heard.question.answer is Answer.YES else EventKind.LEFT
    tell_as(heard, heard.amendment, kind)
    return heard.amendment


def sponsor_of(heard: Heard) -> Sponsor:
    """Return the row by which the group joined. Raises: Forbidden when it did not."""
    for sponsor in heard.amendment.sponsors:
        if sponsor.group_id == heard.question.group_id:
            return sponsor
    raise Forbidden


def follow_withdrawn(heard: Heard) -> Amendment:
    """The author withdrew: the group sends the words it joined as its own, or lets them go.

    Where it asks for the very same already, that goes on alone.
    """
    if heard.question.answer is Answer.NO:
        tell_answer(heard, heard.amendment)
        return heard.amendment
    read = revision_of(heard.amendment, sponsor_of(heard).revision)
    twin = asked_by(heard.session, heard.statement, heard.question.group_id, read.parts)
    if twin is not None:
        tell_answer(heard, heard.amendment)
        return twin
    own = new_draft(
        heard.session, heard.statement, heard.question.group, heard.amendment.audience, heard.actor
    )
    keep_words(heard, own, read)
    sending = Sending(own.audience, heard.right, by_writer=heard.right is Right.WRITE)
    send_out(heard.session, heard.statement, heard.actor, own, sending)
    return own


def keep_words(heard: Heard, own: Amendment, read: AmendmentRevision) -> None:
    """Write the words that the group joined into its own amendment, on their own base."""
    revision = AmendmentRevision(
        amendment_id=own.id,
        number=own.revision,
        heading=read.heading,
        reason=read.reason,
        editorial=read.editorial,
        at=heard.actor.at,
        parts=copied_parts(read),
    )
    heard.session.add(revision)
    own.revisions.append(revision)
    heard.session.flush()


def tell_answer(heard: Heard, amendment: Amendment) -> None:
    """Journal an answer from which nothing else follows."""
    tell_as(heard, amendment, EventKind.ANSWERED)


def tell_as(heard: Heard, amendment: Amendment, kind: EventKind) -> None:
    """Journal what followed, in the name of the group that answered."""
    tell(
        heard.session,
        heard.statement,
        heard.actor,
        amendment,
        kind,
        heard.right,
        heard.question.group,
    )


FOLLOWS: Mapping[QuestionKind, Callable[[Heard], Amendment]] = {
    QuestionKind.MOVED: follow_moved,
    QuestionKind.ENTERED: follow_entered,
    QuestionKind.REVISED: follow_revised,
    QuestionKind.WITHDRAWN: follow_withdrawn,
}
