"""A record is checked without the site, and names what was changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from drafting.errors import BadInput
from drafting.exchange.readers.record import verify
from drafting.exchange.record import Record, RecordEntry, write_record
from drafting.exchange.snapshot import Snapshot, SnapshotParagraph, SnapshotSection
from drafting.rules.digests import (
    EditionHead,
    SealedParagraph,
    SealedSection,
    edition_digest,
    full_digest,
)
from drafting.rules.journal import FIRST_PREV, Link, commit, salted
from drafting.text import attribute, read
from tests.factories.world import NOON


def edition(form: int = 2) -> Snapshot:
    """Make a published draft of two paragraphs, sealed in one of the two forms."""
    words = ["We call on all States.", "End the detention of children."]
    paragraphs = tuple(
        SnapshotParagraph(f"key{i}", str(i), one, "00" * 32, salted(bytes(32), one))
        for i, one in enumerate(words)
    )
    head = EditionHead("dhaka", 0, "Zero draft", NOON)
    sealed = [SealedParagraph(one.key, one.label, one.digest) for one in paragraphs]
    digest = (
        edition_digest(head, [one.digest for one in paragraphs])
        if form == 1
        else full_digest(head, "A statement", [SealedSection("sec", "Calls", "text", sealed)])
    )
    passage = read("\n\n".join(words))
    whose = attribute(passage, ())
    section = SnapshotSection("sec", "Calls", "text", passage, paragraphs, passage, whose)
    return Snapshot(
        "A statement", "dhaka", "en", 0, "Zero draft", head.instant, digest, (section,), form=form
    )


def record(form: int = 1) -> dict[str, Any]:
    """Make a sound record of three entries, as plain values, in one of the two forms."""
    made = edition(form)
    tellings: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"kind": "published", "edition": 0, "digest": made.digest}, {"sections": [["sec", 1]]}),
        ({"kind": "submitted", "amendment": "A1"}, {"why": "it must be said"}),
        ({"kind": "decided"}, {"reason": "agreed"}),
    ]
    entries, prev = [], FIRST_PREV
    for seq, (told, behind) in enumerate(tellings, start=1):
        private = behind if form == 1 else {**told, "act": told["kind"], **behind}
        public = told if form == 1 else {"v": 2, **told}
        link = Link(seq, prev, public, commit(bytes(32), private))
        words: dict[str, str] | None = None if form == 1 else {}
        entries.append(RecordEntry(link, link.hash, bytes(32).hex(), private, words))
        prev = link.hash
    written: dict[str, Any] = json.loads(
        write_record(Record("dhaka", "A statement", entries, [made]))
    )
    return written if form == 2 else {**written, "format": "drafting-record/1"}


def faults(facts: dict[str, Any]) -> tuple[str, ...]:
    return verify(json.dumps(facts).encode()).faults


@pytest.mark.parametrize("form", [1, 2])
def test_a_sound_record_has_no_faults(form: int) -> None:
    assert faults(record(form)) == ()


def forget_private(facts: dict[str, Any]) -> None:
    del facts["entries"][1]["nonce"], facts["entries"][1]["opened"]


def test_a_record_verifies_when_a_private_part_was_forgotten() -> None:
    facts = record()
    forget_private(facts)
    assert faults(facts) == ()


def change_public(facts: dict[str, Any]) -> None:
    facts["entries"][1]["public"]["amendment"] = "A2"


def change_private(facts: dict[str, Any]) -> None:
    facts["entries"][1]["opened"]["why"] = "it was never said"


def drop_entry(facts: dict[str, Any]) -> None:
    del facts["entries"][1]


def swap_entries(facts: dict[str, Any]) -> None:
    facts["entries"][1:] = facts["entries"][:0:-1]


def change_words(facts: dict[str, Any]) -> None:
    facts["editions"][0]["paragraphs"][1]["markdown"] = "End the detention of all."


def swap_paragraphs(facts: dict[str, Any]) -> None:
    facts["editions"][0]["paragraphs"].reverse()


def drop_edition(facts: dict[str, Any]) -> None:
    facts["editions"].clear()


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (change_public, "Entry 2 was changed."),
        (change_private, "What entry 2 keeps private was changed."),
        (drop_entry, "Entry 2 is missing, or out of its place."),
        (swap_entries, "Entry 2 does not follow the one before it."),
        (change_words, "Zero draft: paragraph ¶1 was changed."),
        (swap_paragraphs, "Zero draft: its head or the order of its paragraphs was changed."),
        (drop_edition, "Published draft 0 is missing."),
    ],
)
def test_what_was_changed_is_named(tamper: Callable[[dict[str, Any]], None], said: str) -> None:
    facts = record()
    tamper(facts)
    assert said in faults(facts)


@pytest.mark.parametrize(
    "data",
    [b"", b"not json", b"[]", b'{"format": "other"}', b"[" * 100_000,
     b'{"format": "drafting-record/1", "entries": [1], "editions": []}'],
)  # fmt: skip
def test_what_is_no_record_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(BadInput, match="not a record"):
        verify(data)


def test_a_record_with_strange_values_has_faults_and_does_not_crash() -> None:
    facts = record()
    facts["entries"][0]["public"] = {"kind": "published", "n": 1.5}
    facts["editions"][0]["paragraphs"] = [{"salt": 3}, "words"]
    assert faults(facts)
