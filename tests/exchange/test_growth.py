"""A newer record only adds to an older one; what it lost or tells anew is named."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import BadInput
from drafting.exchange.readers.growth import Growth, compare
from drafting.rules.journal import FIRST_PREV, Link, commit
from tests.exchange.test_record import record

HOUSE, OTHER_HOUSE = bytes(32), bytes([1]) * 32


def chain(words: list[str], nonce: bytes = HOUSE, start: list[Any] | None = None) -> list[Any]:
    """Make entries that tell these words, after those that are there."""
    entries = list(start or ())
    for word in words:
        prev = entries[-1]["hash"] if entries else FIRST_PREV
        private = {"why": word}
        public = {"kind": "submitted", "at": "2026-11-24"}
        link = Link(len(entries) + 1, prev, public, commit(nonce, private))
        one = {"seq": link.seq, "prev": prev, "public": public, "private": link.private}
        entries.append({**one, "hash": link.hash, "nonce": nonce.hex(), "opened": private})
    return entries


def file_of(entries: list[Any], **members: Any) -> bytes:
    statement = {"slug": "dhaka", "title": "A statement"}
    facts = {"format": "drafting-record/1", "statement": statement, "editions": []}
    return json.dumps({**facts, "entries": entries, **members}).encode()


def said(new: list[Any], old: list[Any]) -> tuple[str, ...]:
    return compare(file_of(new), file_of(old)).faults


words = st.lists(st.sampled_from(["a", "b", "ক"]), max_size=6)


@given(before=words, more=words)
def test_what_only_adds_has_no_faults(before: list[str], more: list[str]) -> None:
    old = chain(before)
    new = chain(more, OTHER_HOUSE, old)
    growth = compare(file_of(new), file_of(old))
    assert (growth.faults, growth.added) == ((), len(more))


@given(kept=words, lost=words.filter(bool))
def test_a_tail_that_was_cut_off_is_named(kept: list[str], lost: list[str]) -> None:
    new = chain(kept)
    old = chain(lost, start=new)
    first, last = len(kept) + 1, len(kept) + len(lost)
    several = f"Entries {first} to {last} were cut off."
    assert said(new, old) == (f"Entry {last} was cut off." if first == last else several,)


@given(kept=words.filter(bool), told=words.filter(bool), instead=words.filter(bool))
def test_a_tail_that_was_made_anew_is_named(
    kept: list[str], told: list[str], instead: list[str]
) -> None:
    start = chain(kept)
    found = said(chain(instead, OTHER_HOUSE, start), chain(told, start=start))
    assert f"From entry {len(kept) + 1} on the record was made anew" in found[0]
    assert len(found) == (2 if len(instead) < len(told) else 1)


@given(one=words.filter(bool), two=words.filter(bool))
def test_the_record_of_another_house_is_named(one: list[str], two: list[str]) -> None:
    (fault,) = said(chain(one), chain(two, OTHER_HOUSE))
    assert "the record of another house" in fault


def test_the_record_of_another_text_is_named() -> None:
    other = {"slug": "lima\x1b", "title": "A statement"}
    growth = compare(file_of([], statement=other), file_of([]))
    assert growth.faults == ("These are records of two texts: 'lima\\x1b' now, 'dhaka' before.",)


def test_an_entry_forgotten_since_is_no_fault() -> None:
    old, new = chain(["a", "b"]), chain(["a", "b", "c"])
    del new[0]["nonce"], new[0]["opened"]
    assert said(new, old) == ()
    assert said(chain(["a", "b", "c"]), old) == ()


def renumber(facts: dict[str, Any]) -> None:
    facts["editions"][0]["paragraphs"][0]["label"] = "9"


def lose(facts: dict[str, Any]) -> None:
    facts["editions"].clear()


@pytest.mark.parametrize(
    ("tamper", "fault"),
    [
        (renumber, "Zero draft: the numbers of its paragraphs are not what they were."),
        (lose, "Published draft 0 is missing."),
    ],
)
def test_a_draft_that_is_not_what_it_was_is_named(tamper: Any, fault: str) -> None:
    new = record()
    tamper(new)
    assert grown(new, record()).faults == (fault,)


def grown(new: Any, old: Any) -> Growth:
    return compare(json.dumps(new).encode(), json.dumps(old).encode())


def test_faults_of_each_file_itself_come_first() -> None:
    changed = deepcopy(record())
    changed["entries"][1]["public"]["amendment"] = "A2"
    assert "Entry 2 was changed." in grown(changed, record()).faults
    assert "The older record: Entry 2 was changed." in grown(record(), changed).faults


def test_which_file_is_no_record_is_said() -> None:
    with pytest.raises(BadInput, match="The older record: This file is not a record"):
        compare(file_of([]), b"[]")
    with pytest.raises(BadInput, match=r"^This file is not a record"):
        compare(b"[]", file_of([]))
