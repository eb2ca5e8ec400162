"""Lines that people paste, and the rights that may be given."""

from __future__ import annotations

import pytest

from drafting.rules.actors import Right
from drafting.rules.invitations import (
    Invitee,
    Known,
    Role,
    check,
    read_line,
    read_lines,
    read_role,
)

MARKS = {"asia": "ASIA", "afr": "AFR", "africa": "AFR", "বাংলা": "বাংলা"}
SENDS, WRITES = Role(Right.SEND, "ASIA"), Role(Right.WRITE, "ASIA")


@pytest.mark.parametrize(
    ("line", "name", "role", "email"),
    [
        ("Lina, ASIA, yes, lina@example.org", "Lina", SENDS, "lina@example.org"),
        ("Lina; asia; oui", "Lina", SENDS, ""),
        ("Lina\tAsia\tno\t", "Lina", WRITES, ""),
        ("Lina, asia", "Lina", WRITES, ""),
        ("Lina, asia, lina@example.org", "Lina", WRITES, "lina@example.org"),
        ("Lina, Africa, Y", "Lina", Role(Right.SEND, "AFR"), ""),
        ("لينا، asia، نعم", "لينا", SENDS, ""),
        ("রহিমা, বাংলা, না", "রহিমা", Role(Right.WRITE, "বাংলা"), ""),
        ("Lina, moderators", "Lina", Role(Right.DECIDE), ""),
        ("Lina, Rapporteur, , l@example.org", "Lina", Role(Right.ENTER), "l@example.org"),
        ("Lina, reader", "Lina", Role(Right.READ), ""),
        ("Lina, Atlantis, yes", "Lina", None, ""),
        ("Lina", "Lina", None, ""),
        (", asia, no", "", WRITES, ""),
        ("Lina, asia, no, not-a-mail", "Lina", WRITES, "not-a-mail"),
    ],
)
def test_a_line_is_read(line: str, name: str, role: Role | None, email: str) -> None:
    read = read_line(line, MARKS)
    assert (read.name, read.role, read.email, read.source) == (name, role, email, line)


def test_titles_go_with_their_usual_rights() -> None:
    titles = [read_line(f"Lina, {word}", MARKS).title for word in ("moderator", "reader")]
    assert titles == ["moderator", ""]


def test_no_line_is_dropped_but_blank_ones() -> None:
    assert len(read_lines("one\n\n  \n???\n,,,\n", MARKS)) == 3


def test_a_doubtful_answer_gives_the_smaller_right_and_says_so() -> None:
    read = read_line("Lina, asia, perhaps", MARKS)
    assert (read.role, len(read.doubts)) == (WRITES, 1)


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
