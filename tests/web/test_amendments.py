"""From *Change this* to the receipt, and the page of a change for both sides, without script."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from drafting.rules.lifecycle import Audience
from tests.factories.amendments import WORDS, join_change, keep_draft, send_change
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"


def change_page(world: World, client: PageClient) -> Page:
    """Open *Change this* at the second paragraph."""
    return client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")


def submit(page: Page, client: PageClient, act: str, status: int = 200, **fields: str) -> Page:
    """Press a button of the page's form for writing."""
    return client.submit(page.form("#my-change"), status=status, act=act, **fields)


def test_a_change_is_sent_from_the_first_page_and_received(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = submit(change_page(world, client), client, "send", words=WORDS, reason="It must bind.")
    assert "Received: A1, Tue 24 Nov, 12:00 Dhaka, code " in page.text
    assert "Your words fit the text." in page.text
    shown = client.get_page(f"{TEXT}/changes/A1")
    assert "Asia asks: “should” → “must” in ¶2. Waiting for an answer." in shown.text
    assert "It must bind." in shown.text


def test_the_field_shows_plain_words_of_one_paragraph(world: World, client_of: Clients) -> None:
    page = change_page(world, client_of("writer"))
    assert page.form("#my-change").fields["words"] == [WORDS.replace("must", "should")]


def test_the_change_is_shown_before_it_is_sent(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = submit(change_page(world, client), client, "see", words=WORDS)
    assert "1 change: “should” → “must”" in page.text
    assert "“should” → “must” in ¶2" in page.text
    assert "It touches how strong it is." in page.text
    assert page.form("#my-change").fields["words"] == [WORDS]


def test_unchanged_words_are_refused_in_words(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = submit(change_page(world, client), client, "send", 422, reason="No change.")
    assert "Nothing is changed yet. Change some words first." in page.text
    assert page.form("#my-change").fields["reason"] == ["No change."]
    assert not page.all("div", id="my-change"), "the browser would scroll past the refusal"


def test_the_answer_lost_once_makes_one_change(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    form = change_page(world, client).form("#my-change")
    first = client.submit(form, act="send", words=WORDS)
    second = client.submit(form, act="send", words=WORDS)
    assert first.title == second.title
    assert client.get(f"{TEXT}/changes/A2").status_code == 404


def test_a_writer_asks_the_sender_who_sends(world: World, client_of: Clients) -> None:
    writer, sender = client_of("writer"), client_of("sender")
    page = change_page(world, writer)
    assert "Send: everyone" not in page.text
    page = submit(page, writer, "ready", words=WORDS)
    assert "Ready: waits for your sender" in page.text
    assert "Draft, ready to send Writer" in page.text
    mine = sender.get_page(f"{TEXT}/my-changes")
    assert "Received: A1" in sender.submit(mine.form("/send"), act="send").text


def test_a_writer_who_sends_all_the_same_is_refused(world: World, client_of: Clients) -> None:
    client = client_of("writer")
    submit(change_page(world, client), client, "send", 403, words=WORDS)


def test_a_draft_is_found_again_and_sent(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = submit(change_page(world, client), client, "draft", words=WORDS)
    assert "Your words are kept as a draft." in page.text
    assert page.form("#my-change").fields["words"] == [WORDS]
    assert "Received: A1" in submit(page, client, "send").text
    assert "Change A1" in client.get_page(page.form("#my-change").action).text, "by *Back*"


def test_words_sent_while_it_is_closed_are_kept(
    world: World, client_of: Clients, clock: StoppedClock
) -> None:
    client = client_of("sender")
    page = change_page(world, client)
    clock.forward(hours=9)
    page = submit(page, client, "send", words=WORDS)
    assert "Your words are kept as a draft of your group." in page.text
    assert "Moderator" in page.text
    assert page.form("#my-change").fields["words"] == [WORDS]


def test_others_see_no_trace_of_a_draft(world: World, client_of: Clients) -> None:
    draft = keep_draft(world, ready=True)
    world.session.commit()
    for who in ("african", "moderator", "rapporteur", "reader", "administrator", "public"):
        client = client_of(who)
        assert client.get(f"{TEXT}/drafts/{draft.key}").status_code == 404
        assert "must" not in client.get_page(f"{TEXT}/changes").text


def test_what_others_ask_here_is_shown_and_joined(world: World, client_of: Clients) -> None:
    send_change(world, "african")
    world.session.commit()
    client = client_of("sender")
    page = change_page(world, client)
    assert "What others ask here: 1" in page.text
    form = page.form("#my-change")
    client.post_to(f"{TEXT}/changes/A1/join", group=form.fields["group"][0], read="1")
    assert "Joined by Asia." in client.get_page(f"{TEXT}/changes/A1").text


def test_what_is_asked_elsewhere_is_not_in_the_way(world: World, client_of: Clients) -> None:
    send_change(world, "african")
    world.session.commit()
    page = client_of("sender").get_page(f"{TEXT}/paragraphs/{world.key(0, 0)}/change")
    assert "What others ask here" not in page.text


def test_a_rapporteur_types_for_a_group_which_is_asked(world: World, client_of: Clients) -> None:
    client = client_of("rapporteur")
    page = submit(change_page(world, client), client, "send", words=WORDS, group="AFR")
    assert "Entered for Africa." in page.text
    assert "Your words fit the text." in page.text
    shown = client_of("african").get_page(f"{TEXT}/changes/A1")
    assert "This was written for you. Is it right?" in shown.text


def test_new_words_are_put_in_place_and_the_earlier_are_kept(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/changes/A1/revise")
    page = submit(page, client, "revise", words=WORDS.replace("must", "shall"))
    assert "“should” → “shall”" in page.text
    earlier = client.get_page(f"{TEXT}/changes/A1?revision=1")
    assert "These are earlier words." in earlier.text
    assert "“should” → “must”" in earlier.text


def test_a_stale_page_keeps_the_words_and_shows_both(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/changes/A1/revise")
    submit(page, client, "revise", words=WORDS.replace("must", "shall"))
    stale = submit(
        page, client, "revise", 409, words=WORDS.replace("must", "will"), form_key="ab" * 16
    )
    assert "What stands there now" in stale.text
    assert stale.form("#my-change").fields["words"] == [WORDS.replace("must", "will")]
    done = submit(stale, client, "revise")
    assert "“should” → “will”" in done.text


@pytest.mark.parametrize("view", ["marked", "before-after", "nonsense"])
def test_each_view_of_a_change_is_a_sound_page(world: World, client_of: Clients, view: str) -> None:
    send_change(world)
    join_change(world)
    world.session.commit()
    page = client_of("reader").get_page(f"{TEXT}/changes/A1?view={view}")
    assert "Better governance" in page.text


def test_the_public_sees_what_was_sent_for_it_alone(world: World, client_of: Clients) -> None:
    send_change(world, audience=Audience.PUBLIC)
    send_change(world, "african")
    world.session.commit()
    public = client_of("public")
    assert public.get(f"{TEXT}/changes/A2").status_code == 404
    page = public.get_page(f"{TEXT}/changes")
    assert "A1" in page.text
    assert "A2" not in page.text


def test_the_public_reads_the_name_that_a_group_chose_for_it(
    world: World, client_of: Clients
) -> None:
    world.groups["ASIA"].public_name = "a group"
    send_change(world, audience=Audience.PUBLIC)
    world.session.commit()
    public = client_of("public")
    for address in ("changes", "changes/A1", "changes/A1/receipt"):
        page = public.get_page(f"{TEXT}/{address}")
        assert "a group" in page.text
        assert "ASIA" not in page.source.upper()


def test_a_list_is_narrowed(world: World, client_of: Clients) -> None:
    send_change(world)
    send_change(world, "african")
    world.session.commit()
    client = client_of("reader")
    assert "2 changes" in client.get_page(f"{TEXT}/changes?state=waiting").text
    assert "1 change" in client.get_page(f"{TEXT}/changes?group=AFR").text
    assert "No change of this kind." in client.get_page(f"{TEXT}/changes?state=taken").text


def test_a_section_is_added_and_dropped(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/sections/new")
    page = submit(page, client, "send", title="Children", markdown="Listen to **children**.")
    assert "New section: “Children”" in page.text
    page = client.get_page(f"{TEXT}/sections/{world.sections[1].key}/drop")
    page = submit(page, client, "send", 422)
    assert "Say why the section should go." in page.text
    page = submit(page, client, "send", reason="It stands elsewhere.")
    assert "Drop the section “Calls for action”" in page.text
    assert "This section goes out" in client.get_page(f"{TEXT}/changes/A2").text


def test_a_page_for_writing_weighs_little(world: World, client_of: Clients) -> None:
    for number in range(12):
        send_change(world, "african", f"{WORDS} All {number}.")
    world.session.commit()
    page = change_page(world, client_of("sender"))
    assert len(gzip.compress(page.source.encode())) < 20_000


def test_it_says_until_when_it_is_closed(
    world: World, client_of: Clients, clock: StoppedClock
) -> None:
    clock.forward(hours=6, minutes=1)
    page = change_page(world, client_of("sender"))
    assert "What was ready can still be sent until" in page.text


def test_what_was_ready_is_sent_in_the_grace_from_its_own_page(
    world: World, client_of: Clients, clock: StoppedClock
) -> None:
    ready, fresh = keep_draft(world, ready=True), keep_draft(world, words=f"{WORDS} All.")
    world.session.commit()
    clock.forward(hours=6, minutes=1)
    client = client_of("sender")
    assert "Send: everyone" not in client.get_page(f"{TEXT}/drafts/{fresh.key}").text
    page = client.get_page(f"{TEXT}/drafts/{ready.key}")
    assert "Received: A1" in submit(page, client, "send").text


def test_a_draft_is_thrown_away(world: World, client_of: Clients) -> None:
    draft = keep_draft(world)
    world.session.commit()
    client = client_of("writer")
    page = client.get_page(f"{TEXT}/drafts/{draft.key}")
    page = client.submit(page.form("/discard"))
    assert "Nothing yet." in page.text


def test_a_change_is_taken_back_and_stays_to_be_read(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("sender")
    page = client.submit(client.get_page(f"{TEXT}/changes/A1").form("/withdraw"))
    assert "Closed: withdrawn" in page.text
    assert "Take it back" not in page.text


def test_a_group_leaves_what_it_joined(world: World, client_of: Clients) -> None:
    send_change(world)
    join_change(world)
    world.session.commit()
    client = client_of("african")
    page = client.submit(client.get_page(f"{TEXT}/changes/A1").form("/A1/leave"))
    assert "Joined by" not in page.text


def test_a_wish_to_join_is_seen_in_the_own_group_alone(world: World, client_of: Clients) -> None:
    send_change(world, "african")
    world.session.commit()
    client = client_of("writer")
    page = client.submit(client.get_page(f"{TEXT}/changes/A1").form("/ask-to-join"))
    assert "Your sender is asked to join." in page.text
    assert "To join: your sender is asked" in client.get_page(f"{TEXT}/my-changes").text
    for who in ("sender", "african", "moderator"):
        seen = "asked to join" in client_of(who).get_page(f"{TEXT}/changes/A1").text
        assert seen is (who == "sender")
