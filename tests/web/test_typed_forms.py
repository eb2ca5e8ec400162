"""*Back* after a page that answered a form: it has an address, and the words stand on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from drafting.store.models import TypedForm
from tests.factories.amendments import WORDS, keep_draft, send_change
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
OTHER = WORDS.replace("must", "shall")
NOT_SENT = "You typed these words before. They are not sent."


def address(world: World) -> str:
    """Where the second paragraph is changed."""
    return f"{TEXT}/paragraphs/{world.key(0, 1)}/change"


def look(world: World, client: PageClient, words: str = WORDS, why: str = "It binds.") -> Page:
    """Type words, and look at the change."""
    form = client.get_page(address(world)).form("#my-change")
    return client.submit(form, act="see", words=words, reason=why)


def typed_in(page: Page) -> tuple[str, str]:
    """Return the words and the reason that stand in the form."""
    fields = page.form("#my-change").fields
    return fields["words"][0].replace("\r\n", "\n"), fields["reason"][0].replace("\r\n", "\n")


def test_see_leads_to_an_address_that_names_no_word(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    form = client.get_page(address(world)).form("#my-change")
    answer = client.send(form, act="see", words="secretwords")
    assert answer.status_code == 303
    assert "secret" not in answer.location
    assert typed_in(client.get_page(answer.location))[0] == "secretwords"


@pytest.mark.parametrize("act", ["see", "send", "draft", "back"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6)
@given(
    words=st.sampled_from(["", " ", "a", WORDS, "অ\n\nب", "x" * 60_001, "<b>&amp;", "•\r\n- "]),
    why=st.sampled_from(["", "Because.", "y" * 2_001, "\n\n"]),
)
def test_a_page_that_answers_a_form_can_be_had_again(
    world: World, client_of: Clients, act: str, words: str, why: str
) -> None:
    client = client_of("sender")
    form = client.get_page(f"{address(world)}?form={'0' * 32}").form("#my-change")
    answer = client.send(form, act=act, words=words, reason=why)
    assert answer.status_code == 303, "a page that answers a POST is gone after Back"
    page = client.get(answer.location)
    if "/change?form=" in answer.location:
        again = client.get(answer.location)
        assert again.status_code == page.status_code
        shown = Page(answer.location, again.get_data(as_text=True))
        assert typed_in(shown)[0] == words.replace("\r\n", "\n")


def test_the_page_opened_anew_shows_words_that_were_not_sent(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    look(world, client)
    page = client.get_page(address(world))
    assert typed_in(page) == (WORDS, "It binds.")
    assert NOT_SENT in page.text
    assert NOT_SENT not in client.get_page(f"{TEXT}/paragraphs/{world.key(0, 2)}/change").text


def test_a_look_at_unchanged_words_leaves_nothing_to_be_told(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    form = client.get_page(address(world)).form("#my-change")
    assert "Nothing is changed yet." in client.submit(form, act="see").text
    assert "They are not sent." not in client.get_page(address(world)).text


def test_words_thrown_away_are_gone(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    look(world, client)
    form = client.get_page(address(world)).form("#my-change")
    page = client.submit(form, act="forget")
    assert typed_in(page)[0] != WORDS
    assert NOT_SENT not in page.text


def test_after_sending_back_shows_the_words_and_what_they_became(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    seen = look(world, client)
    client.submit(seen.form("#my-change"), act="send", words=OTHER)
    page = client.get_page(seen.url)
    assert "These words were sent, as A1." in page.text
    assert typed_in(page) == (OTHER, "It binds.")
    assert typed_in(client.get_page(address(world)))[1] == "", "the next change begins empty"


def test_after_keeping_a_draft_back_names_it(world: World, client_of: Clients) -> None:
    client = client_of("writer")
    seen = look(world, client)
    client.submit(seen.form("#my-change"), act="draft")
    page = client.get_page(seen.url)
    assert "These words are kept as a draft of your group." in page.text


def test_nobody_else_reads_them(world: World, client_of: Clients) -> None:
    seen = look(world, client_of("sender"), "Words of one person alone.")
    for who in ("writer", "african", "moderator", "public"):
        answer = client_of(who).get(seen.url)
        assert "Words of one person alone." not in answer.get_data(as_text=True)


def test_words_for_one_page_stand_on_no_other(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    seen = look(world, client, "Words of this place alone.")
    other = f"{TEXT}/paragraphs/{world.key(0, 2)}/change?{seen.url.partition('?')[2]}"
    assert "Words of this place alone." not in client.get_page(other).text


def test_one_form_has_one_row_and_a_person_few(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = look(world, client)
    for words in (OTHER, WORDS, OTHER):
        page = client.submit(page.form("#my-change"), act="see", words=words)
    assert count(world) == 1
    for number in range(22):
        client.send(page.form("#my-change"), act="see", form_key=f"{number:032x}")
    assert count(world) == 20


def count(world: World) -> int:
    """Count what is kept."""
    number = world.session.scalar(select(func.count()).select_from(TypedForm)) or 0
    world.session.commit()
    return number


def test_a_draft_that_another_hand_changed_is_shown_as_it_is(
    world: World, client_of: Clients, clock: StoppedClock
) -> None:
    draft = keep_draft(world)
    world.session.commit()
    client, other = client_of("sender"), client_of("writer")
    at = f"{TEXT}/drafts/{draft.key}"
    newer = other.get_page(at).form("#my-change")
    client.submit(client.get_page(at).form("#my-change"), act="see", words=OTHER)
    assert typed_in(client.get_page(at))[0] == OTHER
    clock.forward(minutes=1)
    other.submit(newer, act="draft", words="Words of another hand.")
    page = client.get_page(at)
    assert typed_in(page)[0] == "Words of another hand."
    assert "You typed other words here before. They are not sent." in page.text
    assert typed_in(client.get_page(f"{at}{link_to_typed(page)}"))[0] == OTHER


def test_an_equal_wish_is_told_again_after_back(world: World, client_of: Clients) -> None:
    send_change(world, "european")
    world.session.commit()
    client = client_of("sender")
    form = client.get_page(address(world)).form("#my-change")
    told = client.submit(form, status=409, act="send", words=WORDS)
    assert "Not sent yet. Joining makes one wish stronger" in told.text
    again = client.get_page(told.url, status=409)
    assert "Not sent yet. Joining makes one wish stronger" in again.text
    assert "A2 is sent" in client.submit(again.form("#my-change"), act="send").text


def link_to_typed(page: Page) -> str:
    """Return where the page leads to words that were typed before."""
    (link,) = (one for one in page.links if one.startswith("?form="))
    return link
