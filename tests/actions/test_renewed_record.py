"""A house that was there before goes on in the present form; what it told stays as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select

from drafting.actions.export_record import ExportRecord, export_record
from drafting.exchange.readers.record import Verdict, verify
from drafting.store.models import Entry
from tests.factories.amendments import send_change
from tests.factories.editions import publish
from tests.factories.old_entries import SECRET, TOLD, add_old_entries
from tests.factories.world import World


@pytest.fixture
def old_house(world: World) -> World:
    """A house with four entries of the older form; its first act since is a change."""
    add_old_entries(world)
    return world


def facts_for(world: World, who: str) -> dict[str, Any]:
    """Take the record away as somebody; the draft that the factory made is in no chain."""
    request = ExportRecord(world.statement.slug)
    facts: dict[str, Any] = json.loads(export_record(world.session, world.actor(who), request))
    facts["editions"] = [one for one in facts["editions"] if one["number"]]
    return facts


def judged(facts: dict[str, Any]) -> Verdict:
    return verify(json.dumps(facts).encode())


def test_the_first_act_says_up_to_where_older_entries_may_be_closed(old_house: World) -> None:
    send_change(old_house)
    entries = old_house.session.scalars(select(Entry).order_by(Entry.seq)).all()
    assert [row.public for row in entries[:4]] == list(TOLD)
    renewed = entries[4].public
    assert (renewed["v"], renewed["kind"], renewed["closed_before"]) == (2, "record renewed", 5)
    assert [row.form for row in entries] == [1, 1, 1, 1, 2, 2, 2]


def test_the_public_gets_older_entries_of_the_meeting_closed(old_house: World) -> None:
    send_change(old_house)
    publish(old_house)
    facts = facts_for(old_house, "public")
    closed = [one["seq"] for one in facts["entries"] if set(one) == {"seq", "hash"}]
    assert closed == [2, 3, 4]
    words = json.dumps(facts)
    assert SECRET not in words
    assert "A1" not in words
    assert (judged(facts).faults, judged(facts).closed) == ((), 3)


def test_members_open_older_entries_as_before(old_house: World) -> None:
    send_change(old_house)
    publish(old_house)
    facts = facts_for(old_house, "reader")
    assert (judged(facts).faults, judged(facts).closed) == ((), 0)
    assert SECRET in json.dumps(facts)


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_closed_entry_cannot_be_put_in_another_s_place(old_house: World, place: int) -> None:
    send_change(old_house)
    publish(old_house)
    facts = facts_for(old_house, "public")
    facts["entries"][place]["hash"] = "ab" * 32
    assert "Entries before 5 are not those that it closed." in judged(facts).faults


def test_an_entry_of_the_present_form_cannot_be_closed(old_house: World) -> None:
    send_change(old_house)
    publish(old_house)
    facts = facts_for(old_house, "public")
    entry = facts["entries"][6]
    facts["entries"][6] = {"seq": entry["seq"], "hash": entry["hash"]}
    said = "Entry 7 is closed or of the older form: here none may be."
    assert judged(facts).faults == (said,)


def test_before_the_first_act_older_entries_are_closed_already(old_house: World) -> None:
    facts = facts_for(old_house, "public")
    assert "A1" not in json.dumps(facts)
    assert judged(facts).faults == ()
