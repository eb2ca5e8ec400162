"""Inviting: pasted lines, the review, links and the sheet, rights given and taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from drafting.rules.actors import Right
from drafting.store.models import Entry, Grant, Group, Message, Person, SignIn
from tests.factories.world import World, add_grant
from tests.support.client import PageClient
from tests.support.pages import Page
from tests.support.rows import rows

NewClient = Callable[[str], PageClient]
PEOPLE = "/texts/dhaka/people"
LINES = """Amina Diallo, AFR, yes, amina@example.org
রহিমা খাতুন; asia; no

Jo Park\tAsia\tyes
Maria Silva, moderators
"""


def review(client: PageClient, lines: str, status: int = 200) -> Page:
    """Paste lines and return the review."""
    form = client.get_page(PEOPLE).form("/people/review")
    return client.submit(form, status=status, lines=lines)


def links(page: Page) -> list[str]:
    """Return the paths of the links on a sheet."""
    return list(dict.fromkeys(re.findall(r"http://localhost(/sign-in/[\w-]+)", page.source)))


def test_pasted_lines_become_invitations(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    page = review(client, LINES)
    assert len(rows(engine, Person)) == 10
    sheet = client.submit(page.form("/people/invite"))
    assert len(links(sheet)) == sheet.source.count("<svg ") == 4
    made = rows(engine, Person)[10:]
    assert [person.handle for person in made] == ["amina-diallo", "guest", "jo-park", "maria-silva"]
    mail = rows(engine, Message)[0]
    assert "You send changes in the name of Africa." in mail.body
    assert mail.secret


def test_the_links_of_the_sheet_open(world: World, client_of: NewClient) -> None:
    client = client_of("moderator")
    sheet = client.submit(review(client, LINES).form("/people/invite"))
    pages = [client_of("public").get_page(link).text for link in links(sheet)]
    assert "Come in as delegate of Africa" in pages[0]
    assert "Come in as delegate of Asia" in pages[1]
    assert "Come in as moderator" in pages[3]


def test_problems_stand_at_their_lines_and_nothing_is_lost(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    page = review(client, "Lina, 2026, yes\n, ASIA, no\nJo, ASIA, perhaps, jo@\nJo, ASIA, no")
    for words in (
        "Which group is this? Choose one.",
        "The name is missing.",
        "This is no mail address.",
        "Does this person send?",
        "This person stands twice.",
        "Lina, 2026, yes",
    ):
        assert words in page.text
    again = client.submit(page.form("/people/invite"), status=422)
    assert "Nobody was invited yet." in again.text
    assert len(rows(engine, Person)) == 10


def test_a_line_is_mended_or_left_out(world: World, client_of: NewClient, engine: Engine) -> None:
    client = client_of("moderator")
    page = review(client, "Lina, Atlantis, yes\n, ASIA, no")
    fields: dict[str, Any] = {
        "role-0": "send:AFR",
        "title-0": "facilitator",
        "organisation-0": "Network",
        "out-1": "yes",
    }
    client.submit(page.form("/people/invite"), **fields)
    grant = rows(engine, Grant)[-1]
    assert (grant.right, grant.title, grant.organisation) == (Right.SEND, "facilitator", "Network")
    assert grant.taken_up_at is None


def test_who_was_invited_before_is_named(world: World, client_of: NewClient) -> None:
    client = client_of("moderator")
    page = review(client, "sender, ASIA, yes")
    assert "This person was invited before. You can make a new link." in page.text


def test_a_group_with_one_sender_is_pointed_at(world: World, client_of: NewClient) -> None:
    client = client_of("moderator")
    assert "Fewer so far: Europe." in review(client, "Jo, EUR, no").text
    assert "Fewer so far" not in review(client, "Jo, EUR, yes").text
    assert "1 sender. A group names two." in client.get_page(PEOPLE).text


def test_a_sender_invites_to_the_own_group_only(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("sender")
    page = client.get_page(PEOPLE)
    assert "European" not in page.text
    assert "Make a group" not in page.text
    page = review(client, "Jo, ASIA, no\nKim, EUR, no")
    assert page.text.count("You may not give this right.") == 1
    forged = {"name-0": "Kim", "role-0": "decide:"}
    assert client.post_to(f"{PEOPLE}/invite", **forged).status_code == 422
    assert len(rows(engine, Person)) == 10


def test_a_new_link_ends_sessions_is_told_and_recorded(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    world.people["writer"].email = "w@example.org"
    world.session.commit()
    old, client = client_of("writer"), client_of("sender")
    writer = world.people["writer"].id
    sheet = client.submit(client.get_page(PEOPLE).form(f"/people/{writer}/link"))
    assert len(links(sheet)) == 1
    old.get_page("/me", status=404)
    mail = rows(engine, Message)[0]
    assert mail.subject == "A new sign-in link was made for you"
    assert "/sign-in/" not in mail.body
    assert rows(engine, Entry)[-1].kind == "link renewed"
    assert all(one.ended_at for one in rows(engine, SignIn, person_id=writer))


def test_a_sender_makes_no_link_for_somebody_who_may_do_more(
    world: World, client_of: NewClient
) -> None:
    person = world.people["writer"]
    add_grant(world, person, Right.DECIDE, None)
    world.session.commit()
    answer = client_of("sender").post_to(f"{PEOPLE}/{person.id}/link")
    assert answer.status_code == 403
    assert client_of("moderator").post_to(f"{PEOPLE}/{person.id}/link").status_code == 200


def test_a_moderator_makes_no_link_for_the_administrator(
    world: World, client_of: NewClient
) -> None:
    person = world.people["administrator"]
    assert client_of("moderator").post_to(f"{PEOPLE}/{person.id}/link").status_code in {403, 404}


def test_new_links_are_made_for_all_who_have_not_come_in(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    sheet = client.submit(review(client, LINES).form("/people/invite"))
    page = client.get_page(PEOPLE)
    assert "4 people have not come in yet" in page.text
    again = client.submit(page.form("/people/sheet"))
    assert len(links(again)) == 4
    assert not set(links(again)) & set(links(sheet))
    assert len(rows(engine, Entry)) == 0
    client_of("public").get_page(links(sheet)[0], status=410)


def test_a_link_that_got_into_wrong_hands_is_ended(world: World, client_of: NewClient) -> None:
    client = client_of("moderator")
    sheet = client.submit(review(client, "Jo Park, ASIA, no").form("/people/invite"))
    page = client.get_page(PEOPLE)
    assert page.text.count("A link was handed out and not used yet.") == 1
    client.submit(page.form("/revoke"))
    client_of("public").get_page(links(sheet)[0], status=410)
    assert "End this link" not in client.get_page(PEOPLE).text


def test_the_sheet_leaves_out_whose_link_would_open_more(
    world: World, client_of: NewClient
) -> None:
    administrator = world.people["administrator"]
    add_grant(world, administrator, Right.WRITE, "ASIA").taken_up_at = None
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(PEOPLE)
    assert "This person has more rights than you can give." in page.text
    assert links(client.submit(page.form("/people/sheet"))) == []


def test_the_last_sender_to_go_is_told_to_the_moderators(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    world.people["moderator"].email = "m@example.org"
    world.session.commit()
    client = client_of("moderator")
    grant = rows(engine, Grant, person_id=world.people["sender"].id)[0]
    page = client.submit(client.get_page(PEOPLE).form(f"/people/{grant.id}/remove"))
    assert "Asia has no sender now" in page.text
    mail = rows(engine, Message)[0]
    assert mail.address == "m@example.org"
    assert "Nobody sends for Asia any more" in mail.body
    assert "its writers may send" in client_of("writer").get_page("/texts/dhaka/my-group").text
    client_of("sender").get_page("/texts/dhaka/my-group", status=404)


def test_a_writer_is_named_sender(world: World, client_of: NewClient, engine: Engine) -> None:
    client = client_of("moderator")
    grant = rows(engine, Grant, person_id=world.people["writer"].id)[0]
    client.submit(client.get_page(PEOPLE).form(f"/people/{grant.id}/sender"))
    rights = rows(engine, Grant, person_id=world.people["writer"].id)
    assert [one.right for one in rights if one.removed_at is None] == [Right.SEND]
    assert "Invite" in client_of("writer").get_page("/texts/dhaka/my-group").text


def test_the_last_moderator_stays(world: World, client_of: NewClient, engine: Engine) -> None:
    client = client_of("moderator")
    for name, status in (("colleague", 303), ("moderator", 422)):
        grant = rows(engine, Grant, person_id=world.people[name].id)[0]
        assert client.post_to(f"{PEOPLE}/{grant.id}/remove").status_code == status


@pytest.mark.parametrize(
    ("mark", "answer"),
    [
        ("UN", "is taken for an official body"),
        ("iom", "is taken for an official body"),
        ("A", "A mark has two to five letters."),
        ("A-B", "A mark has two to five letters."),
        ("asia", "Another group has this mark."),
    ],
)
def test_a_mark_that_misleads_is_refused(
    world: World, client_of: NewClient, mark: str, answer: str
) -> None:
    client = client_of("moderator")
    form = client.get_page(PEOPLE).form("/groups")
    page = client.submit(form, status=422, mark=mark, name="Pacific")
    assert answer in page.text
    assert 'value="Pacific"' in page.source


def test_a_group_takes_its_public_name_when_it_is_made(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("moderator")
    for mark, public, expected in (
        ("PAC", "own", "Pacific PAC"),
        ("বাংলা", "hidden", "A group"),
        ("KAR", "hidden", "A group 2"),
        ("САГ", "other", "Central Asia"),
    ):
        form = client.get_page(PEOPLE).form("/groups")
        typed: dict[str, Any] = {"mark": mark, "name": f"Pacific {mark}", "public": public}
        client.submit(form, **typed, other_name="Central Asia")
        group = rows(engine, Group, mark=mark)[0]
        assert group.public_name == expected
