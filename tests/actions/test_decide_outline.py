"""Answering changes of titles and of the order of sections, and amendments of several parts."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.errors import Refused
from drafting.rules.edits import (
    DroppedSection,
    Edit,
    MovedSection,
    NewSection,
    SectionEdit,
    Wording,
)
from drafting.rules.lifecycle import Audience, Outcome, Status
from drafting.store.models import Amendment, Question, Ruling
from drafting.store.queries.amendments import load_whole
from drafting.store.queries.sections import head_of, present_outline, present_versions
from tests.factories.amendments import form_key, send_change, words_for
from tests.factories.decisions import again, decide, reopen, text_of
from tests.factories.world import World
from tests.support.databases import both_databases


def titles(world: World) -> list[str]:
    """Return the titles of the text in order."""
    return [row.title for row in present_versions(world.session, world.statement.id)]


def send(world: World, *edits: Edit, who: str = "sender", mark: str = "ASIA") -> Amendment:
    """Send one amendment with these edits."""
    request = SubmitAmendment(
        "dhaka", mark, Wording(edits, "A reason."), Audience.MEETING, form_key()
    )
    row = submit_amendment(world.session, world.actor(who), request)
    return load_whole(world.session, row.id)


def new_section(world: World, title: str = "Gender", after: int = 0) -> NewSection:
    """Ask for a section more."""
    return NewSection(1, world.sections[after].key, title, "Women lead.\n\nGirls learn.")


def test_a_section_that_is_taken_stands_in_its_place(world: World) -> None:
    decide(world, send(world, new_section(world)))
    assert titles(world) == ["Introduction", "Gender", "Calls for action", "Guiding questions"]
    added = present_versions(world.session, world.statement.id)[1]
    assert added.markdown == "Women lead.\n\nGirls learn."
    assert len(set(added.keys)) == 2


def test_a_section_can_be_taken_with_other_words(world: World) -> None:
    amendment = send(world, new_section(world))
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: "Women and girls lead."})
    added = present_versions(world.session, world.statement.id)[1]
    assert added.markdown == "Women and girls lead."
    assert again(world, amendment).status is Status.AS_MODIFIED


def test_two_sections_at_one_place_stand_one_after_the_other(world: World) -> None:
    one, other = send(world, new_section(world)), send(world, new_section(world, "Children"))
    decide(world, one)
    decide(world, other)
    assert titles(world)[:3] == ["Introduction", "Gender", "Children"]


def test_an_added_section_goes_out_again_and_comes_back_under_its_key(world: World) -> None:
    amendment = send(world, new_section(world))
    decide(world, amendment)
    key = present_versions(world.session, world.statement.id)[1].section.key
    reopen(world, amendment)
    assert "Gender" not in titles(world)
    decide(world, amendment)
    assert present_versions(world.session, world.statement.id)[1].section.key == key


@both_databases
def test_changes_in_a_dropped_section_no_longer_fit_and_come_back_with_it(world: World) -> None:
    inside = send_change(world)
    drop = send(world, DroppedSection(1, world.sections[0].key), who="african", mark="AFR")
    decide(world, drop)
    assert titles(world) == ["Calls for action", "Guiding questions"]
    part = again(world, inside).revisions[0].parts[0]
    assert part.carried is not None
    assert part.carried.fates == {"a": "overtaken"}
    assert again(world, inside).named_by_id == drop.id
    reopen(world, drop)
    part = again(world, inside).revisions[0].parts[0]
    assert part.carried is not None
    assert part.carried.fates == {"a": "carried"}
    assert again(world, inside).named_by_id is None


def test_nothing_can_be_taken_in_a_section_that_is_gone(world: World) -> None:
    inside = send_change(world)
    decide(world, send(world, DroppedSection(1, world.sections[0].key)))
    with pytest.raises(Refused):
        decide(world, inside)


def test_a_section_moves_and_others_follow(world: World) -> None:
    move = send(world, MovedSection(1, world.sections[0].key, world.sections[1].key))
    add = send(world, new_section(world))
    decide(world, move)
    decide(world, add)
    assert titles(world)[0] == "Calls for action"
    assert set(titles(world)) == {
        "Calls for action", "Introduction", "Gender", "Guiding questions"
    }  # fmt: skip
    outline = present_outline(world.session, world.statement.id)
    assert outline is not None
    assert outline.number == 3


def retitled(world: World, title: str, who: str = "sender", mark: str = "ASIA") -> Amendment:
    """Ask for another title of the introduction."""
    version = world.versions[0]
    edit = SectionEdit(world.sections[0].key, 1, version.markdown, title)
    return send(world, edit, who=who, mark=mark)


def test_a_title_is_taken_with_the_text_as_it_stands(world: World) -> None:
    decide(world, send_change(world))
    decide(world, retitled(world, "Introduction and context"))
    head = head_of(world.session, world.sections[0])
    assert (head.title, head.number) == ("Introduction and context", 3)
    assert "must mean" in head.markdown


def test_two_titles_for_one_section_are_rivals(world: World) -> None:
    rival = retitled(world, "Prologue", "african", "AFR")
    decide(world, retitled(world, "Preamble"))
    question = world.session.scalars(select(Question)).one()
    assert question.amendment_id == rival.id


def test_an_amendment_of_two_parts_is_ruled_part_by_part(world: World) -> None:
    amendment = send(
        world,
        words_for(world),
        words_for(world, "We ask all States:", section=1, block=0),
    )
    decide(world, amendment, Outcome.IN_PART, letters="b")
    rulings = world.session.scalars(select(Ruling).order_by(Ruling.part_id)).all()
    assert [row.outcome for row in rulings] == [Outcome.REJECTED, Outcome.ACCEPTED]
    assert text_of(world) == world.versions[0].markdown
    assert text_of(world, 1).startswith("We ask all States:")
    assert again(world, amendment).status is Status.IN_PART


def test_both_parts_of_an_amendment_are_taken_and_reopened_together(world: World) -> None:
    amendment = send(
        world,
        words_for(world),
        words_for(world, "We ask all States:", section=1, block=0),
    )
    decide(world, amendment)
    assert "must mean" in text_of(world)
    assert text_of(world, 1).startswith("We ask all States:")
    reopen(world, amendment)
    assert [text_of(world), text_of(world, 1)] == [row.markdown for row in world.versions[:2]]
