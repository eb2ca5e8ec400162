"""At each change of a published text stands the name of the group that asked for it."""

from __future__ import annotations

from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.rules.edits import ParagraphEdit, SectionEdit
from drafting.rules.lifecycle import Outcome
from drafting.store.queries.editions import get_edition
from drafting.store.queries.sections import head_of
from tests.factories.amendments import WORDS, send_change, words_for
from tests.factories.decisions import again, decide, decide_together, reopen, text_of
from tests.factories.editions import publish
from tests.factories.names import marks_in, names_in, snapshot_of, whose_words
from tests.factories.world import World
from tests.support.databases import both_databases


def wish(world: World, old: str, new: str, *, base: int = 1) -> ParagraphEdit:
    """Return the edit that puts some words for others in the second paragraph as it stands."""
    block = text_of(world).split("\n\n")[1]
    return words_for(world, block.replace(old, new, 1), base=base)


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
    both = WORDS.replace("women", "girls, women")
    rows = [send_change(world, words=both), send_change(world, "african", words_for(world, WORDS))]
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
    decide(world, send_change(world, words=WORDS))
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


def test_who_had_a_paragraph_moved_and_who_had_words_made_bold_are_named_there(
    world: World,
) -> None:
    first, second, third = text_of(world).split("\n\n")
    bold = third.replace("in 2015", "**in 2015**")
    for who, base, blocks in (
        ("sender", 1, (third, first, second)),
        ("african", 2, (bold, first, second)),
    ):
        edit = SectionEdit("sec0xy", base, "\n\n".join(blocks))
        decide(world, send_change(world, who, edit))
    edition = publish(world)
    assert names_in(world, edition) == {world.key(0, 2): "Asia; Africa"}
    assert marks_in(world, edition) == [("", "", "Asia"), ("in 2015", "in 2015", "Africa")]
