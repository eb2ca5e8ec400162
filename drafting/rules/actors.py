"""Who acts and when: the rights that a person holds, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Right(StrEnum):
    """What a person may do in one statement; `ADMINISTER` is for the site."""

    READ = "read"
    WRITE = "write"
    SEND = "send"
    ENTER = "enter"
    DECIDE = "decide"
    ADMINISTER = "administer"


GROUP_RIGHTS = frozenset({Right.WRITE, Right.SEND})


@dataclass(frozen=True, slots=True)
class Holding:
    """One right in one statement; `group_id` is None for rights over all groups."""

    right: Right
    statement_id: int
    group_id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts (`person_id` is None for the public) and the instant of the act, in UTC."""

    at: datetime
    person_id: int | None = None
    administrator: bool = False
    holdings: frozenset[Holding] = field(default_factory=frozenset)

    def holds(self, right: Right, statement_id: int, group_id: int | None = None) -> bool:
        """Say whether this very right was given, for this very group where one is named."""
        return Holding(right, statement_id, group_id) in self.holdings

    def groups(self, right: Right, statement_id: int) -> frozenset[int]:
        """Return the groups for which this right was given in this statement."""
        return frozenset(
            held.group_id
            for held in self.holdings
            if held.right == right
            and held.statement_id == statement_id
            and held.group_id is not None
        )
