"""Words that waited in a browser, put back: carried onto the present text, nothing undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from drafting.actions.correct_section import CorrectSection, correct_section
from tests.factories.amendments import WORDS, keep_draft, send_change
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.pages import Form, Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"


def opened(world: World, client: PageClient, block: int = 1) -> Form:
    """Open *Change this* at a paragraph of the first section; its form is what a browser keeps."""
    page = client.get_page(f"{TEXT}/paragraphs/{world.key(0, block)}/change")
    return page.form("#my-change")


def correct(world: World, before: str, after: str, seen: int = 1) -> None:
    """Let moderators put other words into the first section."""
    version = world.versions[0]
    assert before in version.markdown
    markdown = version.markdown.replace(before, after)
    asked = CorrectSection("dhaka", "sec0xy", seen, version.title, markdown, True, "A slip.")
    correct_section(world.session, world.actor("moderator"), asked)
    world.session.commit()


def put_back(client: PageClient, kept: Form, **typed: Any) -> Page:
    """Send what the browser kept."""
    return client.submit(kept, act="back", **typed)


def words_in(page: Page) -> str:
    """Return what stands in the field."""
    return page.form("#my-change").fields["words"][0]


def test_what_others_won_stays(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    kept = opened(world, client)
    correct(world, "mean that people", "mean that all people")
    page = put_back(client, kept, words=WORDS, reason="It binds.")
    assert "Your words are back, on the text as it is now." in page.text
    assert words_in(page) == WORDS.replace("mean that people", "mean that all people")
    form = page.form("#my-change")
    assert (form.fields["base"], form.fields["reason"]) == (["2"], ["It binds."])
    assert "Your words fit the text." in client.submit(form, act="send").text


def test_words_at_the_same_place_stay_as_written_and_may_be_sent(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    kept = opened(world, client)
    correct(world, "It should give", "It could give")
    page = put_back(client, kept, words=WORDS.replace("should", "shall"))
    assert "The text has changed at the same place. It reads now:" in page.text
    assert "It could give" in page.text
    assert "It shall give" in words_in(page)
    assert "your group has a question" in client.submit(page.form("#my-change"), act="send").text


def test_words_on_a_text_that_stood_still_are_simply_back(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = put_back(client, opened(world, client), words=WORDS)
    assert "Your words are back." in page.text
    assert words_in(page) == WORDS


def test_a_paragraph_that_is_gone_gives_the_words_back_all_the_same(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    kept = opened(world, client)
    paragraph = world.versions[0].markdown.split("\n\n")[1]
    correct(world, f"\n\n{paragraph}", "")
    page = put_back(client, kept, words=WORDS)
    assert "This place is not there any more." in page.text
    assert words_in(page) == WORDS
    assert "A1 is sent" in client.submit(page.form("#my-change"), act="send").text


def test_a_form_that_had_arrived_makes_nothing_more(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    kept = opened(world, client)
    client.submit(kept, act="send", words=WORDS)
    page = put_back(client, kept, words=WORDS)
    assert "A1 is sent" in client.submit(page.form("#my-change"), act="send").text


def test_words_for_a_draft_that_another_hand_changed_show_both(
    world: World, client_of: Clients, clock: StoppedClock
) -> None:
    draft = keep_draft(world)
    world.session.commit()
    client, other = client_of("sender"), client_of("writer")
    address = f"{TEXT}/drafts/{draft.key}"
    kept = client.get_page(address).form("#my-change")
    newer = other.get_page(address).form("#my-change")
    clock.forward(minutes=1)
    other.submit(newer, act="draft", words="Words of another hand.")
    page = put_back(client, kept, words=WORDS)
    assert words_in(page) == WORDS
    both = client.submit(page.form("#my-change"), status=409, act="draft")
    assert "Words of another hand." in both.text
    assert words_in(both) == WORDS


def test_words_for_something_sent_come_back_on_its_page(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("sender")
    kept = client.get_page(f"{TEXT}/changes/A1/revise").form("#my-change")
    page = put_back(client, kept, words=WORDS.replace("must", "shall"))
    assert "shall mean" in words_in(page)


def test_a_section_and_its_title_come_back(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    kept = client.get_page(f"{TEXT}/sections/sec0xy/change").form("#my-change")
    correct(world, "mean that people", "mean that all people")
    markdown = kept.fields["markdown"][0].replace("It should give", "It shall give")
    page = put_back(client, kept, markdown=markdown, title="Another title")
    assert page.form("#my-change").fields["title"] == ["Another title"]
    assert "It shall give" in page.text


@pytest.mark.parametrize("fields", [{}, {"base": "99"}, {"kind": "nothing"}, {"words": ""}])
def test_what_no_browser_kept_is_answered_with_a_page(
    world: World, client_of: Clients, fields: dict[str, Any]
) -> None:
    client = client_of("sender")
    answer = client.send(opened(world, client), act="back", follow_redirects=True, **fields)
    assert answer.status_code in {200, 404}
    client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")


def test_only_who_may_write_puts_back(world: World, client_of: Clients) -> None:
    address = f"{TEXT}/paragraphs/{world.key(0, 1)}/change"
    for name, status in (("public", 404), ("reader", 403), ("former", 404)):
        assert client_of(name).post_to(address, act="back").status_code == status
