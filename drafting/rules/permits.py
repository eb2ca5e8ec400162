"""Who may do what: one table of predicates, asked by actions, presenters and pages alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from drafting.errors import Forbidden, NotVisible
from drafting.rules.actors import Actor, Right
from drafting.rules.lifecycle import Audience


@dataclass(frozen=True, slots=True)
class Scope:
    """What an act is about: the statement, the group, and how far the thing was opened.

    `private` is true for what has not been sent; `leaderless` for a group without an active
    sender, whose writers may then send.
    """

    statement_id: int | None = None
    group_id: int | None = None
    private: bool = False
    audience: Audience = Audience.MEETING
    person_id: int | None = None
    leaderless: bool = False


class Permission(StrEnum):
    """Each thing that somebody may or may not do."""

    SEE_STATEMENT = "see statement"
    SEE_EDITION = "see edition"
    SEE_AMENDMENT = "see amendment"
    SEE_GROUP = "see group"
    SEE_PERSON = "see person"
    SEE_HANDS = "see hands"
    SEE_QUESTION = "see question"
    WRITE = "write"
    SEND = "send"
    ANSWER = "answer"
    ENTER = "enter"
    INVITE_TO_GROUP = "invite to group"
    INVITE = "invite"
    DECIDE = "decide"
    ADMINISTER = "administer"
    SIGN_IN = "sign in"
    KEEP_ACCOUNT = "keep account"


Predicate = Callable[[Actor, Scope], bool]


def anyone(_actor: Actor, _scope: Scope) -> bool:
    """The public too."""
    return True


def reads(actor: Actor, scope: Scope) -> bool:
    """Holds any right in the statement; an administrator sees what the meeting sees."""
    return actor.administrator or any(
        held.statement_id == scope.statement_id for held in actor.holdings
    )


def writes(actor: Actor, scope: Scope) -> bool:
    """Writes, or sends, for the group."""
    return scope.statement_id is not None and (
        actor.holds(Right.WRITE, scope.statement_id, scope.group_id) or sends(actor, scope)
    )


def sends(actor: Actor, scope: Scope) -> bool:
    """Sends in the name of the group."""
    return scope.statement_id is not None and actor.holds(
        Right.SEND, scope.statement_id, scope.group_id
    )


def writes_without_sender(actor: Actor, scope: Scope) -> bool:
    """Writes for a group whose last sender has gone."""
    return scope.leaderless and writes(actor, scope)


def enters(actor: Actor, scope: Scope) -> bool:
    """Types for the group, or for all groups; a moderator enters too."""
    return scope.statement_id is not None and (
        actor.holds(Right.ENTER, scope.statement_id, scope.group_id)
        or actor.holds(Right.ENTER, scope.statement_id)
        or decides(actor, scope)
    )


def decides(actor: Actor, scope: Scope) -> bool:
    """Moderates the statement."""
    return scope.statement_id is not None and actor.holds(Right.DECIDE, scope.statement_id)


def administers(actor: Actor, _scope: Scope) -> bool:
    """Administers the site."""
    return actor.administrator


def is_own(actor: Actor, scope: Scope) -> bool:
    """Is the very person."""
    return actor.person_id is not None and actor.person_id == scope.person_id


def reads_what_was_sent(actor: Actor, scope: Scope) -> bool:
    """Reads the statement, and the thing has left the group."""
    return not scope.private and reads(actor, scope)


def open_to_public(_actor: Actor, scope: Scope) -> bool:
    """The thing was sent for the public."""
    return not scope.private and scope.audience == Audience.PUBLIC


PERMITS: Mapping[Permission, tuple[Predicate, ...]] = {
    Permission.SEE_STATEMENT: (reads,),
    Permission.SEE_EDITION: (anyone,),
    Permission.SEE_AMENDMENT: (writes, reads_what_was_sent, open_to_public),
    Permission.SEE_GROUP: (writes, decides, administers),
    Permission.SEE_PERSON: (is_own, administers),
    Permission.SEE_HANDS: (writes, decides),
    Permission.SEE_QUESTION: (writes, decides),
    Permission.WRITE: (writes,),
    Permission.SEND: (sends, writes_without_sender),
    Permission.ANSWER: (sends, writes_without_sender),
    Permission.ENTER: (enters,),
    Permission.INVITE_TO_GROUP: (sends, decides, administers),
    Permission.INVITE: (decides, administers),
    Permission.DECIDE: (decides,),
    Permission.ADMINISTER: (administers,),
    Permission.SIGN_IN: (anyone,),
    Permission.KEEP_ACCOUNT: (is_own,),
}

# What a person must see before "no" may be said openly; all else answers "nothing here".
SEEN_BY: Mapping[Permission, Permission] = {
    Permission.SEE_STATEMENT: Permission.SEE_STATEMENT,
    Permission.SEE_EDITION: Permission.SEE_EDITION,
    Permission.SEE_AMENDMENT: Permission.SEE_AMENDMENT,
    Permission.SEE_GROUP: Permission.SEE_STATEMENT,
    Permission.SEE_PERSON: Permission.SEE_PERSON,
    Permission.SEE_HANDS: Permission.SEE_STATEMENT,
    Permission.SEE_QUESTION: Permission.SEE_QUESTION,
    Permission.WRITE: Permission.SEE_AMENDMENT,
    Permission.SEND: Permission.SEE_AMENDMENT,
    Permission.ANSWER: Permission.SEE_QUESTION,
    Permission.ENTER: Permission.SEE_STATEMENT,
    Permission.INVITE_TO_GROUP: Permission.SEE_STATEMENT,
    Permission.INVITE: Permission.SEE_STATEMENT,
    Permission.DECIDE: Permission.SEE_STATEMENT,
    Permission.ADMINISTER: Permission.ADMINISTER,
    Permission.SIGN_IN: Permission.SIGN_IN,
    Permission.KEEP_ACCOUNT: Permission.KEEP_ACCOUNT,
}


def may(actor: Actor, permission: Permission, scope: Scope) -> bool:
    """Say whether any clause of the permission holds."""
    return any(clause(actor, scope) for clause in PERMITS[permission])


def require(actor: Actor, permission: Permission, scope: Scope) -> None:
    """Go on only when permitted.

    Raises: NotVisible when the person may not even see it (404), else Forbidden (403).
    """
    if may(actor, permission, scope):
        return
    if may(actor, SEEN_BY[permission], scope) and SEEN_BY[permission] != permission:
        raise Forbidden
    raise NotVisible
