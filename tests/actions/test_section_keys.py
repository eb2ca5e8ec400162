"""The keys of paragraphs over several answers: they hold, lead on, and come back."""

from __future__ import annotations

from drafting.actions.steps.edited import place_in
from drafting.rules.edits import ParagraphEdit, SectionEdit
from drafting.store.queries.sections import head_of
from drafting.text import plain, read
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World


def test_a_paragraph_put_back_by_a_later_answer_has_its_old_key(world: World) -> None:
    keys = head_of(world.session, world.sections[0]).keys
    first, second, _ = plain(read(world.versions[0].markdown)).split("\n\n")
    decide(world, send_change(world, words=ParagraphEdit(1, keys[1], "")))
    decide(world, send_change(world, words=ParagraphEdit(2, keys[0], f"{first}\n\n{second}")))
    assert head_of(world.session, world.sections[0]).keys == keys


def test_a_key_leads_to_its_own_paragraph_again_once_it_is_parted(world: World) -> None:
    section, keys = world.sections[0].key, world.versions[0].keys
    blocks = world.versions[0].markdown.split("\n\n")
    joined = f"{blocks[0]} {blocks[1]}\n\n{blocks[2]}"
    decide(world, send_change(world, words=SectionEdit(section, 1, joined)))
    head = head_of(world.session, world.sections[0])
    assert (head.keys, place_in(head, keys[1])) == ([keys[0], keys[2]], 0)
    decide(world, send_change(world, words=SectionEdit(section, 2, "\n\n".join(blocks))))
    head = head_of(world.session, world.sections[0])
    assert (head.keys, [place_in(head, key) for key in keys]) == (keys, [0, 1, 2])


def test_a_key_leads_on_through_two_joinings(world: World) -> None:
    section, keys = world.sections[0].key, world.versions[0].keys
    blocks = world.versions[0].markdown.split("\n\n")
    later = f"{blocks[0]}\n\n{blocks[1]} {blocks[2]}"
    decide(world, send_change(world, words=SectionEdit(section, 1, later)))
    decide(world, send_change(world, words=SectionEdit(section, 2, " ".join(blocks))))
    head = head_of(world.session, world.sections[0])
    assert [place_in(head, key) for key in keys] == [0, 0, 0]
