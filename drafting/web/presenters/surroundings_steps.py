"""The reader's own next step: what waits for them first, else what they can do meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from flask_babel import gettext as _
from flask_babel import ngettext

from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, may
from drafting.rules.rounds import Door, DoorState
from drafting.store.models import Edition, Statement
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.grants import active_grants
from drafting.store.session import Session

Step: TypeAlias = tuple[str, str]
"""Words, and the endpoint to which they lead; on its own page they are no link."""

FIRST = {
    "group": "groups.mine",
    "questions": "questions.inbox",
    "news": "questions.inbox",
    "people": "people.index",
    "desk": "decisions.queue",
}
"""What waits, the most pressing first, with the endpoint behind which it lies."""


WRITING = {
    f"amendments.{name}"
    for name in (
        *("change_paragraph", "change_section", "add_section", "drop_section", "move_section"),
        *("edit_draft", "revise"),
    )
}
"""Where words are written already."""


def waiting_step(counts: Mapping[str, int]) -> Step | None:
    """Say what waits for this reader first."""
    for name, endpoint in FIRST.items():
        if counts.get(name):
            return waiting_line(name, counts[name]), endpoint
    return None


def waiting_line(name: str, count: int) -> str:
    """Say how much waits behind a door."""
    if name == "news":
        return ngettext("%(num)s answer for you.", "%(num)s answers for you.", count)
    if name == "questions":
        return ngettext(
            "%(num)s question to your group.", "%(num)s questions to your group.", count
        )
    if name == "people":
        return ngettext("%(num)s group has no sender.", "%(num)s groups have no sender.", count)
    if name == "group":
        return ngettext(
            "My group: %(num)s waits for you.", "My group: %(num)s wait for you.", count
        )
    return ngettext("%(num)s change to decide.", "%(num)s changes to decide.", count)


def next_step(
    session: Session,
    actor: Actor,
    statement: Statement,
    state: Door,
    counts: Mapping[str, int],
    endpoint: str,
) -> tuple[str, str | None]:
    """Say what this reader does next, and to which endpoint it leads; its own page is no link."""
    step = waiting_step(counts) or idle_step(session, actor, statement, state, endpoint)
    words, place = step or ("", None)
    return words, None if place == endpoint else place


def idle_step(
    session: Session, actor: Actor, statement: Statement, state: Door, endpoint: str
) -> Step | None:
    """Say what a reader may do while nothing waits."""
    newest = latest_edition(session, statement.id)
    member = may(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    decides = may(actor, Permission.DECIDE, Scope(statement.id))
    if newest is None:
        return empty_step(session, actor, statement, endpoint) if member else None
    if statement.final_at is not None or not member:
        return published_step(statement, newest, endpoint)
    if decides:
        return moderator_step(statement)
    return writer_step(state, endpoint) if writes(actor, statement) else follow_step(endpoint)


def empty_step(session: Session, actor: Actor, statement: Statement, endpoint: str) -> Step:
    """Say who brings the words in, while there are none."""
    if may(actor, Permission.DECIDE, Scope(statement.id)):
        return _("Bring in the words."), "intakes.bring_in"
    if active_grants(session, statement.id, Right.DECIDE):
        return _("The moderators bring in the words first."), endpoint
    if may(actor, Permission.ADMINISTER, Scope(statement.id)):
        return _("No moderator has come in yet. Invite one, or moderate the text yourself."), (
            "people.index"
        )
    return _("No moderator has come in yet. One of them will bring in the words."), endpoint


def writes(actor: Actor, statement: Statement) -> bool:
    """Say whether the reader writes changes, for a group or for others."""
    return any(
        held.statement_id == statement.id and held.right in (Right.WRITE, Right.SEND, Right.ENTER)
        for held in actor.holdings
    )


def moderator_step(statement: Statement) -> Step:
    """Say what a moderator does before the first opening, and when all is answered."""
    if statement.opened_at is None:
        return _("Say when the text is open for changes."), "rounds.index"
    return _("Nothing waits for an answer."), "decisions.queue"


def writer_step(state: Door, endpoint: str) -> Step:
    """Say what a writer can do now: propose, or get words ready; else follow the others."""
    if endpoint in WRITING:
        return _("Write, look at your change, then send it or keep it."), endpoint
    if state.state is DoorState.OPEN:
        return _("To propose other words, press “Change this” at a ¶."), "statements.text"
    if state.state is DoorState.CLOSED and state.until is not None:
        return _("Write a draft now, and send it when the text opens."), "statements.text"
    return follow_step(endpoint)


def follow_step(endpoint: str) -> Step:
    """Lead a reader to what the groups ask for, and from there back to the text."""
    if endpoint == "amendments.index":
        return _("Read the text."), "statements.text"
    return _("See what the groups ask for, and the answers."), "amendments.index"


def published_step(statement: Statement, newest: Edition, endpoint: str) -> Step | None:
    """Lead to the newest published draft, from there to what changed; else say what comes."""
    if endpoint != "editions.show":
        return reading_words(statement, newest), "editions.show"
    if newest.number:
        return _("See what changed since the draft before."), "editions.compare"
    return _("The next draft will be published here."), endpoint


def reading_words(statement: Statement, newest: Edition) -> str:
    """Say that the newest draft, or the Final, is there to be read."""
    if statement.final_at is not None:
        return _("Read the final text.")
    return _("Read the newest draft.") if newest.number else _("Read the Zero draft.")
