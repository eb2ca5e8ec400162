"""What the public and other groups must not learn, looked for on every page that might say it."""

from __future__ import annotations

from collections.abc import Callable

from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.steps.amendments import digest_of
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import Audience, Outcome
from drafting.store.models import Question
from drafting.store.models.questions import QuestionKind
from tests.factories.amendments import WORDS, form_key, send_change, words_for
from tests.factories.decisions import again, decide, decide_together
from tests.factories.world import NOON, World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
THIRD = "States promised in 2015 to work together. They have not kept their promise."


def hide(world: World, mark: str) -> None:
    """Let a group be known to the public as *A group* alone."""
    world.groups[mark].public_name = "A group"
    world.session.commit()


def test_the_public_reads_no_hidden_name_in_an_answer(world: World, client: PageClient) -> None:
    hide(world, "ASIA")
    sent = send_change(world, audience=Audience.PUBLIC)
    decide(
        world, sent, Outcome.AS_MODIFIED, words={0: "Better governance shall protect all people."}
    )
    world.session.commit()
    page = client.get_page(f"{TEXT}/changes/A1")
    assert "Moderators, after A1 (A group)" in page.text
    assert "Asia" not in page.text


def test_the_public_is_not_told_which_group_gave_no_answer(
    world: World, client: PageClient
) -> None:
    hide(world, "AFR")
    sent = send_change(world, audience=Audience.PUBLIC)
    world.session.add(
        Question(
            statement_id=world.statement.id, group_id=world.groups["AFR"].id,
            amendment_id=sent.id, kind=QuestionKind.REVISED, letters=[], revision=1,
            asked_at=NOON, until=NOON, closed_at=NOON,
        )
    )  # fmt: skip
    world.session.commit()
    assert "gave no answer" not in client.get_page(f"{TEXT}/changes/A1").text


def test_the_public_reads_no_words_for_the_meeting_in_an_answer_to_both(
    world: World, client: PageClient
) -> None:
    public = send_change(world, audience=Audience.PUBLIC)
    meeting = send_change(world, "african", words_for(world, THIRD, block=2))
    decide_together(world, Outcome.ACCEPTED, public, meeting, reason="Mr Rahman asked for both.")
    world.session.commit()
    page = client.get_page(f"{TEXT}/changes/A1")
    assert "kept their promise" not in page.text
    assert "Rahman" not in page.text
    assert "together with" not in page.text


def test_the_public_reads_no_working_text_around_a_change(world: World, client: PageClient) -> None:
    others = WORDS.replace("must", "should").replace("people", "all people")
    decide(world, send_change(world, "african", others))
    send_change(world, audience=Audience.PUBLIC)
    world.session.commit()
    page = client.get_page(f"{TEXT}/changes/A2")
    assert "“should” → “must”" in page.text
    assert "all people" not in page.text


def test_a_change_on_working_text_is_shown_by_its_words_alone(
    world: World, client: PageClient
) -> None:
    others = WORDS.replace("must", "should").replace("people", "all people")
    decide(world, send_change(world, "african", others))
    both = words_for(world, WORDS.replace("people", "all people"), base=2)
    send_change(world, words=both, audience=Audience.PUBLIC)
    world.session.commit()
    page = client.get_page(f"{TEXT}/changes/A2")
    assert "“should” → “must”" in page.text
    assert "all people" not in page.text


def test_the_public_reads_no_titles_of_the_working_text(world: World, client: PageClient) -> None:
    world.versions[0].title = "A title nobody published"
    world.session.commit()
    assert "nobody published" not in client.get_page(f"{TEXT}/changes").text


def test_the_public_reads_no_mark_of_a_hidden_group(world: World, client: PageClient) -> None:
    hide(world, "ASIA")
    page = client.get_page(f"{TEXT}/who").source
    assert "ASIA" not in page
    assert "Asia" not in page


def test_the_record_of_the_meeting_is_kept_by_no_cache(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    answer = client_of("reader").get(f"{TEXT}/record/download")
    assert "It must bind." in answer.get_data(as_text=True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_public_reads_the_day_of_an_act_and_no_instant(
    world: World, client: PageClient, client_of: Clients
) -> None:
    sent = send_change(world, audience=Audience.PUBLIC)
    better = Wording((words_for(world, WORDS.replace("children", "all children")),), "It binds.")
    asked = ReviseAmendment("dhaka", 1, 1, digest_of(sent), better, form_key())
    revise_amendment(world.session, world.actor("sender"), asked)
    decide(world, again(world, sent))
    world.session.commit()
    words = client.get_page(f"{TEXT}/changes/A1").text
    assert words.count("24 Nov 2026") == 4
    assert "12:00" not in words
    assert client_of("reader").get_page(f"{TEXT}/changes/A1").text.count("12:00") == 4
