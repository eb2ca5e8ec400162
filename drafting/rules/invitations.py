"""Invitations: the usual pairs of right and title, and the lines that people paste."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from drafting.errors import N_
from drafting.rules.actors import GROUP_RIGHTS, Actor, Right
from drafting.rules.permits import Permission, Scope, may

LINK_LIFE = timedelta(days=14)
SENDERS = 2
"""How many senders a group should name, so that one may be ill or on a plane."""

LONGEST_NAME = 120
MOST_LINES = 300
PROGRAMME = ("moderator", "discussion starter", "facilitator", "rapporteur")
"""The titles that a programme prints."""

ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")


@dataclass(frozen=True, slots=True)
class Role:
    """A right, and the mark of the group where it needs one; `code` is its form in a field."""

    right: Right
    mark: str = ""

    @property
    def code(self) -> str:
        """Write `send:ASIA`, or `decide:`."""
        return f"{self.right.value}:{self.mark}"


@dataclass(frozen=True, slots=True)
class Invitee:
    """One person to be invited, as typed; `source` is the line.

    `problems` are sentences to mend before anybody is invited, `doubts` only worth a look;
    `reason` is why the line gives no right.
    """

    name: str = ""
    role: Role | None = None
    email: str = ""
    title: str = ""
    organisation: str = ""
    printed: bool = False
    source: str = ""
    reason: str = ""
    doubts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def offered_roles(
    actor: Actor,
    statement_id: int,
    groups: Iterable[tuple[str, int]],
    founded: Iterable[str] = (),
) -> tuple[Role, ...]:
    """Return the rights this person may give; `groups` are pairs of mark and number.

    `founded` are words for groups that are made along. Empty for whoever may invite nobody.
    """
    group_roles = [
        Role(right, mark)
        for mark, number in groups
        if may(actor, Permission.INVITE_TO_GROUP, Scope(statement_id, group_id=number))
        for right in (Right.SEND, Right.WRITE)
    ]
    if may(actor, Permission.INVITE, Scope(statement_id)):
        group_roles += [Role(one, word) for word in founded for one in (Right.SEND, Right.WRITE)]
        group_roles += [Role(right) for right in (Right.DECIDE, Right.ENTER, Right.READ)]
    return tuple(group_roles)


def read_role(code: str) -> Role | None:
    """Read `send:ASIA`; None when it is no role."""
    word, _, mark = code.partition(":")
    right = next((one for one in Right if one == word), Right.ADMINISTER)
    if right == Right.ADMINISTER or (right in GROUP_RIGHTS) != bool(mark):
        return None
    return Role(right, mark)


@dataclass(frozen=True, slots=True)
class Known:
    """Who was invited before: pairs of a name, or mail address, in small letters and a role."""

    names: frozenset[tuple[str, Role]] = frozenset()
    mails: frozenset[tuple[str, Role]] = frozenset()


def check(
    invitees: Sequence[Invitee], offered: Iterable[Role], known: Known
) -> tuple[Invitee, ...]:
    """Return the same people, each with the sentences of what must be mended."""
    roles = frozenset(offered)
    names = Counter((one.name.casefold(), one.role) for one in invitees)
    mails = Counter(one.email.casefold() for one in invitees if one.email)
    return tuple(
        replace(
            one,
            problems=(
                *problems_of_words(one),
                *problems_of_role(one, roles, known),
                *problems_of_twins(one, names, mails),
            ),
        )
        for one in invitees
    )


def problems_of_words(one: Invitee) -> Iterator[str]:
    """Say what is wrong with the words typed."""
    if not one.name:
        yield N_("The name is missing.")
    elif len(one.name) > LONGEST_NAME:
        yield N_("The name is too long.")
    if one.email and not ADDRESS.fullmatch(one.email):
        yield N_("This is no mail address.")


def problems_of_role(one: Invitee, offered: frozenset[Role], known: Known) -> Iterator[str]:
    """Say what is wrong with the right asked for."""
    if one.role is None:
        yield one.reason or N_("Which group is this? Choose one.")
    elif one.role not in offered:
        yield N_("You may not give this right.")
    elif (one.email.casefold(), one.role) in known.mails:
        yield N_("This mail address was invited before.")
    elif (one.name.casefold(), one.role) in known.names:
        yield N_("This person was invited before. You can make a new link.")


def problems_of_twins(
    one: Invitee, names: Mapping[tuple[str, Role | None], int], mails: Mapping[str, int]
) -> Iterator[str]:
    """Say whether somebody stands twice."""
    if one.name and names[one.name.casefold(), one.role] > 1:
        yield N_("This person stands twice.")
    elif one.email and mails[one.email.casefold()] > 1:
        yield N_("This mail address stands twice.")
