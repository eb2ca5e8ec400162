"""Checking an exported record without the site: does it hang together, and if not, where not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafting.errors import N_, BadInput
from drafting.exchange.readers.record_chain import chain_faults
from drafting.exchange.readers.record_editions import edition_faults
from drafting.exchange.readers.record_forms import (
    DIGEST,
    OBJECTS,
    form_faults,
    is_closed,
)
from drafting.exchange.readers.record_replay import replay_faults
from drafting.exchange.readers.strict import Members, read_strictly
from drafting.exchange.record import FORMAT, OLD_FORMAT
from drafting.rules.journal import FIRST_PREV
from drafting.rules.labels import spoken_head

LARGEST_BYTES = 200_000_000
LOOK_ALIKES = str.maketrans("ILO", "110", "-.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check found; no faults means that nothing was changed since `head` was known.

    Of `closed` entries the place is proved, not the content.
    """

    entries: int
    editions: int
    head: str
    faults: tuple[str, ...]
    closed: int = 0


def verify(data: bytes) -> Verdict:
    """Check every link, every opened commitment, every published draft.

    A record that was cut off at its end is whole in itself: compare `head` with one known from
    elsewhere, or the file with an older one. Raises: BadInput when it is no record at all.
    """
    return judge(load(data))


def judge(facts: Mapping[str, Any]) -> Verdict:
    """Check a file that was read; one of another form is not looked into any further."""
    entries, editions = facts["entries"], facts["editions"]
    faults = tuple(form_faults(facts)) or tuple(inner_faults(facts))
    head = str(entries[-1].get("hash", "")) if entries else FIRST_PREV
    return Verdict(len(entries), len(editions), head, faults, sum(map(is_closed, entries)))


def place_of_head(data: bytes, said: str) -> int | None:
    """Return which entry has this head, as people say it; None where none has.

    Raises: BadInput when it is no record at all.
    """
    wanted = heard(said)
    for place, entry in enumerate(load(data)["entries"], start=1):
        digest = str(entry.get("hash", ""))
        if DIGEST.fits(digest) and heard(spoken_head(digest)) == wanted:
            return place
    return None


def heard(said: str) -> str:
    """Read a head as people write it down: without blanks, and with look-alikes put right."""
    return "".join(said.upper().split()).translate(LOOK_ALIKES)


def inner_faults(facts: Mapping[str, Any]) -> Iterator[str]:
    """Name what does not hang together; a text is replayed where nothing else is wrong."""
    found = (*chain_faults(facts["entries"]), *edition_faults(facts))
    yield from found or replay_faults(facts["entries"], facts["editions"])


def load(data: bytes) -> Mapping[str, Any]:
    """Read the file. Raises: BadInput."""
    if len(data) > LARGEST_BYTES:
        raise BadInput(N_("This file is too large to be a record."))
    try:
        facts = read_strictly(data)
    except (ValueError, RecursionError) as error:
        raise BadInput(N_("This file is not a record of Drafting.")) from error
    if not is_record(facts):
        raise BadInput(N_("This file is not a record of Drafting."))
    found: Mapping[str, Any] = facts  # type: ignore[assignment]  # is_record has looked
    return found


def is_record(facts: object) -> bool:
    """Say whether plain values have the outer form of a record."""
    if not isinstance(facts, Members) or facts.get("format") not in (FORMAT, OLD_FORMAT):
        return False
    return all(OBJECTS.fits(facts.get(name)) for name in ("entries", "editions"))
