"""By which right a person brings words of a group in, and what the door lets through."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.rules.actors import Actor, Right
from drafting.rules.lifecycle import Status
from drafting.rules.permits import Permission, Scope, may, sends
from drafting.rules.rounds import Door, DoorState


@dataclass(frozen=True, slots=True)
class Ways:
    """What a person may do with new words for one group."""

    write: bool
    send: bool
    enter: bool
    by_writer: bool = False

    @property
    def any(self) -> bool:
        """Say whether there is anything to do here at all."""
        return self.write or self.send or self.enter


def ways_of(actor: Actor, scope: Scope) -> Ways:
    """Say what a person may do for the group of this scope; `leaderless` must be set in it."""
    send = may(actor, Permission.SEND, scope)
    return Ways(
        write=may(actor, Permission.WRITE, scope),
        send=send,
        enter=not send and may(actor, Permission.ENTER, scope),
        by_writer=send and not sends(actor, scope),
    )


def permission_to_send(actor: Actor, scope: Scope) -> Permission:
    """Return the permission to ask for: one who types for others enters, everybody else sends."""
    return Permission.ENTER if ways_of(actor, scope).enter else Permission.SEND


def right_used(ways: Ways) -> Right:
    """Return the right by which these words are brought in, for the record of hands."""
    if ways.send:
        return Right.WRITE if ways.by_writer else Right.SEND
    return Right.ENTER if ways.enter else Right.WRITE


def lets_through(door: Door, status: Status, *, may_enter: bool) -> bool:
    """Say whether words in this state may be sent now, else they are kept as a draft.

    In the grace what was ready in time goes through; one who enters may do so late.
    """
    if door.state is DoorState.OPEN or may_enter:
        return True
    return door.state is DoorState.GRACE and status is Status.READY
