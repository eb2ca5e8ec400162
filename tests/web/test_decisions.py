"""A moderator looks at what an answer does, then gives it; without any script."""

from __future__ import annotations

from collections.abc import Callable

from drafting.rules.actors import Right
from drafting.rules.lifecycle import Outcome
from drafting.store.queries.amendments import latest
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide, reopen
from tests.factories.world import World, add_grant
from tests.support.client import PageClient
from tests.support.pages import Form

Clients = Callable[[str], PageClient]

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
SHALL = MUST.replace("must", "shall")
BOTH = MUST.replace("choices", "rights")
DECIDE = "/texts/dhaka/changes/A1/decide"


def test_what_waits_stands_in_the_order_of_the_text_with_its_rivals(
    world: World, client_of: Clients
) -> None:
    send_change(world, words=MUST)
    send_change(world, "african", SHALL)
    send_change(world, "european", MUST)
    world.session.commit()
    page = client_of("moderator").get_page("/texts/dhaka/to-decide")
    assert "3 changes wait for an answer." in page.text
    assert "The same wish: A3" in page.text
    assert "Another wish for the same words: A2" in page.text


def test_the_list_is_narrowed(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    send_change(world, "african", SHALL)
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page("/texts/dhaka/to-decide?group=AFR&show=rivals")
    assert "1 shown." in page.text
    assert "Nothing of this kind waits." in client.get_page("/texts/dhaka/to-decide?show=room").text


def test_a_claim_of_language_only_is_held_against_the_words(
    world: World, client_of: Clients
) -> None:
    latest(send_change(world, words=MUST)).editorial = True
    world.session.commit()
    page = client_of("moderator").get_page("/texts/dhaka/to-decide?show=language")
    assert "Language only? It touches how strong it is." in page.text


def test_the_effects_are_shown_before_the_answer_is_given(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    send_change(world, "african", SHALL)
    send_change(world, "european", MUST)
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE)
    assert "meets these words: its group will be asked" in page.text
    assert "asks for the very same" in page.text
    assert page.form("decide").fields["along"] == ["3:accepted"]


def test_an_answer_leads_to_the_page_of_the_amendment(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    page = client.submit(client.get_page(DECIDE).form("decide"), act="decide")
    assert page.url == "/texts/dhaka/changes/A1"
    assert "Taken" in page.text
    assert MUST in client.get_page("/texts/dhaka/text").text


def test_a_group_answered_along_is_waited_for_on_the_page(world: World, client_of: Clients) -> None:
    send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    send_change(world, "european", words_for(world, "They have not.", block=2))
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page("/texts/dhaka/changes/A3/decide?outcome=rejected").form("decide")
    why, along = "Most prefer the text.", ["1:rejected"]
    page = client.submit(form, act="decide", status=422, reason=why, along=along)
    assert "Africa was asked a question" in page.text
    form = page.form("decide")
    page = client.submit(form, act="decide", without_waiting="yes", along=along)
    assert "Not taken" in page.text


def test_a_reason_is_put_in_by_one_tap(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(f"{DECIDE}?outcome=rejected").form("decide")
    form = client.submit(form, ready="Most groups preferred the words as they stand.").form(
        "decide"
    )
    assert form.fields["reason"] == ["Most groups preferred the words as they stand."]
    assert "Not taken" in client.submit(form, act="decide").text


def test_without_a_reason_the_form_comes_back(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(f"{DECIDE}?outcome=rejected").form("decide")
    page = client.submit(form, status=422, act="decide").text
    assert "Say why, in one sentence." in page
    assert "Not answered yet" in page.partition("What is asked")[0], "seen without scrolling"


def test_part_is_taken_after_a_look(world: World, client_of: Clients) -> None:
    send_change(world, words=BOTH)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(f"{DECIDE}?outcome=accepted+in+part").form("decide")
    looked = client.submit(form, letters=["b"], act="preview")
    page = client.submit(looked.form("decide"), act="decide", reason="The other part is contested.")
    assert "Taken in part" in page.text


def test_other_words_are_typed_in_plain_words(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(f"{DECIDE}?outcome=accepted+as+modified").form("decide")
    assert form.fields["words-0"] == [MUST]
    form.fields["words-0"] = [MUST.replace("must", "is to")]
    looked = client.submit(form, act="preview", reason="Both sides can live with it.")
    page = client.submit(looked.form("decide"), act="decide")
    assert "Moderators, after A1 (Asia)" in page.text


def test_a_stale_answer_writes_nothing_and_shows_both_texts(
    world: World, client_of: Clients
) -> None:
    send_change(world, words=MUST)
    other = send_change(world, "african", BOTH)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(DECIDE).form("decide")
    decide(world, other)
    world.session.commit()
    page = client.submit(form, status=409, act="decide")
    assert "What you saw" in page.text
    assert "How it is now" in page.text
    assert "Nothing was written." in page.text


def test_an_amendment_that_was_answered_meanwhile_says_so(world: World, client_of: Clients) -> None:
    client, form = answered_meanwhile(world, client_of)
    assert "A1 was answered meanwhile." in client.submit(form, status=409, act="decide").text


def answered_meanwhile(world: World, client_of: Clients) -> tuple[PageClient, Form]:
    """Return a moderator at the form of an amendment that another one answers then."""
    amendment = send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(DECIDE).form("decide")
    decide(world, amendment, Outcome.REJECTED, by="colleague")
    world.session.commit()
    return client, form


def test_a_reason_of_one_word_is_kept_when_the_answer_is_stale(
    world: World, client_of: Clients
) -> None:
    client, form = answered_meanwhile(world, client_of)
    page = client.submit(form, status=409, act="decide", reason="Redundant.")
    assert "Redundant." in page.text


def test_the_page_of_an_answer_given_meanwhile_leads_to_it(
    world: World, client_of: Clients
) -> None:
    decide(world, send_change(world, words=MUST), Outcome.REJECTED, by="colleague")
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE, status=409)
    assert "A1 was answered meanwhile." in page.text
    assert "/texts/dhaka/changes/A1" in page.links


def test_the_next_to_decide_is_the_next_in_the_text(world: World, client_of: Clients) -> None:
    first = send_change(world, words=MUST)
    send_change(world, words=words_for(world, "Later in the text.", section=1))
    send_change(world, "african", SHALL)
    world.session.commit()
    client = client_of("moderator")
    assert "Next: A3" in client.get_page(DECIDE).text
    decide(world, first, Outcome.REJECTED)
    world.session.commit()
    shown = client.get_page("/texts/dhaka/changes/A1").text
    assert "Next to decide: A3" in shown.partition("Change A1")[0]


def test_several_get_one_answer(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    send_change(world, "african", SHALL)
    world.session.commit()
    client = client_of("moderator")
    looked = client.get_page("/texts/dhaka/to-decide/batch?pick=1:1&pick=2:1&outcome=rejected")
    page = client.submit(looked.form("batch"), act="decide", reason="Most prefer the text.")
    assert "Nothing waits for an answer." in page.text
    assert "Answered. The groups see it under Answers." in page.text


def test_an_answer_is_taken_back_after_a_look(world: World, client_of: Clients) -> None:
    decide(world, send_change(world, words=MUST))
    world.session.commit()
    client = client_of("moderator")
    looked = client.get_page("/texts/dhaka/changes/A1/reopen")
    page = client.submit(looked.form("reopen"), reason="New arguments came.")
    assert "Waiting" in page.text
    assert "Reopened" in page.text
    assert MUST not in client.get_page("/texts/dhaka/text").text


def test_a_moderator_who_writes_for_the_group_is_reminded(world: World, client_of: Clients) -> None:
    add_grant(world, world.people["moderator"], Right.WRITE, "ASIA")
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(DECIDE)
    assert "You also write for this group." in page.text
    answered = client.submit(page.form("decide"), act="decide")
    assert "Answered by somebody who also writes for the group." in answered.text


def test_a_reopening_of_what_was_reopened_meanwhile_writes_nothing(
    world: World, client_of: Clients
) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page("/texts/dhaka/changes/A1/reopen").form("reopen")
    reopen(world, amendment)
    decide(world, amendment)
    world.session.commit()
    page = client.submit(form, status=409, reason="New arguments came.")
    assert "Nothing was written." in page.text
    assert "What you saw" in page.text


def test_a_stale_batch_writes_nothing(world: World, client_of: Clients) -> None:
    amendment = send_change(world, words=MUST)
    send_change(world, "african", SHALL)
    world.session.commit()
    client = client_of("moderator")
    address = "/texts/dhaka/to-decide/batch?pick=1:1&pick=2:1&outcome=rejected"
    form = client.get_page(address).form("batch")
    decide(world, amendment)
    world.session.commit()
    page = client.submit(form, status=409, act="decide", reason="Most prefer the text.")
    assert "What you saw" in page.text


def test_a_stale_correction_keeps_what_was_typed(world: World, client_of: Clients) -> None:
    amendment = send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(f"/texts/dhaka/sections/{world.sections[0].key}/correct").form("correct")
    decide(world, amendment)
    world.session.commit()
    page = client.submit(form, status=409, words="These are other words.", reason="A typing error.")
    assert "How it is now" in page.text
    assert "These are other words." in page.source


def test_other_words_can_be_typed_with_formatting(world: World, client_of: Clients) -> None:
    send_change(world, words=MUST)
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(f"{DECIDE}?outcome=accepted+as+modified&formatted=yes")
    form = page.form("decide")
    assert form.fields["words-0"][0].startswith("Governments pay more attention")
    form.fields["words-0"] = [form.fields["words-0"][0].replace("must mean", "**must** mean")]
    looked = client.submit(form, act="preview", reason="It is stressed.")
    client.submit(looked.form("decide"), act="decide")
    bold = client.get_page("/texts/dhaka/text").all("strong")
    assert "must" in [element.text for element in bold]


def test_what_is_in_question_stands_at_the_paragraph_it_was_written_for(
    world: World, client_of: Clients
) -> None:
    rival = send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    world.session.commit()
    page = client_of("moderator").get_page("/texts/dhaka/to-decide")
    assert "¶2" in page.text
    assert "Its group is asked until Tue 24 Nov, 18:00 Dhaka" in page.text
    assert f"A{rival.number}" in page.text
