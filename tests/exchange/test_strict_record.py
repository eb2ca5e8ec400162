"""A record is read strictly: what readers could differ about is named with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import BadInput
from drafting.exchange.readers.record import verify
from tests.exchange.test_record import record

RECORD = record()
A1 = '"amendment": "A1"'
Path = tuple[str | int, ...]


def written(facts: object = RECORD) -> str:
    return json.dumps(facts)


def faults(text: str) -> tuple[str, ...]:
    return verify(text.encode()).faults


def objects(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the way to every object."""
    if isinstance(value, dict):
        yield path
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value if isinstance(value, list) else ())
    )
    for name, one in inner:
        yield from objects(one, (*path, name))


def leaves(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the way to every value that holds no other."""
    if not isinstance(value, dict | list):
        yield path
        return
    for name, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(one, (*path, name))


def at(facts: Any, path: Path) -> Any:
    for name in path:
        facts = facts[name]
    return facts


OBJECTS = sorted(objects(RECORD), key=str)
LEAVES = sorted(leaves(RECORD), key=str)


@given(path=st.sampled_from(OBJECTS), which=st.integers(0, 10))
def test_no_member_stands_twice(path: Path, which: int) -> None:
    facts = deepcopy(RECORD)
    one = at(facts, path)
    if not one:
        return
    name = sorted(one)[which % len(one)]
    one["twin"] = one[name]
    text = written(facts).replace('"twin"', json.dumps(name))
    assert any(f'{name}" stands twice.' in fault for fault in faults(text))


@given(path=st.sampled_from(OBJECTS), name=st.text(min_size=1, max_size=5))
def test_no_member_is_added(path: Path, name: str) -> None:
    facts = deepcopy(RECORD)
    if name in at(facts, path):
        return
    at(facts, path)[name] = 1
    assert faults(written(facts))


@given(path=st.sampled_from(LEAVES), value=st.one_of(
    st.none(), st.booleans(), st.floats(), st.integers(), st.text(), st.just([]), st.just({}),
))  # fmt: skip
def test_no_value_is_put_in_another_s_place(path: Path, value: object) -> None:
    facts = deepcopy(RECORD)
    before = at(facts, path)
    if type(before) is type(value) and before == value:
        return
    at(facts, path[:-1])[path[-1]] = value
    if path[0] in {"statement", "editions"} and path[-1] in {"title", "key", "label"}:
        return  # not under the seal in this form of the record
    try:
        assert faults(written(facts))
    except BadInput:
        assert path == ("format",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"seq": 2', '"seq": 2.0', '"seq" holds 2.0: only whole numbers are exact.'),
        ('"seq": 2', '"seq": "2"', '"seq" must be a whole number.'),
        ('"seq": 2', '"seq": true', '"seq" must be a whole number.'),
        ('"seq": 2', '"seq": 2, "note": "x"', '"note" does not belong here.'),
        ('"seq": 2', '"seq": 2, "seq": 2', '"seq" stands twice.'),
        (', "seq": 2', "", '"seq" is missing.'),
        (A1, '"amendment": NaN', '"public.amendment" holds NaN: only whole numbers are exact.'),
        (A1, f'"amendment": {2**53}', '"public.amendment" holds a number too large to be exact.'),
        (A1, '"amendment": "\\ud800"', '"public.amendment" holds signs that are no text.'),
        (A1, '"ámendment": "A1"', '"public" has a name of other letters than a to z.'),
        (A1, f'"amendment": {"[" * 30}{"]" * 30}', '"public.amendment" lies too deep.'),
    ],
)
def test_the_member_of_an_entry_is_named(old: str, new: str, said: str) -> None:
    text = json.dumps(RECORD, ensure_ascii=False).replace(old, new, 1)
    assert f"Entry 2: the member {said}" in faults(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"slug": ', '"sub": 1, "slug": ', 'The file: the member "sub" does not belong here.'),
        ('"number": 0', '"number": 0, "number": 1', '1: the member "number" stands twice.'),
        ('"label": "1"', '"label": 1', 'draft 1: paragraph 2: the member "label" must be words.'),
    ],
)
def test_the_member_of_a_draft_is_named(old: str, new: str, said: str) -> None:
    assert any(fault.endswith(said) for fault in faults(written().replace(old, new, 1)))


@pytest.mark.parametrize("name", ["opened", "nonce"])
def test_random_bytes_and_what_they_seal_come_together(name: str) -> None:
    facts = deepcopy(RECORD)
    del facts["entries"][1][name]
    assert 'Entry 2: the members "nonce" and "opened" come together or not at all.' in faults(
        written(facts)
    )


def test_a_digest_has_one_spelling() -> None:
    facts = deepcopy(RECORD)
    facts["entries"][0]["prev"] = facts["entries"][0]["hash"].upper()
    assert 'Entry 1: the member "prev" must be 64 signs of 0 to 9 and a to f.' in faults(
        written(facts)
    )


def test_an_instant_has_one_spelling() -> None:
    facts = deepcopy(RECORD)
    facts["editions"][0]["at"] = facts["editions"][0]["at"].replace("Z", "+00:00")
    assert any('"at" must be an instant' in fault for fault in faults(written(facts)))


def test_a_title_above_the_record_is_that_of_its_drafts() -> None:
    facts = deepcopy(RECORD)
    facts["statement"]["slug"] = "lima"
    assert "Zero draft: it is of another text than the file says." in faults(written(facts))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_record_is_utf_8_and_nothing_else(encoding: str) -> None:
    with pytest.raises(BadInput, match="not a record"):
        verify(written().encode(encoding))


def test_no_name_in_a_file_speaks_to_the_terminal() -> None:
    facts = deepcopy(RECORD)
    facts["editions"][0]["name"] = facts["editions"][0]["paragraphs"][0]["label"] = "\x1b[2J"
    facts["editions"][0]["paragraphs"][0]["markdown"] += "!"
    assert all(fault.isprintable() for fault in faults(written(facts)))
