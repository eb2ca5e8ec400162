"""Received once: whatever is sent again, by whom and by which form, one group asks a thing once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.steps.amendments import digest_of
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.errors import AskedAlready, DraftingError, Refused, SentBefore
from drafting.rules.actors import Right
from drafting.rules.edits import Edit, NewSection, SectionEdit, Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment
from drafting.store.queries.amendments import latest, list_of_groups, load_whole, pending
from drafting.store.session import open_session
from tests.factories.amendments import WORDS, form_key, keep_draft, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import INTRODUCTION, World, add_grant
from tests.support.databases import both_databases

SHALL = WORDS.replace("must", "shall")
TWICE = st.integers(min_value=0, max_value=2)
ACTS = ("send", "send", "send", "draft", "send draft", "revise", "take back")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), TWICE, TWICE, TWICE, TWICE), min_size=2, max_size=9
)
Step = tuple[str, int, int, int, int]
PEOPLE = ("sender", "deputy", "writer")
REASONS = ("", "It must bind.", "It binds all.")
KEYS = tuple("abc"[at] * 32 for at in range(3))


def with_deputy(world: World) -> World:
    """Let the rapporteur send for Asia too, so that the group has two senders."""
    world.people["deputy"] = world.people["rapporteur"]
    add_grant(world, world.people["deputy"], Right.SEND, "ASIA")
    world.session.flush()
    return world


def asking(world: World, words: int, reason: int) -> Wording:
    """Return words of few kinds, so that many are the same: a ¶, its section, another order."""
    section = SectionEdit(
        world.sections[0].key, 1, INTRODUCTION.replace("should mean", "must mean"), "Introduction"
    )
    edits: tuple[Edit, ...] = (words_for(world), section, NewSection(1, None, "Work", "Be fair."))
    return Wording((edits[words],), REASONS[reason])


def sending(wording: Wording | None, key: str, draft: str = "") -> SubmitAmendment:
    """Return what a sender of Asia presses *Send* for."""
    return SubmitAmendment("dhaka", "ASIA", wording, Audience.MEETING, key, draft)


def act(world: World, step: Step) -> Amendment:
    """Do one thing that somebody of the group might do, with a form that may be an old one."""
    kind, who, words, reason, key = step
    session, actor = world.session, world.actor(PEOPLE[who])
    wording, form = asking(world, words, reason), KEYS[key] if key else form_key()
    if kind == "send":
        return submit_amendment(session, actor, sending(wording, form))
    if kind == "draft":
        return draft_amendment(session, actor, DraftAmendment("dhaka", "ASIA", wording, form))
    rows = list_of_groups(session, world.statement.id, [world.groups["ASIA"].id])
    row = rows[key % len(rows)]
    if kind == "send draft":
        return submit_amendment(session, actor, sending(wording, form, row.key))
    if kind == "take back":
        return withdraw_amendment(session, actor, WithdrawAmendment("dhaka", row.number or 0))
    seen = row.revision, digest_of(row)
    request = ReviseAmendment("dhaka", row.number or 0, *seen, wording, form)
    return revise_amendment(session, actor, request)


def told(row: Amendment) -> set[tuple[object, ...]]:
    """Return what a change asks, told apart by hand: all stand on the first version."""
    parts = latest(row).parts
    return {(part.kind, part.section_id, part.title, part.markdown) for part in parts}


def doubled(world: World) -> list[tuple[int | None, int | None]]:
    """Return the pairs of one group that ask for the very same and both wait."""
    rows = pending(world.session, world.statement.id)
    return [
        (one.number, other.number)
        for one, other in combinations(rows, 2)
        if one.group_id == other.group_id and told(one) == told(other)
    ]


def tried(world: World, step: Step) -> None:
    """Do one thing, where it can be done; what is refused writes nothing."""
    group = world.groups["ASIA"].id
    rows = list_of_groups(world.session, world.statement.id, [group])
    if step[0] not in ("send", "draft") and not rows:
        return
    with suppress(DraftingError), world.session.begin_nested():
        assert act(world, step).group_id == group
    world.session.expire_all()


@given(steps=STEPS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_group_asks_the_very_same_twice(world: World, steps: list[Step]) -> None:
    with world.session.begin_nested() as whole:
        with_deputy(world)
        for step in steps:
            tried(world, step)
            assert not doubled(world), steps
        whole.rollback()


def test_the_same_words_by_another_form_are_received_already(world: World) -> None:
    row = send_change(world, reason="It must bind.")
    for reason in ("It must bind.", ""):
        with pytest.raises(AskedAlready) as again:
            send_change(world, reason=reason)
        assert (again.value.number, again.value.adds) == (row.number, False)


def test_another_why_for_the_same_words_is_not_swallowed(world: World) -> None:
    send_change(world, reason="It must bind.")
    with pytest.raises(AskedAlready) as again:
        send_change(world, reason="It binds all.")
    assert again.value.adds


def test_more_readers_for_the_same_words_are_not_promised(world: World) -> None:
    send_change(world)
    with pytest.raises(AskedAlready) as again:
        send_change(world, audience=Audience.PUBLIC)
    assert again.value.wider


def test_other_words_are_one_more(world: World) -> None:
    send_change(world)
    assert send_change(world, words=SHALL).number == 2


def test_what_was_taken_back_may_be_sent_again(world: World) -> None:
    key = form_key()
    row = send_change(world, key=key)
    actor = world.actor("sender")
    withdraw_amendment(world.session, actor, WithdrawAmendment("dhaka", row.number or 0))
    with pytest.raises(SentBefore) as before:
        send_change(world, key=key)
    assert before.value.number == 1
    assert send_change(world).number == 2


def test_the_same_words_on_a_newer_text_are_the_same(world: World) -> None:
    row = send_change(world)
    decide(world, send_change(world, "african", words_for(world, "They have not.", block=2)))
    with pytest.raises(AskedAlready) as again:
        send_change(world, words=words_for(world, base=2), reason="")
    assert again.value.number == row.number


def test_another_group_may_ask_for_the_same(world: World) -> None:
    send_change(world)
    assert send_change(world, "african").number == 2


def test_a_typist_is_told_what_the_group_sent_itself(world: World) -> None:
    send_change(world)
    with pytest.raises(AskedAlready):
        send_change(world, "rapporteur", group="ASIA")


def test_a_draft_of_the_same_words_is_what_is_sent(world: World) -> None:
    draft = keep_draft(world)
    assert send_change(world).id == draft.id


def test_a_draft_for_another_reason_is_not_lost_by_sending(world: World) -> None:
    draft = keep_draft(world)
    assert send_change(world, reason="It binds all.").id != draft.id


def test_a_typist_does_not_send_a_draft_that_she_cannot_see(world: World) -> None:
    draft = keep_draft(world)
    assert send_change(world, "rapporteur", group="ASIA").id != draft.id


def test_the_same_words_are_kept_as_one_draft(world: World) -> None:
    assert keep_draft(world).id == keep_draft(world, "sender").id
    assert keep_draft(world, words=SHALL, ready=True).id == keep_draft(world, words=SHALL).id


def test_a_draft_that_nobody_called_ready_is_sent_from_its_own_page(world: World) -> None:
    draft, actor = keep_draft(world), world.actor("sender")
    with pytest.raises(Refused, match="Nobody called this draft ready"):
        submit_amendment(world.session, actor, sending(None, form_key(), draft.key))
    own_page = sending(Wording(()), form_key(), draft.key)
    assert submit_amendment(world.session, actor, own_page).number == 1


def revising(world: World, words: str, key: str, seen: tuple[int, str]) -> ReviseAmendment:
    """Return what somebody asks who saw this revision of A1."""
    wording = Wording((words_for(world, words),), "It must bind.")
    return ReviseAmendment("dhaka", 1, *seen, wording, key)


def test_a_used_form_says_what_became_of_its_new_words(world: World) -> None:
    row, session, key = send_change(world), world.session, form_key()
    seen, actor = (1, digest_of(row)), world.actor("sender")
    revise_amendment(session, actor, revising(world, SHALL, key, seen))
    row = load_whole(session, row.id)
    third = revising(world, WORDS.replace("must", "will"), form_key(), (2, digest_of(row)))
    revise_amendment(session, actor, third)
    for form in (key, form_key()):
        with pytest.raises(AskedAlready):
            revise_amendment(session, actor, revising(world, SHALL, form, seen))
    assert load_whole(session, row.id).revision == 3


def test_a_change_is_not_revised_into_another_of_its_group(world: World) -> None:
    row = send_change(world)
    send_change(world, words=SHALL)
    request = revising(world, SHALL, form_key(), (1, digest_of(row)))
    with pytest.raises(Refused, match="A2 of your group asks for the very same"):
        revise_amendment(world.session, world.actor("sender"), request)


@both_databases
def test_of_many_phones_at_once_one_sends_it(world: World, engine: Engine) -> None:
    with_deputy(world)
    actors = [world.actor("sender"), world.actor("deputy")] * 3
    wording = asking(world, 0, 1)
    world.session.commit()

    def arrive(at: int) -> int | None:
        """Send the same words once more, by another form."""
        with open_session(engine, writing=True) as session:
            try:
                number = submit_amendment(session, actors[at], sending(wording, form_key())).number
            except AskedAlready as again:
                return again.number
            session.commit()
        return number

    with ThreadPoolExecutor(len(actors)) as pool:
        assert set(pool.map(arrive, range(len(actors)))) == {1}
    assert world.session.scalar(select(func.count()).select_from(Amendment)) == 1
