"""Lines that people paste: cells in any order, from mails, lists and spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.rules.actors import GROUP_RIGHTS, Right
from drafting.rules.invitations import Invitee, Role
from drafting.rules.invitations_lines import new_words, read_line, read_lines, settled

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
        ("Lina, asia, no, not@mail", "Lina", WRITES, "not@mail"),
        ("ASIA, yes, Lina", "Lina", SENDS, ""),
        ("lina@example.org; sender; ASIA; Lina", "Lina", SENDS, "lina@example.org"),
        ('"Haddad, Lina", ASIA, yes', "Haddad, Lina", SENDS, ""),
        ("Haddad, Lina\tASIA\tyes", "Haddad, Lina", SENDS, ""),
        ('"Haddad, Lina" <l@example.org>, ASIA', "Haddad, Lina", WRITES, "l@example.org"),
        ("Lina <mailto:l@example.org>; ASIA", "Lina", WRITES, "l@example.org"),
        ('Lina "the ""voice""", ASIA', 'Lina "the ""voice"""', WRITES, ""),
        ('"Lina, ASIA, yes', '"Lina', SENDS, ""),
        ("3. Lina, ASIA, yes", "Lina", SENDS, ""),
        ("• Lina, ASIA, yes", "Lina", SENDS, ""),
        ("1\tLina\tASIA\tno", "Lina", WRITES, ""),
        ("Asia, ASIA, yes", "Asia", SENDS, ""),
        ("Sender, ASIA, sender", "Sender", SENDS, ""),
        ("", "", None, ""),
    ],
)
def test_a_line_is_read(line: str, name: str, role: Role | None, email: str) -> None:
    read = read_line(line, MARKS)
    assert (read.name, read.role, read.email, read.source) == (name, role, email, line)


@pytest.mark.parametrize(
    ("line", "title", "role"),
    [
        ("Lina, moderator", "moderator", Role(Right.DECIDE)),
        ("Lina, reader", "", Role(Right.READ)),
        ("Lina, facilitator, ASIA", "facilitator", WRITES),
        ("Lina, ASIA, facilitator, yes", "facilitator", SENDS),
        ("Lina, facilitator", "facilitator", Role(Right.READ)),
        ("Lina, Discussion starter", "discussion starter", Role(Right.READ)),
        ("Lina, discussion starters, ASIA", "discussion starter", WRITES),
        ("Lina, facilitator, yes", "facilitator", None),
    ],
)
def test_titles_go_with_their_usual_rights(line: str, title: str, role: Role | None) -> None:
    read = read_line(line, MARKS)
    assert (read.title, read.role, read.name) == (title, role, "Lina")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Lina, moderator, ASIA", "This title is for all groups"),
        ("Lina, ASIA, reader", "This title is for all groups"),
        ("Lina, ASIA, AFR", "two groups"),
        ("Lina, facilitator, rapporteur", "two titles"),
        ("Lina <l@example.org>, Jo <j@example.org>", "two mail addresses"),
    ],
)
def test_a_line_that_says_two_things_is_refused_with_the_reason(line: str, reason: str) -> None:
    read = read_line(line, MARKS)
    assert read.role is None
    assert reason in read.reason


def test_no_line_is_dropped_but_blank_ones() -> None:
    assert len(read_lines("one\n\n  \n???\n,,,\n", MARKS)) == 3


@pytest.mark.parametrize("answer", ["perhaps", "yes, no"])
def test_a_doubtful_answer_gives_the_smaller_right_and_says_so(answer: str) -> None:
    read = read_line(f"Lina, asia, {answer}", MARKS)
    assert (read.role, read.doubts) == (WRITES, ("Does this person send?",))


def test_words_without_a_place_are_said() -> None:
    read = read_line("Lina, asia, yes, Migrant Forum", MARKS)
    assert read.role == SENDS
    assert "Not all words" in read.doubts[0]


def test_a_line_of_headings_says_what_stands_where() -> None:
    text = "No.\tOrganisation\tFirst name\tLast name\tGroup\tSends?\n1\tYes\tLina\tAsia\tasia\tyes"
    (read,) = read_lines(text, MARKS)
    assert (read.name, read.organisation, read.role) == ("Lina Asia", "Yes", SENDS)


@pytest.mark.parametrize("line", ["Name, Lina", "Nom", "Group, Sends", "Name, Group, Lina"])
def test_what_may_be_a_person_is_no_line_of_headings(line: str) -> None:
    assert len(read_lines(line, MARKS)) == 1


def test_unknown_groups_are_new_ones_for_who_may_make_them() -> None:
    text = "Lina, Pacific Islands, yes\nJo, PACIFIC  ISLANDS\nKim, ASIA\nAnn, Caribbean"
    people = read_lines(text, MARKS, founds=True)
    roles = [one.role.code for one in people if one.role]
    new = ["send:Pacific Islands", "write:Pacific Islands", "write:ASIA", "write:Caribbean"]
    assert roles == new
    assert new_words(people, MARKS) == ("Pacific Islands", "Caribbean")
    known = {**MARKS, "pacific islands": "PAC", "pac": "PAC"}
    assert new_words(settled(people, known), known) == ("Caribbean",)


@pytest.mark.parametrize("word", ["???", "2026", "x" * 81])
def test_what_cannot_name_a_group_is_none(word: str) -> None:
    assert read_line(f"Lina, {word}", MARKS, founds=True).role is None


LETTERS = st.characters(categories=["L"], exclude_characters="\u1e9e")
PLAIN = st.text(LETTERS, min_size=3, max_size=8)
NAMES = st.lists(PLAIN, min_size=2, max_size=3).map(" ".join)
MAILS = st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,4})?@[a-z]{2,8}\.[a-z]{2,3}", fullmatch=True)
RIGHTS = st.sampled_from(
    [
        ("ASIA", "yes", "", SENDS),
        ("Africa", "no", "", Role(Right.WRITE, "AFR")),
        ("asia", "sender", "facilitator", SENDS),
        ("", "", "Moderator", Role(Right.DECIDE)),
        ("", "", "discussion starter", Role(Right.READ)),
        ("AFR", "", "", Role(Right.WRITE, "AFR")),
    ]
)


@given(NAMES, st.none() | MAILS, RIGHTS, st.sampled_from("\t;,،"), st.data())
def test_the_order_of_cells_says_nothing(
    name: str,
    mail: str | None,
    asked: tuple[str, str, str, Role],
    sign: str,
    data: st.DataObject,
) -> None:
    *words, role = asked
    cells = [cell for cell in (name, mail or "", *words) if cell]
    order = data.draw(st.permutations([*cells, *data.draw(st.lists(st.just(""), max_size=2))]))
    blanks = data.draw(st.sampled_from(["", " ", "  "]))
    read = read_line((blanks + sign + blanks).join(order), MARKS)
    assert (read.name, read.role, read.email) == (name, role, mail or "")
    assert not read.doubts


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=4), st.sampled_from("\t;,"))
def test_what_a_spreadsheet_writes_is_read(people: list[tuple[str, str]], sign: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign)
    writer.writerow(["Name", "Group", "Sends", "Mail"])
    for family, first in people:
        writer.writerow([f"{family}, {first}", "ASIA", "yes", ""])
    read = read_lines(file.getvalue(), MARKS)
    assert [one.name for one in read] == [f"{family}, {first}" for family, first in people]
    assert {one.role for one in read} == {SENDS}


SIGNS = st.sampled_from([*'\t;,،、"<>@ -•1yn', "yes", "ASIA", "Asia", "moderator", "facilitator"])
HOSTILE = st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=30).map("".join)


@given(st.lists(HOSTILE, max_size=5).map("\n".join), st.booleans())
@example("Name\tGroup\n", True)
@example('"""""', True)
@example("ẞ, ẞẞ, yes\nß, SS\nſ, ſs", True)
def test_any_lines_are_read_and_none_is_lost(text: str, founds: bool) -> None:
    people = read_lines(text, MARKS, founds=founds)
    lines = [line.strip() for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    assert [one.source for one in people] in (lines, lines[1:])
    assert not any(one.role and one.role.right is Right.ADMINISTER for one in people)
    assert all(is_sound(one) for one in people)
    known = set(MARKS.values()) | set(new_words(people, MARKS))
    assert all(not one.role or one.role.mark in known | {""} for one in people)
    if not founds:
        assert not new_words(people, MARKS)


def is_sound(one: Invitee) -> bool:
    """Whether a right over a group names one, any other none, and a reason gives no right."""
    if one.role is None:
        return True
    return not one.reason and (one.role.right in GROUP_RIGHTS) == bool(one.role.mark)
