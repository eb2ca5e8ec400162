"""A moderator with many changes and one night: faults said on top, one answer after another."""

from __future__ import annotations

from collections.abc import Callable

from drafting.rules.edits import NewSection
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
SHALL = MUST.replace("must", "shall")
BATCH = "/texts/dhaka/to-decide/batch?outcome=rejected"


def test_a_group_with_time_to_answer_is_named_on_top_of_an_answer_to_several(
    world: World, client_of: Clients
) -> None:
    send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    world.session.commit()
    client = client_of("moderator")
    looked = client.get_page(f"{BATCH}&pick=1:1").form("batch")
    page = client.submit(looked, status=422, act="decide", reason="Most prefer the text.")
    above = page.text.partition("Don't take")[0]
    assert "The group still has time to answer." in above
    assert "#without_waiting" in page.links
    (box,) = page.all("input", id="without_waiting")
    assert box.get("aria-invalid") == "true"
    assert box.get("aria-describedby") == "without_waiting-error"
    assert (
        "Nothing waits"
        in client.submit(page.form("batch"), without_waiting="yes", act="decide").text
    )


def test_a_missing_reason_is_one_link_away_from_the_top(world: World, client_of: Clients) -> None:
    send_change(world, words=words_for(world, "They have not.", block=2))
    world.session.commit()
    client = client_of("moderator")
    looked = client.get_page(f"{BATCH}&pick=1:1").form("batch")
    assert "#reason" in client.submit(looked, status=422, act="decide").links


def test_taken_whole_the_marked_words_stand_once(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page("/texts/dhaka/changes/A1/decide")
    assert "Just as it is asked above." in page.text
    assert page.text.count("people are protected better") == 1
    other = client.get_page("/texts/dhaka/changes/A1/decide?outcome=rejected")
    assert "The words of the text stay as they are." in other.text


def test_a_new_section_is_taken_as_it_is_asked(world: World, client_of: Clients) -> None:
    send_change(world, words=NewSection(1, None, "Annex", "One more page."))
    world.session.commit()
    page = client_of("moderator").get_page("/texts/dhaka/changes/A1/decide")
    assert "Just as it is asked above." in page.text


def test_an_answer_leads_on_to_what_waits_next_in_the_text(
    world: World, client_of: Clients
) -> None:
    send_change(world, words=words_for(world, "They have not.", block=2))
    send_change(world, words=MUST)
    send_change(world, "african", words_for(world, "Later in the text.", section=1))
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page("/texts/dhaka/changes/A1/decide")
    assert "A1: Take, and go to the next" in page.text
    page = client.submit(page.form("decide"), act="next")
    assert page.url == "/texts/dhaka/changes/A3/decide"
    assert "A1 is answered. Its groups see it under Answers." in page.text


def test_after_the_last_in_the_text_the_list_says_what_is_left(
    world: World, client_of: Clients
) -> None:
    send_change(world, words=MUST)
    send_change(world, words=words_for(world, "They have not.", block=2))
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page("/texts/dhaka/changes/A2/decide")
    assert "A2: Take" in page.text
    assert "and go to the next" not in page.text
    page = client.submit(page.form("decide"), act="next")
    assert page.url == "/texts/dhaka/to-decide"
    assert "Begin with A1" in page.text


def test_the_answer_to_several_can_be_changed_after_a_look(
    world: World, client_of: Clients
) -> None:
    send_change(world, words=MUST)
    send_change(world, words=words_for(world, "They have not.", block=2))
    world.session.commit()
    client = client_of("moderator")
    several = f"{BATCH}&pick=1:1&pick=2:1"
    looked = client.get_page(several).form("batch")
    page = client.submit(looked, outcome=["accepted", "rejected"])
    assert "The words of the text stay as they are." in client.get_page(several).text
    assert "The words of the text stay as they are." not in page.text
    assert "Nothing waits for" in client.submit(page.form("batch"), act="decide").text


def test_the_answer_to_several_is_one_link_away_from_each_place(
    world: World, client_of: Clients
) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    page = client_of("moderator").get_page("/texts/dhaka/to-decide")
    assert "#ticked" in page.links


def test_what_waits_for_its_group_is_passed_over(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    send_change(world, "african", SHALL)
    send_change(world, "european", words_for(world, "They have not.", block=2))
    world.session.commit()
    client = client_of("moderator")
    page = client.submit(
        client.get_page("/texts/dhaka/changes/A1/decide").form("decide"), act="next"
    )
    assert page.url == "/texts/dhaka/changes/A3/decide"
    page = client.submit(page.form("decide"), act="next")
    assert "Its group is asked until" in page.text
