"""Comparing two exported records of one text: does the newer one only add to the older?

One record alone shows no cut and no chain made anew: both hang together. An older file is the
witness.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafting.errors import BadInput
from drafting.exchange.readers.record import Verdict, judge, load
from drafting.exchange.readers.record_editions import named


@dataclass(frozen=True, slots=True)
class Growth:
    """What the newer record is by itself, how many entries it adds, and what speaks against it."""

    newer: Verdict
    added: int
    faults: tuple[str, ...]


def compare(new: bytes, old: bytes) -> Growth:
    """Say whether one record holds everything that the older one holds, and only adds.

    Raises: BadInput when one of them is no record at all.
    """
    newer, older = load(new), load_older(old)
    verdict, before = judge(newer), judge(older)
    faults = (
        *verdict.faults,
        *(f"The older record: {fault}" for fault in before.faults),
    ) or tuple(losses(newer, older))
    return Growth(verdict, max(verdict.entries - before.entries, 0), faults)


def load_older(data: bytes) -> Mapping[str, Any]:
    """Read the older file. Raises: BadInput, which says that it is the older one."""
    try:
        return load(data)
    except BadInput as error:
        raise BadInput("The older record: " + str(error)) from error


def losses(new: Mapping[str, Any], old: Mapping[str, Any]) -> Iterator[str]:
    """Name what the older record holds and the newer one does not."""
    if strangers := of_another(new, old):
        yield strangers
        return
    yield from chain_losses(new["entries"], old["entries"])
    yield from edition_losses(new["editions"], old["editions"])


def of_another(new: Mapping[str, Any], old: Mapping[str, Any]) -> str:
    """Say that the two are records of different texts; empty when they are not.

    The first entry has random bytes in it: no other text, and no other house, begins alike.
    """
    name, before = new["statement"]["slug"], old["statement"]["slug"]
    if name != before:
        return f"These are records of two texts: {name!a} now, {before!a} before."
    heads = [facts["entries"][0]["hash"] for facts in (new, old) if facts["entries"]]
    if len(set(heads)) == 2:
        return (
            "No entry is common to both, not even the first: this is the record of another house, "
            "or it was made anew from its beginning."
        )
    return ""


def chain_losses(new: list[dict[str, Any]], old: list[dict[str, Any]]) -> Iterator[str]:
    """Say where a chain parts from the older one, and what of it is gone."""
    pairs = zip(new, old, strict=False)
    parted = next((one["seq"] for one, two in pairs if one["hash"] != two["hash"]), None)
    if parted is not None:
        yield f"From entry {parted} on the record was made anew: it told something else before."
    if len(new) == len(old) - 1:
        yield f"Entry {len(old)} was cut off."
    elif len(new) < len(old):
        yield f"Entries {len(new) + 1} to {len(old)} were cut off."


def edition_losses(new: list[dict[str, Any]], old: list[dict[str, Any]]) -> Iterator[str]:
    """Name published drafts that are gone or not what they were, to the last number of a ¶."""
    now = {edition["number"]: edition for edition in new}
    for edition in old:
        found = now.get(edition["number"])
        if found is None:
            yield f"{named(edition)} is missing: it was published before."
        elif found["digest"] != edition["digest"]:
            yield f"{named(edition)} has another text than before."
        elif found != edition:
            yield f"{named(edition)}: the numbers of its paragraphs are not what they were."
