"""The inbox of a group, and the answers it got."""

from __future__ import annotations

from collections.abc import Callable

from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.databases import both_databases

Clients = Callable[[str], PageClient]

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
SHALL = MUST.replace("must", "shall")
INBOX = "/texts/dhaka/answers"


def ask_africa(world: World) -> None:
    """Take Asia's words, so that Africa's rival is in question."""
    send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    world.session.commit()


def test_a_sender_sees_the_question_with_both_readings_and_three_buttons(
    world: World, client_of: Clients
) -> None:
    ask_africa(world)
    page = client_of("african").get_page(INBOX)
    for words in (
        "1 question waits for your group's word.",
        "On the text as it is now",
        "Ask for this",
        "Take the text as it is",
        "Write anew",
    ):
        assert words in page.text


def test_ask_for_this_goes_back_among_what_waits(world: World, client_of: Clients) -> None:
    ask_africa(world)
    client = client_of("african")
    form = client.get_page(INBOX).form("questions/1")
    page = client.submit(form, answer="ask for this")
    assert "Nothing waits for your group's word." in page.text


def test_write_anew_leads_to_the_words(world: World, client_of: Clients) -> None:
    ask_africa(world)
    client = client_of("african")
    page = client.get_page(INBOX)
    assert "/texts/dhaka/changes/A1/revise" in page.links
    page = client.get_page("/texts/dhaka/changes/A1/revise")
    assert "The text has changed since. It reads now:" in page.text
    assert page.form("#my-change").fields["words"][0] == SHALL
    client.submit(page.form("#my-change"), act="revise", words=f"{SHALL} Always.")
    assert "Nothing waits for your group" in client.get_page(INBOX).text


def test_what_was_asked_stands_in_the_field_beside_what_others_won(
    world: World, client_of: Clients
) -> None:
    send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST.replace("choices", "rights")))
    world.session.commit()
    page = client_of("african").get_page("/texts/dhaka/changes/A1/revise")
    assert page.form("#my-change").fields["words"][0] == SHALL.replace("choices", "rights")


def test_the_question_is_not_in_the_inbox_of_others(world: World, client_of: Clients) -> None:
    ask_africa(world)
    assert "Ask for this" not in client_of("sender").get_page(INBOX).text


def test_a_writer_sees_the_question_and_no_buttons(world: World, client_of: Clients) -> None:
    send_change(world, "rapporteur", MUST, group="ASIA")
    world.session.commit()
    page = client_of("writer").get_page(INBOX)
    assert "Your senders answer this." in page.text


def test_an_answer_says_what_was_asked_done_why_and_where(world: World, client_of: Clients) -> None:
    decide(world, send_change(world, words=MUST), reason="All groups agree.")
    world.session.commit()
    page = client_of("sender").get_page(INBOX)
    for words in ("Taken", "All groups agree.", "¶2", "/texts/dhaka/changes/A1"):
        assert words in page.text


def test_the_lines_to_copy_are_three_and_a_link_without_a_person(
    world: World, client_of: Clients
) -> None:
    decide(world, send_change(world, words=MUST), Outcome.REJECTED, reason="It goes too far.")
    world.session.commit()
    page = client_of("sender").get_page(INBOX)
    lines = (page.all("textarea", id="copy-A1")[0].text or "").strip().splitlines()
    assert len(lines) == 4
    assert lines[1:3] == ["Not taken", "It goes too far."]
    assert not [line for line in lines if "Sender" in line or "Moderator" in line]


@both_databases
def test_new_answers_are_counted_until_they_were_read(world: World, client_of: Clients) -> None:
    decide(world, send_change(world, words=MUST))
    world.session.commit()
    client = client_of("sender")
    assert "1 answer for you." in client.get_page("/texts/dhaka/text").text
    page = client.get_page(INBOX)
    assert "1 answer is new." in page.text
    page = client.submit(page.form("answers/read"))
    assert "is new." not in page.text
    assert "for you." not in client.get_page("/texts/dhaka/text").text


def test_words_that_another_change_brought_in_are_said_to_be_in_the_text(
    world: World, client_of: Clients
) -> None:
    send_change(world, "african", MUST)
    decide(world, send_change(world, words=MUST), along={1: Outcome.FULFILLED})
    world.session.commit()
    page = client_of("african").get_page(INBOX)
    assert "In the text, by another change." in page.text
