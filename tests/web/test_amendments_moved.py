"""Writing, sending and revising when the text has moved: nothing fails, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

from drafting.rules.edits import DroppedSection
from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import WORDS, keep_draft, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
RIGHTS = WORDS.replace("must", "should").replace("choices", "rights")
SHALL = WORDS.replace("must", "shall")


def take(world: World, words: str, who: str = "african") -> None:
    """Put other words into the text by a change that is taken."""
    decide(world, send_change(world, who, words))
    world.session.commit()


def press(page: Page, client: PageClient, act: str, status: int = 200, **fields: str) -> Page:
    """Press a button of the form for writing."""
    return client.submit(page.form("#my-change"), status=status, act=act, **fields)


def change_page(world: World, client: PageClient) -> Page:
    """Open *Change this* at the second paragraph."""
    return client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")


def test_what_was_written_on_an_older_text_is_carried(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    take(world, RIGHTS)
    page = press(page, client, "send", words=WORDS)
    assert "Received: A2" in page.text
    assert "Your words fit the text." in page.text
    shown = client.get_page(f"{TEXT}/changes/A2")
    assert "more rights" in shown.text


def test_words_that_meet_other_words_are_received_with_a_question(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    take(world, SHALL)
    page = press(page, client, "send", words=WORDS)
    assert "Received: A2" in page.text
    assert "your group has a question" in page.text
    shown = client.get_page(f"{TEXT}/changes/A2")
    assert "The text moved under these words. What now?" in shown.text
    assert "meets other words" in shown.text


def test_words_that_stand_there_already_are_received_all_the_same(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    take(world, WORDS)
    page = press(page, client, "send", words=WORDS)
    assert "Received: A2" in page.text
    assert "already says this" in page.text


def test_see_my_change_carries_it_onto_the_text_that_moved(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    take(world, RIGHTS)
    page = press(page, client, "see", words=WORDS)
    assert "The text has changed since you began." in page.text
    assert page.form("#my-change").fields["words"] == [WORDS.replace("choices", "rights")]
    assert "1 change: “should” → “must”" in page.text
    assert "The text has changed" not in press(page, client, "see").text


def test_see_my_change_shows_what_it_meets(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    take(world, SHALL)
    page = press(page, client, "see", words=WORDS)
    assert "The text has changed since you began." in page.text
    assert "It reads now:" in page.text
    assert page.form("#my-change").fields["words"] == [WORDS]
    assert "“shall” → “must”" in page.text


def test_a_draft_is_carried_when_it_is_opened(world: World, client_of: Clients) -> None:
    draft = keep_draft(world)
    world.session.commit()
    take(world, RIGHTS)
    page = client_of("writer").get_page(f"{TEXT}/drafts/{draft.key}")
    assert page.form("#my-change").fields["words"] == [WORDS.replace("choices", "rights")]
    assert "The text has changed since you began." in page.text


def test_a_draft_that_meets_other_words_keeps_its_own(world: World, client_of: Clients) -> None:
    draft = keep_draft(world)
    world.session.commit()
    take(world, SHALL)
    page = client_of("writer").get_page(f"{TEXT}/drafts/{draft.key}")
    assert page.form("#my-change").fields["words"] == [WORDS]
    assert "The text has changed since you began." in page.text
    assert "It reads now:" in page.text
    assert "“shall” → “must”" in page.text


def test_words_in_question_are_written_anew_over_the_present_text(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    take(world, SHALL)
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/changes/A1/revise")
    assert "It reads now:" in page.text
    page = press(page, client, "revise", words=WORDS.replace("better. It", "better by law. It"))
    assert "“shall” → “must” and 1 more in ¶2" in page.text
    assert "The words fit the text." in page.text or "Your words fit the text." in page.text


def test_a_page_for_revising_is_stale_when_the_paragraph_moves(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/changes/A1/revise")
    take(world, RIGHTS)
    stale = press(page, client, "revise", 409, words=SHALL)
    assert stale.form("#my-change").fields["words"] == [SHALL]
    assert "What stands there now" in stale.text


def test_another_paragraph_of_the_section_makes_nothing_stale(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    send_change(world, "african", words_for(world, "Nobody worked together.", block=2))
    world.session.commit()
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/changes/A1/revise")
    other = words_for(world, "States promised in 2015 to act together.", block=2)
    decide(world, send_change(world, "european", other))
    world.session.commit()
    assert "“should” → “shall”" in press(page, client, "revise", words=SHALL).text


def test_an_answered_change_says_so_first(world: World, client_of: Clients) -> None:
    decide(world, send_change(world), Outcome.REJECTED, reason="It goes too far.")
    decide(world, send_change(world, "african"))
    world.session.commit()
    client = client_of("reader")
    refused = client.get_page(f"{TEXT}/changes/A1").text
    taken = client.get_page(f"{TEXT}/changes/A2").text
    assert "Asia asked: “should” → “must” in ¶2. Not taken, because: It goes too far." in refused
    assert "Africa asked: “should” → “must” in ¶2. Taken, because:" in taken
    assert "now in ¶2" in taken


def test_what_was_written_for_a_section_that_went_is_received(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    decide(world, send_change(world, "african", DroppedSection(1, world.sections[0].key)))
    world.session.commit()
    page = press(page, client, "send", words=WORDS)
    assert "Received: A2" in page.text
    assert "no longer has this place" in page.text
    assert "no longer fits" in client.get_page(f"{TEXT}/changes/A2").text
