"""A group's name stands only at words it asked for, letter for letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.actions.steps.snapshots import take_snapshot
from drafting.exchange.sheets import names_by_change
from drafting.exchange.snapshot import Snapshot
from drafting.rules.edits import DroppedSection, NewSection, ParagraphEdit
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Edition
from drafting.store.queries.editions import get_edition
from drafting.store.queries.sections import head_of
from drafting.text import Token, diff, read
from tests.factories.amendments import join_change, send_change, words_for
from tests.factories.decisions import again, decide, decide_together, reopen, text_of
from tests.factories.editions import publish
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


def names_in(world: World, edition: Edition, since: Edition | None = None) -> Mapping[str, str]:
    """Return by key who is named at each paragraph that somebody changed."""
    sections = snapshot_of(world, edition, since).sections
    paragraphs = (one for section in sections for one in section.paragraphs)
    return {one.key: "; ".join(one.names) for one in paragraphs if one.names}


def snapshot_of(world: World, edition: Edition, since: Edition | None = None) -> Snapshot:
    """Return a draft as files and pages are handed it."""
    rows = [
        get_edition(world.session, world.statement.id, one.number) if one else None
        for one in (edition, since)
    ]
    assert rows[0] is not None
    return take_snapshot(world.session, world.statement, rows[0], rows[1])


def marks_in(
    world: World, edition: Edition, since: Edition | None = None
) -> list[tuple[str, str, str]]:
    """Return each change of the introduction since a draft: words out, words in, and whose."""
    earlier = since or get_edition(world.session, world.statement.id, 0)
    after = snapshot_of(world, edition, earlier).sections[0]
    redline = diff(snapshot_of(world, earlier).sections[0].passage, after.passage)
    named = names_by_change(redline, after)
    return [
        (words(change.removed), words(change.inserted), "; ".join(named[at]))
        for at, change in enumerate(redline.changes)
    ]


def whose_words(world: World, edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return who wrote which words of the introduction."""
    whose = snapshot_of(world, edition).sections[0].whose
    flat = whose.passage.flat
    return {words(flat[one.start : one.end]): one.authors for one in whose.spans if one.authors}


def words(tokens: Sequence[Token]) -> str:
    """Return tokens as words in one line."""
    return "".join(token.text for token in tokens).strip()


def wish(world: World, old: str, new: str, *, base: int = 1) -> ParagraphEdit:
    """Return the edit that puts some words for others in the second paragraph as it stands."""
    block = text_of(world).split("\n\n")[1]
    return words_for(world, block.replace(old, new, 1), base=base)


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
        assert set(names_by_change(redline, section).values()) == {("Asia",)}


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


@both_databases
def test_each_change_of_one_paragraph_names_its_own_group(world: World) -> None:
    decide(world, send_change(world, "sender", wish(world, "should mean", "must mean")))
    decide(world, send_change(world, "african", wish(world, "men and", "girls, men and", base=2)))
    decide(world, send_change(world, "european", wish(world, " better", "", base=3)))
    assert marks_in(world, publish(world)) == [
        ("should", "must", "Asia"),
        ("better", "", "Europe"),
        ("", "girls,", "Africa"),
    ]


@both_databases
def test_each_change_of_one_answer_to_several_names_its_own_group(world: World) -> None:
    rows = [
        send_change(world, "sender", wish(world, "should mean", "must mean")),
        send_change(world, "african", wish(world, "men and", "girls, men and")),
        send_change(world, "european", wish(world, " better", "")),
    ]
    decide_together(world, Outcome.ACCEPTED, *rows)
    assert marks_in(world, publish(world)) == [
        ("should", "must", "Asia"),
        ("better", "", "Europe"),
        ("", "girls,", "Africa"),
    ]


def test_groups_that_ask_for_the_same_in_one_answer_are_all_named_there(world: World) -> None:
    both = MUST.replace("women", "girls, women")
    rows = [send_change(world, words=both), send_change(world, "african", words_for(world, MUST))]
    decide_together(world, Outcome.ACCEPTED, *rows)
    assert marks_in(world, publish(world)) == [
        ("should", "must", "Asia; Africa"),
        ("", "girls,", "Asia"),
    ]


@both_databases
def test_in_other_words_the_group_keeps_the_words_that_it_asked_for(world: World) -> None:
    amendment = send_change(world, words=wish(world, "should mean", "must always mean"))
    other = text_of(world).replace("should mean", "must really mean")
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: other})
    edition = publish(world)
    assert whose_words(world, edition) == {
        "must": ("Asia",),
        "really": ("Moderators, after A1 (Asia)",),
    }
    gone = snapshot_of(world, edition).sections[0].whose.gone
    assert [one.taken_out_by for one in gone] == [("Asia",)]


@both_databases
def test_in_other_words_beside_a_change_answered_along_each_keeps_its_own(world: World) -> None:
    amendment = send_change(world, words=wish(world, "should mean", "must always mean"))
    send_change(world, "african", wish(world, "men and", "girls, men and"))
    other = text_of(world).replace("should mean", "must really mean")
    along = {2: Outcome.ACCEPTED}
    decide(world, amendment, Outcome.AS_MODIFIED, words={0: other}, along=along)
    edition = publish(world)
    assert marks_in(world, edition) == [
        ("should", "must really", "Asia; Moderators, after A1 (Asia)"),
        ("", "girls,", "Africa"),
    ]
    assert whose_words(world, edition) == {
        "must": ("Asia",),
        "really": ("Moderators, after A1 (Asia)",),
        "girls,": ("Africa",),
    }


def test_an_answer_that_was_taken_back_alone_leaves_the_others_their_names(world: World) -> None:
    rows = [
        send_change(world, "sender", wish(world, "should mean", "must mean")),
        send_change(world, "african", wish(world, "men and", "girls, men and")),
    ]
    decide_together(world, Outcome.ACCEPTED, *rows)
    first = publish(world)
    reopen(world, again(world, rows[0]))
    second = publish(world)
    assert marks_in(world, second) == [("", "girls,", "Africa")]
    assert marks_in(world, second, first) == [("must", "should", "")]
    assert marks_in(world, first)[0] == ("should", "must", "Asia")


def test_a_correction_names_nobody_and_leaves_the_others_their_names(world: World) -> None:
    decide(world, send_change(world, words=wish(world, "should mean", "must mean")))
    request = CorrectSection(
        world.statement.slug, "sec0xy", 2, "Introduction",
        text_of(world).replace("Millions of people", "Millions of persons"), reason="A word.",
    )  # fmt: skip
    correct_section(world.session, world.actor("moderator"), request)
    assert marks_in(world, publish(world)) == [
        ("people", "persons", ""),
        ("should", "must", "Asia"),
    ]


def test_an_earlier_draft_told_against_a_later_one_names_nobody(world: World) -> None:
    decide(world, send_change(world, words=MUST))
    later = publish(world)
    zero = get_edition(world.session, world.statement.id, 0)
    assert marks_in(world, zero, later) == [("must", "should", "")]


def test_where_what_was_taken_no_longer_leads_to_the_text_all_are_named(world: World) -> None:
    rows = [
        send_change(world, "sender", wish(world, "should mean", "must mean")),
        send_change(world, "african", wish(world, "men and", "girls, men and")),
    ]
    decide_together(world, Outcome.ACCEPTED, *rows)
    version = head_of(world.session, world.sections[0])
    version.markdown = version.markdown.replace("girls", "boys")
    world.session.flush()
    assert {names for _out, _in, names in marks_in(world, publish(world))} == {"Asia; Africa"}
