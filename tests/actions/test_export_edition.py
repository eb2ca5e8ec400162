"""Files of a published draft: the same each time, marked with names, and all of it public."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from drafting.actions.answer_question import AnswerQuestion, answer_question
from drafting.actions.export_edition import ENDINGS, ExportEdition, export_edition
from drafting.actions.leave_amendment import LeaveAmendment, leave_amendment
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.errors import BadInput, NotVisible
from drafting.rules.edits import SectionEdit
from drafting.rules.labels import spoken_head
from drafting.rules.lifecycle import Audience, Outcome
from drafting.store.models import Amendment, Entry, Question
from drafting.store.models.questions import Answer
from drafting.text import read
from tests.factories.amendments import WORDS, join_change, send_change, words_for
from tests.factories.decisions import again, decide, decide_together, reopen, text_of
from tests.factories.editions import ADOPTION, exported, publish
from tests.factories.world import SECTIONS, World
from tests.support.databases import both_databases

WORKING = "Working text, not agreed."


def facts(world: World, number: int) -> dict[str, Any]:
    """Return what the file for machines says."""
    told: dict[str, Any] = json.loads(exported(world, number, "json"))
    return told


def send_publicly(world: World, who: str = "sender", block: int = 1) -> Amendment:
    """Send a change that the public may read."""
    words = text_of(world).split("\n\n")[block] + " So it is."
    return send_change(world, who, words_for(world, words, block=block), audience=Audience.PUBLIC)


@pytest.mark.parametrize("form", sorted(ENDINGS))
def test_a_file_is_the_same_byte_for_byte_whatever_follows(world: World, form: str) -> None:
    amendment = send_publicly(world)
    send_publicly(world, "african", block=2)
    decide(world, amendment)
    publish(world)
    first = exported(world, 1, form)
    reopen(world, again(world, amendment))
    withdraw_amendment(
        world.session, world.actor("african"), WithdrawAmendment(world.statement.slug, 2)
    )
    publish(world)
    assert exported(world, 1, form) == first
    assert exported(world, 2, form) != first


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_what_is_not_final_says_so_in_each_file(world: World, form: str) -> None:
    assert WORKING in exported(world, 0, form).replace("\\", "")
    publish(world, ADOPTION)
    final = exported(world, 1, form)
    assert WORKING not in final
    assert "Adopted in Session 2A on 25 Nov 2026. Groups present: Africa, Asia." in final


def test_the_web_page_marks_changes_with_the_names_of_groups(world: World) -> None:
    decide(world, send_change(world))
    publish(world)
    page = exported(world, 1, "html", against=0)
    assert "<del>should</del>" in page or ">should</del>" in page
    assert "Asia" in page
    assert "Marked words changed since Zero draft." in page


def test_words_of_moderators_are_marked_as_theirs(world: World) -> None:
    for at in range(12):
        words = WORDS.replace("must", f"must, {at} times,")
        amendment = send_change(world, "african", words_for(world, words))
    shall = text_of(world).replace("governance should", "governance shall")
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: shall})
    publish(world)
    assert "Moderators, after A12 (Africa)" in exported(world, 1, "html", against=0)


def test_a_paragraph_that_went_out_is_marked_with_who_asked(world: World) -> None:
    decide(world, send_change(world, "european", words_for(world, "", block=2)))
    publish(world)
    page = exported(world, 1, "html", against=0)
    assert "They have not done so." in page
    assert "Europe" in page or "EUR" in page


def test_a_clean_web_page_needs_nothing_else(world: World) -> None:
    page = exported(world, 0, "html")
    assert "<ins" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_marked_text_reads_back_to_the_same_passages(world: World) -> None:
    decide(world, send_change(world, words=words_for(world, "1. no list\n\n*no star* # [x](y)")))
    publish(world)
    blocks = read(exported(world, 1, "markdown")).blocks
    found = [read(one["markdown"]).blocks for one in facts(world, 1)["sections"]]
    for section in found:
        start = blocks.index(section[0])
        assert blocks[start : start + len(section)] == section
    assert len(found) == len(SECTIONS)


def test_the_file_for_machines_holds_what_was_sent_for_the_public(world: World) -> None:
    amendment = send_publicly(world)
    decide(world, amendment, reason="All agreed.")
    publish(world)
    told = facts(world, 1)["amendments"]
    assert [(one["label"], one["groups"], one["status"]) for one in told] == [
        ("A1", ["Asia"], "accepted")
    ]
    assert told[0]["answers"] == [{"outcome": "accepted", "reason": "All agreed."}]
    assert told[0]["changes"][0]["after"] == "So it is."


@pytest.mark.parametrize("leaves", [False, True])
def test_the_file_for_machines_names_every_group_of_a_change(world: World, leaves: bool) -> None:
    amendment = send_publicly(world)
    join_change(world)
    if leaves:
        request = LeaveAmendment(world.statement.slug, amendment.number or 0, "AFR")
        leave_amendment(world.session, world.actor("african"), request)
    publish(world)
    (told,) = facts(world, 1)["amendments"]
    assert told["groups"] == ["Asia"] + ["Africa"] * (not leaves)
    assert "group" not in told


def test_the_file_for_machines_says_of_each_word_whose_it_is(world: World) -> None:
    decide(world, send_change(world))
    third = words_for(world, "They have not kept it.", block=2)
    decide(world, send_change(world, "african", third))
    publish(world)
    section = facts(world, 1)["sections"][0]
    assert len(section["paragraphs"]) == 3
    named = [
        (section["markdown"][one["start"] : one["end"]], one["by"]) for one in section["words"]
    ]
    assert named[0] == ("must", ["Asia"])
    assert {tuple(by) for _words, by in named[1:]} == {("Africa",)}
    out = [(one["words"], one["by"]) for one in section["taken_out"]]
    assert out[0] == ("should", ["Asia"])
    assert section["markdown"][section["taken_out"][0]["at"] :].startswith("must")
    assert "promised" in "".join(words for words, _by in out)


def test_the_file_for_machines_keeps_words_that_were_never_published(world: World) -> None:
    secret = text_of(world).split("\n\n")[1].replace("should mean", "hush should mean")
    amendment = send_change(world, words=words_for(world, secret))
    decide(world, amendment)
    reopen(world, again(world, amendment))
    publish(world)
    assert "hush" not in exported(world, 1, "json")
    assert "hush" not in exported(world, 1, "html", against=0)


@both_databases
def test_the_file_for_machines_holds_nothing_of_the_meeting(world: World) -> None:
    for_meeting = send_change(world, reason="A secret of the meeting.")
    other = send_publicly(world, "african", block=2)
    decide_together(world, Outcome.REJECTED, for_meeting, other, reason="Shared in the meeting.")
    publish(world)
    words = exported(world, 1, "json")
    assert [one["label"] for one in facts(world, 1)["amendments"]] == ["A2"]
    assert "secret" not in words
    assert "Shared in the meeting." not in words


def test_open_points_are_printed_with_their_groups_or_left_out(world: World) -> None:
    decide(world, send_publicly(world), Outcome.OPEN_POINT)
    publish(world, replace(ADOPTION, with_open_points=True))
    for form in ("html", "markdown", "text"):
        assert "A1 (Asia):" in exported(world, 1, form)
    assert facts(world, 1)["open_points"][0]["groups"] == ["Asia"]


def test_without_the_wish_for_it_open_points_are_left_out(world: World) -> None:
    decide(world, send_publicly(world), Outcome.OPEN_POINT)
    publish(world, ADOPTION)
    assert "Open points" not in exported(world, 1, "text")
    assert facts(world, 1)["open_points"] == []


def test_an_open_point_of_the_meeting_is_not_printed_for_the_public(world: World) -> None:
    decide(world, send_change(world), Outcome.OPEN_POINT)
    publish(world, replace(ADOPTION, with_open_points=True))
    assert "A1" not in exported(world, 1, "text")


def test_only_the_web_page_can_mark_changes(world: World) -> None:
    publish(world)
    with pytest.raises(BadInput):
        exported(world, 1, "text", against=0)


@pytest.mark.parametrize(("number", "form"), [(7, "text"), (0, "papyrus")])
def test_what_was_never_published_is_not_there(world: World, number: int, form: str) -> None:
    with pytest.raises(NotVisible):
        exported(world, number, form)


def test_a_file_is_named_by_text_and_draft(world: World) -> None:
    publish(world)
    wanted = ExportEdition(world.statement.slug, 1, "html", against=0)
    made = export_edition(world.session, world.actor("public"), wanted)
    assert (made.name, made.media_type) == ("dhaka-rev-1-changes.html", "text/html")


def test_each_file_says_where_the_record_stood(world: World) -> None:
    edition = publish(world)
    send_change(world)
    entry = world.session.get(Entry, edition.entry_id)
    assert entry is not None
    for form in sorted(ENDINGS):
        code = entry.hash if form == "json" else spoken_head(entry.hash)
        assert code in exported(world, 1, form)


def test_plain_text_carries_the_numbers_of_paragraphs(world: World) -> None:
    words = exported(world, 0, "text")
    assert "\n\n¶1 Governments pay more attention" in words
    assert "\n\n   ¶5.2 2. Build firewalls" in words
    assert "\n\nWhere can civil society act" in words


def test_what_was_taken_back_stays_so_when_a_group_then_lets_it_go(world: World) -> None:
    sent = send_publicly(world)
    join_change(world)
    withdraw = WithdrawAmendment(world.statement.slug, 1)
    withdraw_amendment(world.session, world.actor("sender"), withdraw)
    question = world.session.scalars(select(Question)).one()
    no = AnswerQuestion(world.statement.slug, question.id, sent.revision, Answer.NO)
    answer_question(world.session, world.actor("african"), no)
    publish(world)
    assert [one["status"] for one in facts(world, 1)["amendments"]] == ["withdrawn"]


def test_a_draft_names_who_had_joined_then_whoever_leaves_later(world: World) -> None:
    sent = send_publicly(world)
    join_change(world)
    decide(world, sent)
    publish(world)
    before = exported(world, 1, "json")
    assert "Africa" in before
    reopen(world, sent)
    leave = LeaveAmendment(world.statement.slug, 1, "AFR")
    leave_amendment(world.session, world.actor("african"), leave)
    world.session.expire_all()
    assert exported(world, 1, "json") == before


def test_the_file_for_machines_says_who_moved_and_who_marked_words(world: World) -> None:
    first, second, third = text_of(world).split("\n\n")
    bold = third.replace("in 2015", "**in 2015**")
    decide(
        world, send_change(world, words=SectionEdit("sec0xy", 1, f"{bold}\n\n{first}\n\n{second}"))
    )
    publish(world)
    section = facts(world, 1)["sections"][0]
    told = [
        (section["markdown"][one["start"] : one["end"]].strip("* \n"), one["by"])
        for name in ("words", "moved", "marked")
        for one in section[name]
    ]
    assert told == [(bold, ["Asia"]), ("in 2015", ["Asia"])]
