"""A group's name stands only at words it asked for, letter for letter."""

from __future__ import annotations

from drafting.exchange.sheets import names_by_change
from drafting.exchange.writers.html import Labels
from drafting.rules.edits import DroppedSection, NewSection
from drafting.rules.lifecycle import Outcome
from drafting.store.queries.editions import get_edition
from drafting.text import diff, read
from tests.factories.amendments import join_change, send_change, words_for
from tests.factories.decisions import again, decide, decide_together, reopen, text_of
from tests.factories.editions import publish
from tests.factories.names import marks_in, names_in, snapshot_of
from tests.factories.world import World
from tests.support.databases import both_databases

FIRST = (
    "Governments pay more attention to migration than ever. Millions of people face danger on the "
    "way."
)
MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)

LAST = "States promised in 2015 to work together. They have not done so."


def test_the_group_is_named_at_the_paragraph_that_it_changed(world: World) -> None:
    decide(world, send_change(world, words=MUST))
    assert names_in(world, publish(world)) == {world.key(0, 1): "Asia"}


def test_groups_that_joined_the_words_are_named_too(world: World) -> None:
    amendment = send_change(world, words=MUST)
    join_change(world)
    decide(world, amendment)
    assert names_in(world, publish(world)) == {world.key(0, 1): "Asia; Africa"}


@both_databases
def test_each_group_of_one_answer_is_named_at_its_own_paragraph(world: World) -> None:
    one = send_change(world, "sender", words_for(world, FIRST, block=0))
    other = send_change(world, "african", words_for(world, "They have not kept it.", block=2))
    decide_together(world, Outcome.ACCEPTED, one, other)
    assert names_in(world, publish(world)) == {
        world.key(0, 0): "Asia",
        world.key(0, 2): "Africa",
    }


def test_new_paragraphs_of_one_answer_carry_the_name_of_who_asked(world: World) -> None:
    words = [
        (who, text_of(world).split("\n\n")[block] + f"\n\n{name} wrote this.", block)
        for who, name, block in (("sender", "Asia", 0), ("african", "Africa", 1))
    ]
    rows = [send_change(world, who, words_for(world, one, block=at)) for who, one, at in words]
    decide_together(world, Outcome.ACCEPTED, *rows)
    sections = snapshot_of(world, publish(world)).sections
    found = {one.markdown: one.names for one in sections[0].paragraphs if one.names}
    assert found == {"Asia wrote this.": ("Asia",), "Africa wrote this.": ("Africa",)}


def test_words_of_moderators_stand_under_their_own_name(world: World) -> None:
    amendment = send_change(world, words=MUST)
    shall = text_of(world).replace("governance should", "governance shall")
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: shall})
    assert names_in(world, publish(world)) == {world.key(0, 1): "Moderators, after A1 (Asia)"}


def test_beside_words_of_moderators_the_group_keeps_its_own(world: World) -> None:
    amendment = send_change(world, words=MUST)
    both = text_of(world).replace("governance should", "governance must").replace("face", "meet")
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: both})
    assert names_in(world, publish(world)) == {
        world.key(0, 0): "Moderators, after A1 (Asia)",
        world.key(0, 1): "Asia",
    }


def test_what_was_taken_back_names_nobody(world: World) -> None:
    amendment = send_change(world, words=MUST)
    decide(world, amendment)
    before = publish(world)
    reopen(world, again(world, amendment))
    assert names_in(world, publish(world)) == {}
    assert names_in(world, before) == {world.key(0, 1): "Asia"}


@both_databases
def test_since_an_earlier_draft_only_later_words_are_named(world: World) -> None:
    decide(world, send_change(world, words=MUST))
    first = publish(world)
    shall = words_for(world, MUST.replace("must", "shall"), base=2)
    decide(world, send_change(world, "african", shall))
    second = publish(world)
    assert names_in(world, second) == {world.key(0, 1): "Asia; Africa"}
    assert names_in(world, second, first) == {world.key(0, 1): "Africa"}


def test_a_paragraph_that_was_taken_out_names_who_asked_for_that(world: World) -> None:
    decide(world, send_change(world, words=words_for(world, "", block=2)))
    edition = publish(world)
    assert names_in(world, edition) == {}
    assert marks_in(world, edition) == [(LAST, "", "Asia")]


def test_a_new_section_carries_the_name_of_its_group(world: World) -> None:
    edit = NewSection(1, "sec1xy", "Families", "Families live in two countries.")
    decide(world, send_change(world, words=edit))
    edition = publish(world)
    zero = get_edition(world.session, world.statement.id, 0)
    for since in (None, zero):
        section = snapshot_of(world, edition, since).sections[2]
        assert [one.names for one in section.paragraphs] == [("Asia",)]
        redline = diff(read(""), section.passage)
        assert set(names_by_change(redline, section, Labels()).values()) == {("Asia",)}


def test_a_dropped_section_names_who_asked_for_that(world: World) -> None:
    decide(world, send_change(world, words=DroppedSection(1, "sec0xy"), reason="It is too long."))
    edition = publish(world)
    zero = get_edition(world.session, world.statement.id, 0)
    assert snapshot_of(world, edition, zero).dropped == {"sec0xy": ("Asia",)}


def test_a_section_that_came_back_as_it_was_names_who_asked_for_that(world: World) -> None:
    edit = NewSection(1, "sec1xy", "Families", "Families live in two countries.")
    amendment = send_change(world, words=edit)
    decide(world, amendment)
    reopen(world, again(world, amendment))
    without = publish(world)
    decide(world, again(world, amendment))
    section = snapshot_of(world, publish(world), without).sections[2]
    assert [one.names for one in section.paragraphs] == [("Asia",)]


def test_a_section_that_came_back_because_nobody_drops_it_names_nobody(world: World) -> None:
    drop = DroppedSection(1, "sec0xy")
    amendment = send_change(world, words=drop, reason="It is too long.")
    decide(world, amendment)
    without = publish(world)
    reopen(world, again(world, amendment))
    section = snapshot_of(world, publish(world), without).sections[0]
    assert {one.names for one in section.paragraphs} == {()}
    assert snapshot_of(world, without, without).dropped == {}


def test_in_a_new_section_in_other_words_the_group_keeps_its_own(world: World) -> None:
    edit = NewSection(1, "sec1xy", "Families", "Families live in two countries.")
    other = {0: "Families live in many countries."}
    decide(world, send_change(world, words=edit), Outcome.AS_MODIFIED, words=other)
    section = snapshot_of(world, publish(world)).sections[2]
    assert [one.names for one in section.paragraphs] == [("Asia", "Moderators, after A1 (Asia)")]
