"""Taking answers back: words out of the text again, wishes back among what waits."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from drafting.actions.reopen_decision import ReopenDecision, reopen_decision
from drafting.errors import BadInput, Refused, Stale, WrongStep
from drafting.rules.lifecycle import Outcome, Status
from drafting.store.models import Entry, SectionVersion
from drafting.store.models.sections import Source
from drafting.store.queries.sections import head_of
from tests.factories.amendments import send_change
from tests.factories.decisions import again, decide, decide_together, reopen, text_of
from tests.factories.world import World
from tests.support.databases import both_databases

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
RIGHTS = (
    "Better governance should mean that people are protected better. It should give women, men and "
    "children more rights."
)


def test_the_words_go_out_again_as_a_new_version(world: World) -> None:
    before = text_of(world)
    amendment = send_change(world, words=MUST)
    old = decide(world, amendment)
    decision = reopen(world, amendment)
    head = head_of(world.session, world.sections[0])
    assert (head.markdown, head.number, head.source) == (before, 3, Source.REOPENING)
    assert decision.reopens_id == old.id
    assert again(world, amendment).status is Status.SUBMITTED


def test_later_words_elsewhere_stay(world: World) -> None:
    amendment, other = send_change(world, words=MUST), send_change(world, "african", RIGHTS)
    decide(world, amendment)
    decide(world, other)
    reopen(world, amendment)
    assert RIGHTS in text_of(world)


def test_later_words_on_the_same_spot_must_be_reopened_first(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    later = send_change(world, "african", MUST.replace("must mean", "must surely mean"))
    decide(world, again(world, later), without_waiting=True)
    rival = send_change(world, "european", MUST.replace("must", "will"))
    decide(world, again(world, rival), without_waiting=True)
    with pytest.raises(Refused):
        reopen(world, amendment)


@both_databases
def test_what_it_had_closed_waits_again(world: World) -> None:
    other = send_change(world, "african", MUST)
    one = send_change(world, words=MUST.replace("choices", "rights"))
    decide(world, one, along={other.number or 0: Outcome.FULFILLED})
    reopen(world, one)
    left = again(world, other)
    assert (left.status, left.named_by_id) == (Status.SUBMITTED, None)
    part = left.revisions[0].parts[0]
    assert part.carried is not None
    assert part.carried.fates == {"a": "carried"}


def test_a_refusal_is_carried_to_the_present_in_one_step(world: World) -> None:
    amendment, other = send_change(world, words=MUST), send_change(world, "african", RIGHTS)
    decide(world, amendment, Outcome.REJECTED)
    decide(world, other)
    reopen(world, amendment)
    part = again(world, amendment).revisions[0].parts[0]
    assert part.carried is not None
    assert MUST.replace("choices", "rights") in (part.carried.markdown or "")
    assert head_of(world.session, world.sections[0]).number == 2


@both_databases
def test_one_of_several_can_be_taken_back_alone(world: World) -> None:
    one, other = send_change(world, words=MUST), send_change(world, "african", RIGHTS)
    decide_together(world, Outcome.ACCEPTED, one, other)
    reopen(world, one)
    assert RIGHTS in text_of(world)
    assert again(world, other).status is Status.ACCEPTED
    assert again(world, one).status is Status.SUBMITTED


def test_the_whole_answer_can_be_taken_back(world: World) -> None:
    before = text_of(world)
    one, other = send_change(world, words=MUST), send_change(world, "african", RIGHTS)
    decide_together(world, Outcome.ACCEPTED, one, other)
    reopen(world, one, whole=True)
    assert text_of(world) == before
    assert again(world, other).status is Status.SUBMITTED


def test_the_same_wish_of_another_group_keeps_the_words_in_the_text(world: World) -> None:
    one, other = send_change(world, words=MUST), send_change(world, "african", MUST)
    decide_together(world, Outcome.ACCEPTED, one, other)
    reopen(world, one)
    assert MUST in text_of(world)


def test_a_reopening_is_one_entry_that_names_the_old_one(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    reopen(world, amendment)
    entries = {row.kind: row for row in world.session.scalars(select(Entry))}
    told = entries["reopened"].private
    assert told is not None
    assert told["reopens"] == entries["decided"].seq


def test_published_versions_stay_as_they_are(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    reopen(world, amendment)
    numbers = world.session.scalars(
        select(SectionVersion.number).where(SectionVersion.section_id == world.sections[0].id)
    )
    assert sorted(numbers) == [1, 2, 3]


def test_what_waits_cannot_be_reopened(world: World) -> None:
    with pytest.raises(WrongStep):
        reopen(world, send_change(world, words=MUST))


def test_nothing_is_reopened_after_the_final(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    world.statement.final_at = world.statement.made_at
    with pytest.raises(Refused):
        reopen(world, amendment)


def test_a_reopening_needs_what_was_shown_and_a_reason(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    request = ReopenDecision(world.statement.slug, amendment.number or 0, "other", "Because.")
    with pytest.raises(Stale):
        reopen_decision(world.session, world.actor("moderator"), request)


def test_a_reopened_amendment_can_be_answered_anew(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment, Outcome.REJECTED)
    reopen(world, amendment)
    decide(world, amendment)
    assert MUST in text_of(world)
    with pytest.raises(BadInput):
        decide(world, send_change(world, words=RIGHTS), Outcome.REJECTED, reason="")
