"""Pasted lines make groups that do not exist yet: shown in the review, made on confirming."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from drafting.actions.invite_people import InvitePeople, invite_people
from drafting.actions.steps.groups import NewGroup
from drafting.errors import BadInput
from drafting.rules.actors import Right
from drafting.rules.invitations import Invitee, Role
from drafting.store.models import Grant, Group, Person
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.databases import both_databases
from tests.support.pages import Page
from tests.support.rows import rows

NewClient = Callable[[str], PageClient]
PEOPLE = "/texts/dhaka/people"
LINES = "Name\tGroup\tSends\nAna\tPacific Islands\tyes\nBo\tpacific islands\tno\nCai\tKAR\tyes"


def review(client: PageClient, lines: str) -> Page:
    """Paste lines and return the review."""
    return client.submit(client.get_page(PEOPLE).form("/people/review"), status=200, lines=lines)


@pytest.mark.parametrize("kind", ["moderator", "administrator"])
def test_new_groups_are_shown_then_made_with_their_people(
    kind: str, world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of(kind)
    page = review(client, LINES)
    assert "New group: Pacific Islands" in page.text
    assert "New group: KAR" in page.text
    assert len(rows(engine, Group)) == 5
    sheet = client.submit(page.form("/people/invite"), status=200, **{"group-1-public": "hidden"})
    assert sheet.source.count("<svg ") == 3
    pacific, kar = rows(engine, Group)[5:]
    assert (pacific.mark, pacific.name, pacific.public_name) == ("PI", *["Pacific Islands"] * 2)
    assert (kar.mark, kar.name, kar.public_name) == ("KAR", "KAR", "A group")
    made = [(one.right, one.group_id) for one in rows(engine, Grant)[-3:]]
    assert made == [(Right.SEND, pacific.id), (Right.WRITE, pacific.id), (Right.SEND, kar.id)]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("mark", "UN", "is taken for an official body"),
        ("mark", "", "Write a mark."),
        ("mark", "asia", "Another group has this mark."),
        ("name", "Africa", "Another group has this name."),
        ("public", "other", "Write the other words."),
    ],
)
def test_the_rules_of_the_group_form_hold(
    field: str, typed: str, said: str, world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    form = review(client, "Ana, Pacific Islands, yes").form("/people/invite")
    fields: dict[str, Any] = {f"group-0-{field}": typed, "organisation-0": "Network"}
    page = client.submit(form, status=422, **fields)
    assert said in page.text
    assert 'value="Network"' in page.source
    assert len(rows(engine, Group)) == 5
    assert len(rows(engine, Person)) == 10
    mended = {"group-0-mark": "PAC", "group-0-name": "Pacific", "group-0-public": "own"}
    client.submit(page.form("/people/invite"), status=200, **mended)
    assert rows(engine, Group)[-1].mark == "PAC"


def test_a_group_is_made_only_for_lines_that_stay(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    page = review(client, "Ana, AISA, yes\nBo, Oz, no\nCai, AFR, no")
    fields: dict[str, Any] = {"role-0": "send:ASIA", "out-1": "yes", "group-1-mark": ""}
    client.submit(page.form("/people/invite"), status=200, **fields)
    assert len(rows(engine, Group)) == 5
    assert len(rows(engine, Person)) == 12


def test_pressed_twice_the_second_says_who_was_invited(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    form = review(client, "Ana, KAR, yes").form("/people/invite")
    client.submit(form, status=200)
    page = client.submit(form, status=422)
    assert "This person was invited before." in page.text
    assert "New group" not in page.text
    assert len(rows(engine, Group)) == 6


def test_a_sender_makes_no_group(world: World, client_of: NewClient, engine: Engine) -> None:
    client = client_of("sender")
    page = review(client, "Ana, Oz, yes")
    assert "Which group is this? Choose one." in page.text
    assert "New group" not in page.text
    forged = {"name-0": "Ana", "role-0": "send:Oz", "group-0-word": "Oz", "group-0-mark": "OZ"}
    answer = client.post_to(f"{PEOPLE}/invite", **forged, **{"group-0-name": "Oz"})
    assert answer.status_code == 422
    assert len(rows(engine, Group)) == 5


@both_databases
def test_two_words_for_one_new_group_are_refused_whole(world: World) -> None:
    people = tuple(Invitee(f"P {word}", Role(Right.SEND, word)) for word in ("Oz", "Ozz"))
    groups = {"Oz": NewGroup("OZ", "Oz"), "Ozz": NewGroup("oz", "Ozz")}
    asked = InvitePeople("dhaka", people, "https://text.example", groups)
    with pytest.raises(BadInput, match="mark"):
        invite_people(world.session, world.actor("moderator"), asked)


@both_databases
def test_a_group_that_exists_by_now_is_not_made_again(world: World) -> None:
    asked = InvitePeople(
        "dhaka",
        (Invitee("Jo", Role(Right.WRITE, "asia")),),
        "https://text.example",
        {"asia": NewGroup("ASIA", "Asia")},
    )
    (made,) = invite_people(world.session, world.actor("moderator"), asked)
    assert made.group is world.groups["ASIA"]
    assert world.session.query(Group).count() == 5


@pytest.mark.parametrize(
    ("word", "said"),
    [("UN", "UN is taken for an official body."), ("Ω", "A mark has two to five letters.")],
)
def test_what_is_wrong_with_a_new_group_is_said_at_once(
    word: str, said: str, world: World, client_of: NewClient
) -> None:
    page = review(client_of("moderator"), f"Ana, {word}, yes")
    assert said in page.text
    assert "Mend the marked groups." in page.text
    assert "All lines can be read." in review(client_of("moderator"), "Ana, Oz, yes").text


def test_a_line_is_refused_with_the_reason(world: World, client_of: NewClient) -> None:
    page = review(client_of("moderator"), "Ana, moderator, ASIA")
    assert "This title is for all groups, but the line names one." in page.text
    assert "Ana, moderator, ASIA" in page.text


def test_the_title_goes_with_the_right(world: World, client_of: NewClient, engine: Engine) -> None:
    client = client_of("moderator")
    page = review(client, "Ana, facilitator, ASIA\nBo <bo@example.org>; discussion starter")
    client.submit(page.form("/people/invite"), status=200)
    made = [(one.right, one.title) for one in rows(engine, Grant)[-2:]]
    assert made == [(Right.WRITE, "facilitator"), (Right.READ, "discussion starter")]
