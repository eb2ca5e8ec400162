"""Publishing the present text as a numbered draft, or as the final text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.asking import close_all_questions
from drafting.actions.steps.editions import Adoption, freeze_edition
from drafting.actions.steps.living import differences
from drafting.actions.steps.rounds import end_rounds, note_rounds
from drafting.errors import N_, Refused, Stale
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Edition, Outline, SectionVersion, Statement
from drafting.store.queries.amendments import count_pending
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.groups import groups_of
from drafting.store.queries.sections import present_outline, present_versions
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class PublishEdition:
    """Which statement, as seen in which state; an adoption makes it final.

    `seen` is the digest of the text that the moderator was shown (`shown_digest` of the page).
    """

    slug: str
    seen: str
    adoption: Adoption | None = None


def publish_edition(session: Session, actor: Actor, request: PublishEdition) -> Edition:
    """Publish a draft, numbered and sealed.

    Raises: Stale when the text has changed or was published since it was shown; Refused when
    nothing was brought in, when it is final already, when a final text leaves changes without an
    answer, or while anything is not as the record tells it.
    """
    statement = get_statement(session, request.slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    note_rounds(session, statement, actor.at)
    outline = present_outline(session, statement.id)
    if outline is None:
        raise Refused(N_("Bring in the words first."))
    versions = present_versions(session, statement.id)
    if request.seen != text_digest(session, statement, outline, versions):
        raise Stale
    check_ready(session, statement, final=request.adoption is not None)
    check_present(session, statement, request.adoption)
    check_untouched(session, statement)
    if request.adoption:
        close_work(session, statement, actor)
    return freeze_edition(session, statement, actor, (outline, versions), request.adoption)


def close_work(session: Session, statement: Statement, actor: Actor) -> None:
    """End all sessions and questions: what is final takes no more words."""
    end_rounds(session, statement, actor)
    close_all_questions(session, statement.id, actor.at)
    statement.final_at = actor.at


def check_present(session: Session, statement: Statement, adoption: Adoption | None) -> None:
    """Refuse groups that the meeting does not have. Raises: Refused."""
    known = {group.public_name for group in groups_of(session, statement.id)}
    if adoption and not known.issuperset(adoption.groups_present):
        raise Refused(N_("One of these groups is not in this meeting."))


def text_digest(
    session: Session, statement: Statement, outline: Outline, versions: Sequence[SectionVersion]
) -> str:
    """Name a state of the whole text, so that a form can say which one it showed.

    The last published draft is part of it: a form that is sent twice publishes once.
    """
    last = latest_edition(session, statement.id)
    held = "-".join(str(one.id) for one in versions)
    return f"{last.number if last else ''}:{outline.number}:{held}"


def check_untouched(session: Session, statement: Statement) -> None:
    """Publish nothing that is not as the record tells it. Raises: Refused."""
    for _difference in differences(session, statement):
        raise Refused(
            N_("Something was changed past the record. Ask an administrator to check it first.")
        )


def check_ready(session: Session, statement: Statement, *, final: bool) -> None:
    """Refuse what cannot be published now. Raises: Refused."""
    if statement.final_at is not None:
        raise Refused(N_("The final text is published. Nothing more can be published."))
    if final and count_pending(session, statement.id):
        raise Refused(N_("Some changes still wait for an answer. Answer each one first."))
