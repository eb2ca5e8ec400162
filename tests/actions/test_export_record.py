"""The record as a file: whole for everybody, opened for each reader as far as they may see."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import delete

from drafting.actions.export_record import ExportRecord, export_record
from drafting.errors import NotVisible
from drafting.exchange.readers.record import verify
from drafting.rules.edits import ParagraphEdit
from drafting.rules.lifecycle import Audience
from drafting.store.models import Edition, EditionParagraph, EditionSection
from tests.factories.amendments import entries_of, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import World, without_text

SECRET = "Somebody here is at risk."


def record_for(world: World, who: str) -> bytes:
    """Take the record away as somebody."""
    return export_record(world.session, world.actor(who), ExportRecord(world.statement.slug))


def opened(world: World, who: str) -> dict[str, bool]:
    """Return, by number, kind and amendment as told to all, whether it opens for this reader."""
    facts: dict[str, Any] = json.loads(record_for(world, who))
    return {
        " ".join(str(one["public"].get(name, "")) for name in ("kind", "amendment")).strip()
        + f" ({one['seq']})": "opened" in one
        for one in facts["entries"]
    }


def without_zero_draft(world: World) -> None:
    """Take away the draft that the factory made past the journal."""
    for model in (EditionSection, EditionParagraph, Edition):
        world.session.execute(delete(model))
    world.session.expire_all()


@pytest.fixture
def meeting(world: World) -> World:
    """A meeting with one change for itself, one for the public, an answer and a draft."""
    without_zero_draft(world)
    decide(world, send_change(world, reason=SECRET))
    send_change(world, "african", audience=Audience.PUBLIC)
    publish(world)
    return world


def test_the_public_opens_what_was_sent_for_it_and_nothing_else(meeting: World) -> None:
    assert opened(meeting, "public") == {
        "opened (1)": False,
        "meeting (2)": False,
        "meeting (3)": False,
        "submitted A2 (4)": True,
        "published (5)": False,
    }
    assert SECRET not in record_for(meeting, "public").decode()


@pytest.mark.parametrize("who", ["reader", "writer", "european", "rapporteur", "moderator"])
def test_members_open_all_of_it(meeting: World, who: str) -> None:
    assert all(opened(meeting, who).values())
    assert SECRET in record_for(meeting, who).decode()


def test_a_former_member_opens_no_more_than_the_public(meeting: World) -> None:
    assert record_for(meeting, "former") == record_for(meeting, "public")


@pytest.mark.parametrize("who", ["public", "moderator"])
def test_the_record_is_sound_for_each_reader(meeting: World, who: str) -> None:
    verdict = verify(record_for(meeting, who))
    assert verdict.faults == ()
    assert (verdict.entries, verdict.editions) == (5, 1)


def test_no_name_of_a_person_stands_in_the_record(meeting: World) -> None:
    words = record_for(meeting, "moderator").decode()
    assert not [one.name for one in meeting.people.values() if f'"{one.name}"' in words]


def test_before_anything_is_published_the_record_is_for_members(world: World) -> None:
    without_text(world)
    assert verify(record_for(world, "reader")).entries == 0
    with pytest.raises(NotVisible):
        record_for(world, "public")


def test_what_is_opened_to_the_public_holds_no_text_around_the_change(world: World) -> None:
    without_zero_draft(world)
    publish(world)
    decide(world, send_change(world, "african", words_for(world, "Nobody has read this.", block=0)))
    sent = send_change(world, audience=Audience.PUBLIC)
    decide(world, sent)
    assert b"Nobody has read this." not in record_for(world, "public")
    assert b"Nobody has read this." in record_for(world, "reader")


def test_places_in_the_record_cut_the_text_from_its_first_word(world: World) -> None:
    base = world.versions[0].markdown
    send_change(world, words=ParagraphEdit(1, world.key(0, 0), ""))
    (entry,) = entries_of(world)
    assert entry.private is not None
    (change,) = entry.private["words"][0]["changes"]
    assert base[change["start"] : change["end"]].strip() == (entry.words or {})[change["before"]]
