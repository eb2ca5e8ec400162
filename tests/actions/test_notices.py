"""Groups and people are told by mail what concerns them, once and without names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from drafting.actions.choose_news import ChooseNews, choose_news
from drafting.actions.mark_ready import MarkReady, mark_ready
from drafting.rules.labels import spoken_head
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment, Entry, Message
from tests.factories.amendments import (
    WORDS,
    join_change,
    keep_draft,
    lose_senders,
    send_change,
    words_for,
)
from tests.factories.decisions import decide, decide_together, reopen
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import NOON, World
from tests.support.databases import both_databases

RIVAL = WORDS.replace("must", "shall")
FOOT = "\n\nNo more of these mails? Switch them off in your account:\n\n/me\n"
LATER = NOON + timedelta(hours=1)


@pytest.fixture(autouse=True)
def addresses(world: World) -> None:
    """Everybody has a mail address."""
    for name, person in world.people.items():
        person.email = f"{name}@example.org"
    world.session.commit()


def mails(world: World, who: str = "") -> list[Message]:
    """Return what waits, for one person where one is named."""
    found = world.session.query(Message).order_by(Message.id)
    return [one for one in found if one.address.startswith(who)]


def body_of(world: World, who: str) -> str:
    """Return the one mail that waits for a person, without its foot."""
    (mail,) = mails(world, who)
    return without_foot(world, mail)


def without_foot(world: World, mail: Message) -> str:
    """Return what a mail says; below stands the record's code, a witness, and how to end them."""
    assert mail.body.endswith(FOOT)
    said, _line, code = mail.body.removesuffix(FOOT).partition("\n\nRecord: ")
    assert not code or code in map(spoken_head, world.session.scalars(select(Entry.hash)))
    return said


def many(world: World, count: int) -> list[Amendment]:
    """Send as many wishes of Asia for new words at one paragraph."""
    return [
        send_change(world, words=words_for(world, f"Wish number {number} stands here."))
        for number in range(count)
    ]


@both_databases
def test_an_answer_comes_as_three_lines_and_a_link(world: World) -> None:
    decide(world, send_change(world), Outcome.REJECTED, reason="It was said\nbefore.")
    assert body_of(world, "sender") == (
        "A1 (ASIA): “should” → “must” in ¶2\n"
        "Not taken\n"
        "Why: It was said before.\n"
        "/texts/dhaka/changes/A1"
    )


@both_databases
def test_only_who_sends_for_the_group_is_told_of_an_answer(world: World) -> None:
    decide(world, send_change(world))
    assert [one.address for one in mails(world)] == ["sender@example.org"]


def test_no_page_shows_what_is_for_a_group_alone(world: World) -> None:
    decide(world, send_change(world))
    assert [one.secret for one in mails(world)] == [True]
    assert "must" not in mails(world)[0].subject


@both_databases
def test_a_group_that_joined_is_told_too(world: World) -> None:
    amendment = send_change(world)
    join_change(world)
    decide(world, amendment)
    assert "Taken" in body_of(world, "african")


def test_a_group_without_sender_is_told_by_its_writers(world: World) -> None:
    amendment = send_change(world)
    lose_senders(world, "ASIA")
    decide(world, amendment)
    assert [one.address for one in mails(world)] == ["writer@example.org"]


@both_databases
def test_a_reopened_answer_is_told(world: World) -> None:
    amendment = send_change(world)
    decide(world, amendment)
    reopen(world, amendment, at=LATER)
    assert "Waiting again\nWhy: New arguments came." in mails(world, "sender")[-1].body


@both_databases
def test_answers_of_one_decision_make_one_mail(world: World) -> None:
    decide_together(world, Outcome.REJECTED, *many(world, 3))
    (mail,) = mails(world, "sender")
    rows = without_foot(world, mail).split("\n")
    assert [row[:14] for row in rows[:3]] == ["A1 · Not taken", "A2 · Not taken", "A3 · Not taken"]
    assert rows[3:] == ["Why: Agreed.", "/texts/dhaka/answers"]
    assert mail.subject == "News for your group: Statement on Governance"


def test_a_batch_of_fifty_is_one_mail_of_at_most_fifty_lines(world: World) -> None:
    decide_together(world, Outcome.REJECTED, *many(world, 50))
    (mail,) = mails(world, "sender")
    assert "All of them stand on this page:" in mail.body
    assert len(mail.body.splitlines()) <= 50


@both_databases
def test_a_question_comes_with_its_time_on_the_meetings_clock(world: World) -> None:
    amendment = send_change(world)
    send_change(world, "african", RIVAL)
    decide(world, amendment)
    assert body_of(world, "african").split("\n")[1:] == [
        "The text moved. These words of yours meet others. What do you want?",
        "Please answer until Tue, 24 Nov 2026, 18:00 Dhaka.",
        "/texts/dhaka/answers",
    ]


def test_a_mail_says_its_times_in_the_reader_s_language(world: World) -> None:
    world.people["african"].language = "fr"
    amendment = send_change(world)
    send_change(world, "african", RIVAL)
    decide(world, amendment)
    assert "mar. 24 nov. 2026, 18:00 Dhaka" in body_of(world, "african")


def test_a_question_that_stands_is_not_mailed_again(world: World) -> None:
    amendment = send_change(world)
    send_change(world, "african", RIVAL)
    third = send_change(world, words=words_for(world, "All is well.", block=2))
    decide(world, amendment)
    decide(world, third, at=LATER)
    assert len(mails(world, "african")) == 1


@both_databases
def test_what_was_entered_for_a_group_asks_it(world: World) -> None:
    send_change(world, "rapporteur", group="AFR")
    assert "This was written for your group. Is it right?" in body_of(world, "african")


@both_databases
def test_a_published_draft_is_told_to_everybody_with_a_right(world: World) -> None:
    publish(world)
    told = {one.address.split("@")[0] for one in mails(world)}
    assert told == world.people.keys() - {"moderator", "administrator", "former"}
    assert body_of(world, "reader") == (
        "Rev. 1 is published: Statement on Governance\n/texts/dhaka/published/1"
    )


def test_the_final_is_told(world: World) -> None:
    publish(world, ADOPTION)
    assert body_of(world, "writer").startswith("Final is published")


@both_databases
def test_a_ready_draft_asks_the_senders_without_its_words(world: World) -> None:
    keep_draft(world, ready=True)
    assert body_of(world, "sender") == (
        "A draft of Asia is ready: please send it.\n/texts/dhaka/my-group"
    )
    assert len(mails(world)) == 1


def test_two_ready_drafts_wait_in_one_mail(world: World) -> None:
    for words in (WORDS, RIVAL):
        draft = keep_draft(world, words=words)
        mark_ready(world.session, world.actor("writer"), MarkReady("dhaka", draft.key))
    assert len(mails(world, "sender")) == 1


def test_who_acted_is_not_written_to(world: World) -> None:
    keep_draft(world, "sender", ready=True)
    assert not mails(world)


@both_databases
def test_who_switched_mails_off_gets_none(world: World) -> None:
    choose_news(world.session, world.actor("sender"), ChooseNews(by_mail=False))
    decide(world, send_change(world))
    keep_draft(world, ready=True)
    publish(world)
    assert not mails(world, "sender")


def test_nobody_is_named_in_news(world: World) -> None:
    send_change(world, "african", RIVAL)
    decide(world, send_change(world))
    keep_draft(world, ready=True)
    publish(world)
    names = {person.name for person in world.people.values()}
    said = " ".join(one.subject + one.body for one in mails(world))
    assert not [name for name in names if name in said]


def test_a_mail_of_an_answer_says_where_the_record_stands(world: World) -> None:
    decide(world, send_change(world))
    (mail,) = mails(world, "sender")
    assert "\n\nRecord: " in mail.body
