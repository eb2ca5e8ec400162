"""Drafts: kept inside the group, changed by it, made ready, thrown away, never told outside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from drafting.actions.discard_draft import DiscardDraft, discard_draft
from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.mark_ready import MarkReady, mark_ready
from drafting.actions.steps.proposals import heading_now
from drafting.errors import Forbidden, NotVisible, Refused, Stale
from drafting.rules.edits import (
    DroppedSection,
    MovedSection,
    NewSection,
    SectionEdit,
    Wording,
)
from drafting.rules.lifecycle import Status
from drafting.store.models import Amendment, AmendmentPart, Hand
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, pending
from tests.factories.amendments import (
    WORDS,
    entries_of,
    form_key,
    keep_draft,
    send_change,
    words_for,
)
from tests.factories.world import NOON, World
from tests.support.databases import both_databases


def put(world: World, draft: Amendment, words: str, who: str = "writer", seen: str = "") -> None:
    """Put other words into a draft."""
    request = DraftAmendment(
        world.statement.slug,
        "",
        Wording((words_for(world, words),)),
        form_key(),
        draft.key,
        seen,
    )
    draft_amendment(world.session, world.actor(who, NOON + timedelta(minutes=1)), request)


@both_databases
def test_a_draft_is_kept_with_its_hand_and_without_an_entry(world: World) -> None:
    draft = keep_draft(world)
    assert (draft.status, draft.number) == (Status.DRAFT, None)
    hand = world.session.scalars(select(Hand).where(Hand.amendment_id == draft.id)).one()
    assert hand.act == "drafted"
    assert not entries_of(world)
    assert not pending(world.session, world.statement.id)


def test_other_words_take_the_place_of_a_drafts_words(world: World) -> None:
    draft = keep_draft(world)
    put(world, draft, WORDS.replace("must", "shall"), "sender")
    parts = world.session.scalars(select(AmendmentPart)).all()
    assert [part.changes[0]["after"] for part in parts] == ["shall"]


def test_two_writers_do_not_overwrite_each_other_unawares(world: World) -> None:
    draft = keep_draft(world)
    seen = latest(draft).at.isoformat()
    put(world, draft, WORDS.replace("must", "shall"), "sender", seen)
    with pytest.raises(Stale):
        put(world, draft, WORDS.replace("must", "will"), "writer", seen)


@pytest.mark.parametrize("who", ["african", "moderator", "rapporteur", "reader", "public"])
def test_nobody_else_finds_a_draft(world: World, who: str) -> None:
    draft = keep_draft(world)
    with pytest.raises(NotVisible):
        put(world, draft, "Other words.", who)


def test_a_reader_keeps_no_draft_for_a_group(world: World) -> None:
    request = DraftAmendment(world.statement.slug, "ASIA", Wording(()), form_key())
    with pytest.raises(Forbidden):
        draft_amendment(world.session, world.actor("reader"), request)


def test_a_draft_is_made_ready_and_writing_on_makes_it_a_draft_again(world: World) -> None:
    draft = keep_draft(world)
    steps = [draft.status]
    mark_ready(world.session, world.actor("writer"), MarkReady(world.statement.slug, draft.key))
    steps.append(draft.status)
    put(world, draft, WORDS.replace("must", "shall"))
    assert [*steps, draft.status] == [Status.DRAFT, Status.READY, Status.DRAFT]


def test_nothing_becomes_ready_in_the_grace(world: World) -> None:
    draft = keep_draft(world)
    actor = world.actor("writer", NOON + timedelta(hours=6, minutes=2))
    with pytest.raises(Refused):
        mark_ready(world.session, actor, MarkReady(world.statement.slug, draft.key))


@both_databases
def test_nothing_of_a_discarded_draft_stays(world: World) -> None:
    draft = keep_draft(world, ready=True)
    request = DiscardDraft(world.statement.slug, draft.key)
    discard_draft(world.session, world.actor("writer"), request)
    for table in (Amendment, AmendmentPart):
        assert world.session.scalar(select(func.count()).select_from(table)) == 0
    assert not world.session.scalars(select(Hand).where(Hand.amendment_id.is_not(None))).all()


def test_what_was_sent_is_not_discarded(world: World) -> None:
    row = send_change(world)
    with pytest.raises(NotVisible):
        discard_draft(
            world.session, world.actor("sender"), DiscardDraft(world.statement.slug, row.key)
        )


def test_a_section_and_its_title_are_two_parts_of_one(world: World) -> None:
    markdown = world.versions[0].markdown.replace("Millions", "Thousands")
    row = send_change(world, words=SectionEdit(world.sections[0].key, 1, markdown, "Context"))
    text, title = latest(row).parts
    assert (text.kind, title.kind, title.title) == (PartKind.TEXT, PartKind.TITLE, "Context")
    letters = [change["letter"] for part in (text, title) for change in part.changes]
    assert letters == ["a", "b"]


def test_a_section_is_added_dropped_and_moved(world: World) -> None:
    keys = [section.key for section in world.sections]
    added = send_change(world, words=NewSection(1, keys[0], "Children", "Listen to children."))
    dropped = send_change(world, words=DroppedSection(1, keys[1]))
    moved = send_change(world, words=MovedSection(1, keys[1], None))
    part = latest(added).parts[0]
    assert part.outline_keys == [keys[0], part.section_key, *keys[1:]]
    assert latest(dropped).parts[0].outline_keys == [keys[0], keys[2]]
    assert latest(moved).parts[0].outline_keys == [keys[1], keys[0], keys[2]]
    assert str(heading_now(latest(added), {})) == "New section: “Children”"
    assert str(heading_now(latest(dropped), {})) == "Drop the section “Calls for action”"
