"""Lines that people paste, and the rights that may be given."""

from __future__ import annotations

import pytest

from drafting.rules.actors import Right
from drafting.rules.invitations import (
    Invitee,
    Known,
    Role,
    check,
    read_role,
)

SENDS, WRITES = Role(Right.SEND, "ASIA"), Role(Right.WRITE, "ASIA")


@pytest.mark.parametrize("code", ["", "send:", "decide:ASIA", "administer:", "steal:ASIA"])
def test_a_forged_right_is_none(code: str) -> None:
    assert read_role(code) is None


def test_a_right_is_written_as_it_is_read() -> None:
    for role in (SENDS, WRITES, Role(Right.DECIDE), Role(Right.ENTER), Role(Right.READ)):
        assert read_role(role.code) == role


def test_who_was_invited_before_is_found_by_name_and_by_mail() -> None:
    known = Known(frozenset({("lina", SENDS)}), frozenset({("l@example.org", WRITES)}))
    people = (
        Invitee("LINA", SENDS),
        Invitee("Lina", WRITES),
        Invitee("Somebody", WRITES, "L@example.org"),
    )
    checked = check(people, (SENDS, WRITES), known)
    assert [bool(one.problems) for one in checked] == [True, False, True]


def test_one_name_in_two_groups_is_two_people() -> None:
    people = (Invitee("Jo", SENDS), Invitee("Jo", Role(Right.SEND, "AFR")))
    assert not any(one.problems for one in check(people, (SENDS, Role(Right.SEND, "AFR")), Known()))
