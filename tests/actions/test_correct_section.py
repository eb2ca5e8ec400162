"""Correcting a section, and saying what it is."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from drafting.actions.change_section_kind import ChangeSectionKind, change_section_kind
from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.errors import BadInput, Forbidden, Stale, Unchanged
from drafting.store.models import Entry
from drafting.store.models.sections import SectionKind, Source
from drafting.store.queries.rounds import list_rounds
from drafting.text import plain, read
from tests.factories.amendments import send_change
from tests.factories.decisions import again
from tests.factories.world import World


def correction(world: World, **fields: object) -> CorrectSection:
    """Return the correction of one word in the introduction."""
    words = plain(read(world.versions[0].markdown)).replace("danger", "dangers")
    values = {"seen": 1, "title": "Introduction", "words": words, "reason": "A typing error."}
    return CorrectSection(statement="dhaka", section=world.sections[0].key, **(values | fields))  # type: ignore[arg-type]  # by name


def test_a_correction_is_a_version_with_a_reason(world: World) -> None:
    version = correct_section(world.session, world.actor("moderator"), correction(world))
    assert (version.number, version.source) == (2, Source.CORRECTION)
    assert version.reason == "A typing error."
    assert version.keys == world.versions[0].keys
    entry = world.session.scalars(select(Entry).order_by(Entry.seq.desc())).first()
    assert entry is not None
    assert entry.kind == "corrected"
    assert "typing" not in str(entry.public)


def test_what_waits_is_carried_onto_a_correction(world: World) -> None:
    amendment = send_change(world)
    correct_section(world.session, world.actor("moderator"), correction(world))
    part = again(world, amendment).revisions[0].parts[0]
    assert part.carried is not None
    assert "dangers" in (part.carried.markdown or "")
    assert part.carried.fates == {"a": "carried"}


def test_a_correction_needs_a_reason_once_the_text_was_open(world: World) -> None:
    with pytest.raises(BadInput):
        correct_section(world.session, world.actor("moderator"), correction(world, reason=""))


def test_before_the_first_opening_it_is_free_editing(world: World) -> None:
    world.statement.opened_at = None
    for row in list_rounds(world.session, world.statement.id):
        row.opens_at = None
    version = correct_section(world.session, world.actor("moderator"), correction(world, reason=""))
    assert version.source is Source.EDIT


def test_a_correction_of_an_older_version_is_stale(world: World) -> None:
    correct_section(world.session, world.actor("moderator"), correction(world))
    with pytest.raises(Stale):
        correct_section(world.session, world.actor("moderator"), correction(world))


def test_a_correction_changes_something(world: World) -> None:
    words = world.versions[0].markdown
    request = correction(world, words=words, formatted=True)
    with pytest.raises(Unchanged):
        correct_section(world.session, world.actor("moderator"), request)


def test_only_moderators_correct(world: World) -> None:
    with pytest.raises(Forbidden):
        correct_section(world.session, world.actor("sender"), correction(world))


def test_a_section_can_be_locked(world: World) -> None:
    request = ChangeSectionKind("dhaka", world.sections[0].key, SectionKind.LOCKED)
    section = change_section_kind(world.session, world.actor("moderator"), request)
    assert section.kind is SectionKind.LOCKED
    with pytest.raises(Unchanged):
        change_section_kind(world.session, world.actor("moderator"), request)
