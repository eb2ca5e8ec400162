"""Answering an amendment: what goes into the text, and what happens to all else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from drafting.actions.decide_amendment import decide_amendment
from drafting.errors import BadInput, Forbidden, Refused, Stale
from drafting.rules.lifecycle import Outcome, Status
from drafting.store.models import Entry, Question, Ruling
from drafting.store.models.sections import Source
from drafting.store.queries.decisions import decisions_on
from drafting.store.queries.sections import head_of
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import again, decide, request_for, text_of
from tests.factories.world import NOON, World

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
SHALL = MUST.replace("must", "shall")
RIGHTS = (
    "Better governance should mean that people are protected better. It should give women, men and "
    "children more rights."
)
BOTH = MUST.replace("choices", "rights")


def test_what_is_taken_stands_in_the_next_version(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decision = decide(world, amendment)
    head = head_of(world.session, world.sections[0])
    assert (head.number, head.source, head.decision_id) == (2, Source.DECISION, decision.id)
    assert MUST in head.markdown
    assert again(world, amendment).status is Status.ACCEPTED


def test_the_paragraph_keeps_its_key_when_its_words_change(world: World) -> None:
    decide(world, send_change(world, words=MUST))
    assert head_of(world.session, world.sections[0]).keys == world.versions[0].keys


def test_what_is_not_taken_leaves_the_text_as_it_is(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment, Outcome.REJECTED)
    assert head_of(world.session, world.sections[0]).number == 1
    assert again(world, amendment).status is Status.REJECTED


def test_not_taken_needs_a_reason(world: World) -> None:
    amendment = send_change(world, words=MUST)
    with pytest.raises(BadInput):
        decide(world, amendment, Outcome.REJECTED, reason="")
    assert decide(world, amendment, reason="").reason == ""


def test_one_change_of_two_may_be_taken(world: World) -> None:
    amendment = send_change(world, words=BOTH)
    decide(world, amendment, Outcome.IN_PART, letters="b")
    assert RIGHTS in text_of(world)
    assert again(world, amendment).status is Status.IN_PART
    ruling = decisions_on(world.session, amendment.id)[0].rulings[0]
    assert [row["letter"] for row in ruling.taken] == ["b"]


def test_other_words_stand_apart_from_those_asked(world: World) -> None:
    amendment = send_change(world, words=MUST)
    resulting = text_of(world).replace("governance should", "governance is to")
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: resulting})
    ruling = world.session.scalars(select(Ruling)).one()
    assert text_of(world) == resulting == ruling.words
    assert "letter" not in ruling.taken[0]
    assert again(world, amendment).status is Status.AS_MODIFIED
    assert MUST in (again(world, amendment).revisions[0].parts[0].markdown or "")


def test_a_change_that_stays_the_groups_keeps_its_letter_among_other_words(world: World) -> None:
    amendment = send_change(world, words=BOTH)
    resulting = text_of(world).replace("governance should", "governance is to")
    resulting = resulting.replace("more choices", "more rights")
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: resulting})
    ruling = world.session.scalars(select(Ruling)).one()
    assert [row.get("letter") for row in ruling.taken] == [None, "b"]


def test_the_words_asked_are_no_other_words(world: World) -> None:
    amendment = send_change(world, words=MUST)
    resulting = text_of(world).replace("governance should", "governance must")
    with pytest.raises(Refused):
        decide(world, amendment, Outcome.AS_MODIFIED, words={0: resulting})


def test_a_change_elsewhere_in_the_section_is_carried(world: World) -> None:
    other = send_change(world, "african", RIGHTS)
    decide(world, send_change(world, words=MUST))
    part = again(world, other).revisions[0].parts[0]
    assert part.carried is not None
    assert part.carried.fates == {"a": "carried"}
    assert BOTH in (part.carried.markdown or "")


def test_a_rival_for_the_same_words_becomes_a_question_to_its_group(world: World) -> None:
    rival = send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    question = world.session.scalars(select(Question)).one()
    assert (question.amendment_id, question.letters) == (rival.id, ["a"])
    assert question.group_id == world.groups["AFR"].id
    assert again(world, rival).status is Status.SUBMITTED


def test_the_same_wish_is_answered_in_one_decision(world: World) -> None:
    one, other = send_change(world, words=MUST), send_change(world, "african", MUST)
    decision = decide(world, one, along={other.number or 0: Outcome.ACCEPTED})
    assert again(world, other).status is Status.ACCEPTED
    assert len(decisions_on(world.session, other.id)[0].rulings) == 2
    assert decisions_on(world.session, other.id)[0].id == decision.id


def test_what_is_in_the_text_already_is_offered_not_decided(world: World) -> None:
    other = send_change(world, "african", MUST)
    one = send_change(world, words=BOTH)
    decide(world, one)
    left = again(world, other)
    assert (left.status, left.named_by_id) == (Status.SUBMITTED, one.id)


def test_what_is_in_the_text_already_is_closed_when_the_decision_lists_it(world: World) -> None:
    other = send_change(world, "african", MUST)
    one = send_change(world, words=BOTH)
    decide(world, one, along={other.number or 0: Outcome.FULFILLED})
    left = again(world, other)
    assert (left.status, left.named_by_id) == (Status.FULFILLED, one.id)


def test_for_the_room_leaves_it_waiting_with_a_question(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment, Outcome.FOR_ROOM)
    left = again(world, amendment)
    assert (left.status, left.for_room) == (Status.SUBMITTED, True)
    assert left.room_question
    decide(world, left)
    assert not again(world, amendment).for_room


def test_a_decision_is_one_entry_that_lists_the_fates_other_than_carried(world: World) -> None:
    send_change(world, "african", SHALL)
    send_change(world, "european", RIGHTS)
    decide(world, send_change(world, words=MUST))
    entries = [row for row in world.session.scalars(select(Entry)) if row.kind == "decided"]
    assert len(entries) == 1
    assert entries[0].public == {"v": 2, "kind": "meeting", "at": "2026-11-24"}
    told = entries[0].private
    assert told is not None
    assert told["fates"] == [{"amendment": "A1", "fate": "in question"}]
    assert "So the meeting agreed." not in str(told)
    assert (entries[0].words or {})[told["reason"]] == "So the meeting agreed."


def test_a_page_that_showed_something_else_is_stale(world: World) -> None:
    amendment = send_change(world, words=MUST)
    request = request_for(world, amendment)
    send_change(world, "african", SHALL)
    with pytest.raises(Stale):
        decide_amendment(world.session, world.actor("moderator"), request)


def test_a_change_sent_elsewhere_does_not_make_a_page_stale(world: World) -> None:
    amendment = send_change(world, words=MUST)
    request = request_for(world, amendment)
    send_change(world, "african", RIGHTS)
    assert decide_amendment(world.session, world.actor("moderator"), request).id


def test_an_answer_that_was_changed_on_the_page_is_looked_at_again(world: World) -> None:
    amendment = send_change(world, words=BOTH)
    request = request_for(world, amendment, Outcome.IN_PART, letters="a")
    with pytest.raises(Refused):
        decide_amendment(
            world.session, world.actor("moderator"), replace(request, letters=frozenset("b"))
        )


def test_an_amendment_is_answered_once(world: World) -> None:
    amendment = send_change(world, words=MUST)
    request = request_for(world, amendment)
    decide_amendment(world.session, world.actor("moderator"), request)
    with pytest.raises(Stale):
        decide_amendment(world.session, world.actor("colleague"), request)


def test_only_moderators_answer(world: World) -> None:
    amendment = send_change(world, words=MUST)
    with pytest.raises(Forbidden):
        decide(world, amendment, by="sender")


def test_a_groups_time_to_answer_is_waited_for_unless_said_otherwise(world: World) -> None:
    rival = send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    with pytest.raises(BadInput):
        decide(world, rival, Outcome.REJECTED)
    decide(world, rival, Outcome.REJECTED, without_waiting=True)
    assert again(world, rival).status is Status.REJECTED


def test_the_time_of_a_group_answered_along_is_waited_for_too(world: World) -> None:
    rival = send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    other = send_change(world, "european", words_for(world, "They have not.", block=2))
    along = {rival.number or 0: Outcome.REJECTED}
    with pytest.raises(BadInput):
        decide(world, other, Outcome.REJECTED, along=along)
    decide(world, other, Outcome.REJECTED, along=along, without_waiting=True)
    assert again(world, rival).status is Status.REJECTED


def test_words_in_question_can_be_taken_in_place_of_those_they_meet(world: World) -> None:
    rival = send_change(world, "african", SHALL)
    decide(world, send_change(world, words=MUST))
    decide(world, rival, without_waiting=True)
    assert SHALL in text_of(world)


def test_nothing_is_answered_after_the_final(world: World) -> None:
    amendment = send_change(world, words=MUST)
    world.statement.final_at = world.statement.made_at
    with pytest.raises(Refused):
        decide(world, amendment)


def test_what_is_closed_names_by_what_or_says_why(world: World) -> None:
    amendment = send_change(world, words=MUST)
    with pytest.raises(BadInput):
        decide(world, amendment, Outcome.OVERTAKEN, reason="")
    other = send_change(world, "african", SHALL)
    request = replace(request_for(world, amendment, Outcome.OVERTAKEN, reason=""), by=other.number)
    decide_amendment(world.session, world.actor("moderator"), request)
    left = again(world, amendment)
    assert (left.status, left.named_by_id) == (Status.OVERTAKEN, other.id)


def test_what_is_closed_by_a_number_that_does_not_exist_comes_back(world: World) -> None:
    amendment = send_change(world, words=MUST)
    request = replace(request_for(world, amendment, Outcome.OVERTAKEN), by=77)
    with pytest.raises(BadInput):
        decide_amendment(world.session, world.actor("moderator"), request)


def test_a_moderator_says_until_when_groups_may_answer(world: World) -> None:
    send_change(world, "african", SHALL)
    request = request_for(world, send_change(world, words=MUST))
    past = replace(request, question_until=NOON - timedelta(hours=1))
    with pytest.raises(BadInput):
        decide_amendment(world.session, world.actor("moderator"), past)
    soon = NOON + timedelta(hours=2)
    decide_amendment(world.session, world.actor("moderator"), replace(request, question_until=soon))
    assert world.session.scalars(select(Question)).one().until == soon
