"""What waits is carried whatever is answered, and taking an answer back brings all back."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from drafting.actions.steps.carry import carry_amendment
from drafting.errors import AskedAlready, Refused, Unchanged
from drafting.rules.edits import ParagraphEdit
from drafting.rules.lifecycle import Outcome, Status
from drafting.store.models import Amendment, CarriedPart
from drafting.store.queries.amendments import pending
from drafting.store.queries.sections import head_of
from drafting.text import plain, read
from tests.factories.amendments import send_change
from tests.factories.decisions import again, decide, reopen, text_of
from tests.factories.world import World

WHO = ("sender", "african", "european")
WORDS = st.sampled_from(["must", "rights", "shall", "women", "all", "not"])
EDIT = st.tuples(st.sampled_from(WHO), st.integers(0, 2), st.integers(0, 30), WORDS, st.booleans())
HARD = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def edited(world: World, block: int, at: int, word: str, *, replaced: bool) -> str:
    """Return a paragraph of the introduction with one word put in, or in place of another."""
    words = plain(read(world.versions[0].markdown)).split("\n\n")[block].split(" ")
    at = min(at, len(words) - 1)
    words[at : at + replaced] = [word]
    return " ".join(words)


def send_all(world: World, edits: list[tuple[str, int, int, str, bool]]) -> list[Amendment]:
    """Send an amendment for each edit; one that changes nothing, or comes twice, is left out."""
    sent = []
    for who, block, at, word, replaced in edits:
        words = edited(world, block, at, word, replaced=replaced)
        try:
            sent.append(send_change(world, who, ParagraphEdit(1, world.key(0, block), words)))
        except (AskedAlready, Unchanged):
            continue
    return sent


def carried_rows(world: World) -> dict[int, tuple[Any, ...]]:
    """Return all derived rows of what waits."""
    waiting = pending(world.session, world.statement.id)
    parts = {part.id for row in waiting for part in row.revisions[-1].parts}
    return {
        row.part_id: (row.section_version_id, row.markdown, row.changes, row.fates)
        for row in world.session.scalars(select(CarriedPart))
        if row.part_id in parts
    }


def answered(world: World, amendment: Amendment) -> bool:
    """Take an amendment where it can be taken, and say whether it was."""
    try:
        decide(world, amendment, without_waiting=True)
    except Refused:
        return False
    return True


@HARD
@given(edits=st.lists(EDIT, min_size=1, max_size=6))
def test_taking_an_answer_back_at_once_brings_text_keys_and_wishes_back(
    world: World, edits: list[tuple[str, int, int, str, bool]]
) -> None:
    with world.session.begin_nested() as savepoint:
        sent = send_all(world, edits)
        before = text_of(world), head_of(world.session, world.sections[0]).keys
        fates = [again(world, row).revisions[-1].parts[0].carried for row in sent]
        was = [dict(carried.fates) for carried in fates if carried is not None]
        if sent and answered(world, sent[0]):
            reopen(world, sent[0])
            assert (text_of(world), head_of(world.session, world.sections[0]).keys) == before
            now = [again(world, row).revisions[-1].parts[0].carried for row in sent]
            assert [dict(carried.fates) for carried in now if carried is not None] == was
        savepoint.rollback()


@HARD
@given(edits=st.lists(EDIT, min_size=2, max_size=6))
def test_the_derived_rows_can_be_built_anew_from_what_authors_wrote(
    world: World, edits: list[tuple[str, int, int, str, bool]]
) -> None:
    with world.session.begin_nested() as savepoint:
        sent = send_all(world, edits)
        for amendment in sent[:-1]:
            answered(world, amendment)
        before = carried_rows(world)
        for amendment in pending(world.session, world.statement.id):
            carry_amendment(world.session, amendment)
        assert carried_rows(world) == before
        savepoint.rollback()


@HARD
@given(edits=st.lists(EDIT, min_size=1, max_size=5))
def test_what_is_taken_is_what_the_page_showed(
    world: World, edits: list[tuple[str, int, int, str, bool]]
) -> None:
    with world.session.begin_nested() as savepoint:
        for amendment in send_all(world, edits):
            part = again(world, amendment).revisions[-1].parts[0]
            carried = part.carried
            fits = carried is not None and set(carried.fates.values()) == {"carried"}
            if answered(world, amendment) and fits and carried is not None:
                assert text_of(world) == carried_markdown_before(world, amendment)
        savepoint.rollback()


def carried_markdown_before(world: World, amendment: Amendment) -> str:
    """Return the carried form that a taken amendment had: its row is kept as it was taken."""
    carried = again(world, amendment).revisions[-1].parts[0].carried
    assert carried is not None
    return carried.markdown or ""


def test_a_dropped_paragraph_that_comes_back_has_its_old_key(world: World) -> None:
    keys = head_of(world.session, world.sections[0]).keys
    drop = send_change(world, words=ParagraphEdit(1, world.key(0, 1), ""))
    decide(world, drop)
    assert head_of(world.session, world.sections[0]).keys == [keys[0], keys[2]]
    reopen(world, drop)
    assert head_of(world.session, world.sections[0]).keys == keys


def test_what_was_refused_is_not_carried_any_more(world: World) -> None:
    refused = send_change(world, "african")
    decide(world, refused, Outcome.REJECTED)
    before = again(world, refused).revisions[0].parts[0].carried
    assert before is not None
    version = before.section_version_id
    decide(world, send_change(world))
    after = again(world, refused).revisions[0].parts[0].carried
    assert after is not None
    assert (again(world, refused).status, after.section_version_id) == (Status.REJECTED, version)
