"""What an answer makes of a text is what its plan showed, also where no word is left."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.actions.steps.book import ORDER, Place
from drafting.actions.steps.parts import base_of, carried_of, title_passage
from drafting.actions.steps.plans import Result, Wish
from drafting.actions.steps.reopening import plan_reopening
from drafting.actions.steps.snapshots import take_snapshot
from drafting.errors import AskedAlready, Refused
from drafting.rules.edits import NewSection, SectionEdit
from drafting.rules.lifecycle import TAKEN, Outcome
from drafting.store.models import Amendment
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import Wanted, latest, list_sent, pending
from drafting.store.queries.decisions import heads
from drafting.store.queries.editions import get_edition
from drafting.store.queries.sections import head_of, present_outline
from drafting.text import Passage, read
from tests.factories.amendments import send_change
from tests.factories.decisions import again, decide, decide_together, plan_of, reopen, text_of
from tests.factories.editions import publish
from tests.factories.world import World
from tests.text.edits import edited, markdown

LAW = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
GROUPS = ("sender", "african", "european")
ANSWERS = (Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED)


def stands(world: World, place: Place) -> Passage:
    """Return what a text reads now."""
    if place == ORDER:
        return base_of(place.kind, None, present_outline(world.session, world.statement.id))
    head = head_of(world.session, next(one for one in world.sections if one.id == place.section_id))
    return title_passage(head.title) if place.kind is PartKind.TITLE else read(head.markdown)


def check_shown(world: World, shown: Iterable[Result]) -> None:
    """Every text reads as it was shown, and what waits stands on it."""
    for result in shown:
        assert stands(world, result.place) == result.redline.after
    for part in (part for row in now_waiting(world) for part in latest(row).parts):
        assert carried_of(part).before == stands(world, Place(part.kind, part.section_id))


def now_waiting(world: World) -> list[Amendment]:
    """Load what waits anew."""
    return [again(world, row) for row in pending(world.session, world.statement.id)]


def wording(data: st.DataObject, before: str) -> str:
    """Draw other words for a text: none, or some edits of it."""
    if data.draw(st.integers(0, 2)) == 0:
        return ""
    return markdown(data.draw(edited(before.split("\n\n") if before else [], 3)))


def send(world: World, data: st.DataObject) -> None:
    """Let a group ask for other words in the whole section."""
    head = head_of(world.session, world.sections[0])
    edit = SectionEdit(world.sections[0].key, head.number, wording(data, head.markdown))
    send_change(world, data.draw(st.sampled_from(GROUPS)), edit)


def answer(world: World, data: st.DataObject) -> None:
    """Answer one of those that wait, in some way."""
    row = data.draw(st.sampled_from(now_waiting(world)))
    outcome = data.draw(st.sampled_from(ANSWERS))
    letters = "a" if outcome is Outcome.IN_PART else ""
    words = {0: wording(data, text_of(world))} if outcome is Outcome.AS_MODIFIED else {}
    shown = plan_of(world, Wish(row, outcome, frozenset(letters), words)).results
    decide(world, row, outcome, letters=letters, words=words, without_waiting=True)
    check_shown(world, shown)


def answer_together(world: World, data: st.DataObject) -> None:
    """Take all that wait at once."""
    waiting = now_waiting(world)
    shown = plan_of(world, *(Wish(row, Outcome.ACCEPTED) for row in waiting)).results
    decide_together(world, Outcome.ACCEPTED, *waiting)
    check_shown(world, shown)


def take_back(world: World, data: st.DataObject) -> None:
    """Reopen one of those that were taken."""
    row = again(world, data.draw(st.sampled_from(taken(world))))
    shown = plan_reopening(world.session, world.statement, row, whole=False).results
    reopen(world, row)
    check_shown(world, shown)


def taken(world: World) -> list[Amendment]:
    """Return what was taken, whole or in part."""
    return list(list_sent(world.session, world.statement.id, Wanted(TAKEN)))


def correct(world: World, data: st.DataObject) -> None:
    """Let a moderator type the section anew."""
    head = head_of(world.session, world.sections[0])
    words = wording(data, head.markdown)
    request = CorrectSection(
        world.statement.slug, world.sections[0].key, head.number, head.title, words,
        formatted=True, reason="A slip.",
    )  # fmt: skip
    correct_section(world.session, world.actor("moderator"), request)
    assert stands(world, Place(PartKind.TEXT, world.sections[0].id)) == read(words)
    check_shown(world, ())


def publish_all(world: World, data: st.DataObject | None = None) -> None:
    """Publish a draft, which reads as the text does."""
    number = publish(world).number
    edition = get_edition(world.session, world.statement.id, number)
    snapshot = take_snapshot(world.session, world.statement, edition)
    texts = [stands(world, Place(PartKind.TEXT, section.id)) for section in world.sections]
    assert [section.passage for section in snapshot.sections] == texts


ACTS = (send, send, answer, answer, answer_together, take_back, correct, publish_all)


# SQLite numbers new rows like those rolled back, of which the session still holds some.
@pytest.mark.filterwarnings("ignore:Identity map already had an identity")
@LAW
@given(data=st.data())
def test_each_text_reads_as_it_was_shown(world: World, data: st.DataObject) -> None:
    with world.session.begin_nested() as savepoint:
        for act in [send, *data.draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=8))]:
            waits = bool(now_waiting(world)) or act not in (answer, answer_together)
            if waits and (taken(world) or act is not take_back):
                with suppress(Refused, AskedAlready):
                    act(world, data)
        savepoint.rollback()
    world.session.expire_all()


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.AS_MODIFIED])
def test_a_section_that_is_taken_empty_is_empty(world: World, outcome: Outcome) -> None:
    asked = "" if outcome is Outcome.ACCEPTED else "Nothing is said here."
    change = send_change(world, words=SectionEdit(world.sections[0].key, 1, asked))
    words = {0: ""} if outcome is Outcome.AS_MODIFIED else {}
    decide(world, change, outcome, words=words)
    assert text_of(world) == ""
    assert now_waiting(world) == []
    publish_all(world)


def test_a_section_that_was_filled_is_empty_again(world: World) -> None:
    decide(world, send_change(world, words=SectionEdit(world.sections[0].key, 1, "")))
    change = send_change(world, words=SectionEdit(world.sections[0].key, 2, "New words."))
    decide(world, change)
    reopen(world, change)
    assert text_of(world) == ""
    assert [carried_of(latest(row).parts[0]).before for row in now_waiting(world)] == [read("")]


def test_a_new_section_may_come_in_without_words(world: World) -> None:
    change = send_change(world, words=NewSection(1, None, "Sources", "To be written."))
    decide(world, change, Outcome.AS_MODIFIED, words={0: ""})
    versions = heads(world.session, world.statement.id).values()
    assert [row.markdown for row in versions if row.title == "Sources"] == [""]
