"""An exported record in which anything was changed is named, member by member."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from drafting.actions.export_record import ExportRecord, export_record
from drafting.errors import BadInput
from drafting.exchange.readers.growth import compare
from drafting.exchange.readers.record import judge, load, place_of_head, verify
from drafting.exchange.readers.record_replay import replay_faults
from drafting.rules.labels import spoken_head
from tests.factories.amendments import send_change
from tests.factories.busy import live_a_while
from tests.factories.world import World

Path = tuple[str | int, ...]


def taken(world: World, who: str) -> bytes:
    """Take the record away; the draft that the factory made is in no chain."""
    request = ExportRecord(world.statement.slug)
    facts = json.loads(export_record(world.session, world.actor(who), request))
    facts["editions"] = [one for one in facts["editions"] if one["number"]]
    return json.dumps(facts).encode()


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the way to every value that holds no other."""
    if not isinstance(value, dict | list):
        yield path
        return
    for name, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(one, (*path, name))


def one_of_each(paths: Iterator[Path]) -> dict[Path, Path]:
    """Keep every leaf of what everybody gets; of what is opened or published one of each kind."""
    return {
        tuple("*" if isinstance(name, int) or len(name) == 64 else name for name in path)
        if {"opened", "words", "paragraphs"} & set(path)
        else path: path
        for path in paths
    }


def flipped(value: Any) -> Any:
    """Say something else of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str) and len(value) == 64:
        return ("0" if value[0] != "0" else "1") + value[1:]
    return f"{value or ''}x"


@pytest.mark.parametrize("who", ["public", "moderator"])
def test_every_leaf_that_says_something_else_is_named(world: World, who: str) -> None:
    facts: Any = load(taken(live_a_while(world), who))
    assert judge(facts).faults == ()
    for path in one_of_each(leaves(facts)).values():
        holder = facts
        for name in path[:-1]:
            holder = holder[name]
        before = holder[path[-1]]
        holder[path[-1]] = flipped(before)
        if path == ("format",):
            with pytest.raises(BadInput):
                load(json.dumps(facts).encode())
        else:
            assert judge(facts).faults, path
        holder[path[-1]] = before


def test_entries_swapped_lost_or_hidden_are_named(world: World) -> None:
    facts = json.loads(taken(live_a_while(world), "public"))
    entries = facts["entries"]
    first, second = entries[1:3]
    closed = {"seq": first["seq"], "hash": first["hash"]}
    for others in ([second, first], [second], [closed, second]):
        facts["entries"] = [entries[0], *others, *entries[3:]]
        assert verify(json.dumps(facts).encode()).faults


def test_a_record_that_lost_its_end_or_was_made_anew_is_named_by_an_older_one(
    world: World,
) -> None:
    older = taken(live_a_while(world), "public")
    send_change(world, words="Every child must have a home.")
    newer = taken(world, "moderator")
    assert (compare(newer, older).faults, compare(newer, older).added) == ((), 1)
    cut = json.loads(older)
    cut["entries"], cut["editions"] = cut["entries"][:3], []
    assert "were cut off." in compare(json.dumps(cut).encode(), older).faults[0]


def test_an_entry_is_found_by_its_code_as_people_write_it(world: World) -> None:
    data = taken(live_a_while(world), "public")
    entries = json.loads(data)["entries"]
    code = spoken_head(entries[4]["hash"])
    assert len(code) == len("K7F2 M3QA 9XTB 4CDE")
    assert place_of_head(data, code.lower().replace("1", "I").replace("0", " o")) == 5


def test_the_words_of_each_draft_follow_from_the_record(world: World) -> None:
    facts: Any = load(taken(live_a_while(world), "moderator"))
    draft = facts["editions"][0]
    assert tuple(replay_faults(facts["entries"], [draft])) == ()
    for section in draft["sections"][:2]:
        section["paragraphs"][0]["markdown"] += " Not so."
    assert [one.split(":")[0] for one in replay_faults(facts["entries"], [draft])] == ["Rev. 1"] * 2
