"""When and what follows: the states of an amendment, its steps, and what a decision makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from drafting.errors import WrongStep


class Status(StrEnum):
    """Where an amendment stands."""

    DRAFT = "draft"
    READY = "ready"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    AS_MODIFIED = "accepted as modified"
    REJECTED = "rejected"
    OPEN_POINT = "open point"
    WITHDRAWN = "withdrawn"
    FULFILLED = "fulfilled"
    OVERTAKEN = "overtaken"


class Step(StrEnum):
    """What may be done to an amendment."""

    EDIT = "edit"
    MARK_READY = "mark ready"
    SUBMIT = "submit"
    REVISE = "revise"
    WITHDRAW = "withdraw"
    JOIN = "join"
    ACCEPT = "accept"
    ACCEPT_IN_PART = "accept in part"
    MODIFY = "accept as modified"
    REJECT = "reject"
    LEAVE_OPEN = "leave open"
    HOLD_FOR_ROOM = "hold for the room"
    FULFIL = "fulfil"
    OVERTAKE = "overtake"
    REOPEN = "reopen"


class Outcome(StrEnum):
    """What a ruling says of an amendment; each is also the status that follows."""

    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    AS_MODIFIED = "accepted as modified"
    REJECTED = "rejected"
    OPEN_POINT = "open point"
    FULFILLED = "fulfilled"
    OVERTAKEN = "overtaken"
    FOR_ROOM = "for the room"
    REOPENED = "reopened"


class Audience(StrEnum):
    """For whom a thing was sent; never widened without its group."""

    MEETING = "meeting"
    PUBLIC = "public"


class Fate(StrEnum):
    """What became of one stored change when the text moved under it."""

    CARRIED = "carried"
    FULFILLED = "fulfilled"
    OVERTAKEN = "overtaken"
    IN_QUESTION = "in question"


PRIVATE = frozenset({Status.DRAFT, Status.READY})
PENDING = frozenset({Status.SUBMITTED})
TAKEN = frozenset({Status.ACCEPTED, Status.IN_PART, Status.AS_MODIFIED})
DECIDED = TAKEN | {
    Status.REJECTED,
    Status.OPEN_POINT,
    Status.FULFILLED,
    Status.OVERTAKEN,
}

AMENDMENT_STEPS: Mapping[tuple[Status, Step], Status] = {
    (Status.DRAFT, Step.EDIT): Status.DRAFT,
    (Status.DRAFT, Step.MARK_READY): Status.READY,
    (Status.DRAFT, Step.SUBMIT): Status.SUBMITTED,
    (Status.READY, Step.EDIT): Status.DRAFT,
    (Status.READY, Step.SUBMIT): Status.SUBMITTED,
    (Status.SUBMITTED, Step.REVISE): Status.SUBMITTED,
    (Status.SUBMITTED, Step.JOIN): Status.SUBMITTED,
    (Status.SUBMITTED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SUBMITTED, Step.ACCEPT): Status.ACCEPTED,
    (Status.SUBMITTED, Step.ACCEPT_IN_PART): Status.IN_PART,
    (Status.SUBMITTED, Step.MODIFY): Status.AS_MODIFIED,
    (Status.SUBMITTED, Step.REJECT): Status.REJECTED,
    (Status.SUBMITTED, Step.LEAVE_OPEN): Status.OPEN_POINT,
    (Status.SUBMITTED, Step.HOLD_FOR_ROOM): Status.SUBMITTED,
    (Status.SUBMITTED, Step.FULFIL): Status.FULFILLED,
    (Status.SUBMITTED, Step.OVERTAKE): Status.OVERTAKEN,
    **{(status, Step.REOPEN): Status.SUBMITTED for status in sorted(DECIDED)},
}

STEP_OF_OUTCOME: Mapping[Outcome, Step] = {
    Outcome.ACCEPTED: Step.ACCEPT,
    Outcome.IN_PART: Step.ACCEPT_IN_PART,
    Outcome.AS_MODIFIED: Step.MODIFY,
    Outcome.REJECTED: Step.REJECT,
    Outcome.OPEN_POINT: Step.LEAVE_OPEN,
    Outcome.FULFILLED: Step.FULFIL,
    Outcome.OVERTAKEN: Step.OVERTAKE,
    Outcome.FOR_ROOM: Step.HOLD_FOR_ROOM,
    Outcome.REOPENED: Step.REOPEN,
}

NEEDS_REASON = frozenset({Outcome.REJECTED, Outcome.AS_MODIFIED, Outcome.IN_PART})


def overall(outcomes: Sequence[Outcome]) -> Outcome:
    """Sum the rulings on the parts of an amendment up into the one answer to it."""
    found = set(outcomes)
    if len(found) == 1:
        return outcomes[0]
    if Outcome.AS_MODIFIED in found:
        return Outcome.AS_MODIFIED
    if found <= {Outcome.ACCEPTED, Outcome.FULFILLED}:
        return Outcome.ACCEPTED
    return Outcome.IN_PART


def state_after(outcome: Outcome) -> Status:
    """Return the state that an answer leaves behind."""
    step = STEP_OF_OUTCOME[outcome]
    return next(to for (_status, by), to in AMENDMENT_STEPS.items() if by is step)


def allows(status: Status, step: Step) -> bool:
    """Say whether an amendment in this state may take this step."""
    return (status, step) in AMENDMENT_STEPS


def after(status: Status, step: Step) -> Status:
    """Return the state that follows.

    Raises: WrongStep where the table has no row.
    """
    if not allows(status, step):
        raise WrongStep
    return AMENDMENT_STEPS[status, step]
