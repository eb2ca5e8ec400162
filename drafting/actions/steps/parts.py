"""Reading a part of an amendment as the text core does: its base, its words, its changes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Literal, TypeVar, get_args

from drafting.rules.labels import letter
from drafting.store.models import AmendmentPart, Outline, SectionVersion
from drafting.store.models.amendments import PartKind
from drafting.text import (
    Change,
    Kind,
    Passage,
    Rebased,
    Redline,
    diff,
    pack,
    plain,
    read,
    rebase,
    restyle,
    unpack,
    write,
)

OUTLINE_KINDS = frozenset({PartKind.ADD, PartKind.DROP, PartKind.MOVE})

KINDS = frozenset(get_args(Kind))
logger = logging.getLogger(__name__)

Packed = list[dict[str, Any]]
Row = TypeVar("Row")


def given(row: Row | None) -> Row:
    """Return a relation that the row's kind promises. Raises: LookupError when it is not there."""
    if row is None:
        raise LookupError("a row lacks the relation that its kind promises")
    return row


def title_passage(title: str) -> Passage:
    """Read a title: words alone, no sign in it means a mark."""
    return restyle(read(""), title)


def title_words(passage: Passage) -> str:
    """Write a title in one line."""
    return " ".join(plain(passage).split())


def outline_passage(keys: Iterable[str]) -> Passage:
    """Read an order of sections as a passage, a paragraph a section key."""
    return read("\n\n".join(keys))


def outline_keys(passage: Passage) -> list[str]:
    """Return the section keys that a passage of an order stands for."""
    return ["".join(token.text for token in block.tokens) for block in passage.blocks]


def base_of(kind: PartKind, version: SectionVersion | None, outline: Outline | None) -> Passage:
    """Return the passage that a part of this kind changes, as it stands in a version."""
    if version is None:
        return outline_passage(given(outline).keys)
    return title_passage(version.title) if kind is PartKind.TITLE else read(version.markdown)


def proposed_of(part: AmendmentPart) -> Passage:
    """Return the passage as the authors wrote it, on their own base."""
    if part.kind in OUTLINE_KINDS:
        return outline_passage(part.outline_keys or ())
    return (
        title_passage(part.title or "")
        if part.kind is PartKind.TITLE
        else read(part.markdown or "")
    )


def redline_of(part: AmendmentPart) -> Redline:
    """Return what the part asks, on the version it was written on; its base must be loaded."""
    return lettered_of(part)[0]


def lettered_of(part: AmendmentPart) -> tuple[Redline, tuple[str, ...]]:
    """Return what the part asks, and beside it the letter of each change.

    Where the stored changes do not lead to the stored words, they are found anew from these.
    """
    base, proposed = base_of(part.kind, part.section_version, part.outline), proposed_of(part)
    stored = unpacked(base, proposed, part.changes, f"part {part.id}")
    if stored is not None:
        return stored, letters_of(part.changes)
    found = compare(part.kind, base, proposed)
    kept = letters_of(part.changes) if are_packed(part.changes) else ()
    counted = tuple(letter(at) for at in range(len(found.changes)))
    return found, kept if len(kept) == len(counted) else counted


def unpacked(before: Passage, after: Passage, stored: Packed, what: str) -> Redline | None:
    """Return stored changes between two texts; None, and a line in the log, where they lead not
    from the one to the other. `what` names them by ids, never by words.
    """
    if are_packed(stored):
        with suppress(ValueError):
            return unpack(before, after, bare(stored))
    logger.error("the changes stored of %s do not fit its words", what)
    return None


def changes_of(part: AmendmentPart) -> Packed:
    """Return the packed changes of a part; found anew where what is stored is none."""
    kept = bool(part.changes) and are_packed(part.changes)
    return part.changes if kept else lettered(*lettered_of(part))


def are_packed(changes: object) -> bool:
    """Say whether a stored value has the form of packed changes."""
    return isinstance(changes, list) and all(
        isinstance(one, dict)
        and one.get("kind") in KINDS
        and all(isinstance(one.get(name), int) for name in ("start", "end"))
        and all(isinstance(one.get(name, ""), str) for name in ("before", "after"))
        for one in changes
    )


def readable(changes: Packed) -> Packed:
    """Return stored changes; none where what is stored has not their form."""
    return changes if are_packed(changes) else []


def carried_of(part: AmendmentPart) -> Redline:
    """Return the carried changes on the version they were carried onto; `carried` with its
    base must be loaded.
    """
    carried = given(part.carried)
    base = base_of(part.kind, carried.section_version, carried.outline)
    after = (
        read(carried.markdown or "")
        if carried.outline_keys is None
        else outline_passage(carried.outline_keys)
    )
    stored = unpacked(base, after, carried.changes, f"part {part.id}, carried")
    return carry_onto(part.kind, redline_of(part), base).redline if stored is None else stored


def changes_between(base: Passage, proposed: Passage, kind: PartKind = PartKind.TEXT) -> Packed:
    """Find the changes of a part, packed, without letters."""
    return lettered(compare(kind, base, proposed), ())


def compare(kind: PartKind, old: Passage, new: Passage) -> Redline:
    """Find what changed; a title is one thing, which is replaced as a whole."""
    if kind is not PartKind.TITLE:
        return diff(old, new)
    if old == new:
        return Redline(old, new, ())
    first = min(1, len(old.flat))
    whole = Change(first, len(old.flat), old.flat[first:], new.flat[1:], "replace")
    return Redline(old, new, (whole,))


def carry_onto(kind: PartKind, redline: Redline, present: Passage) -> Rebased:
    """Carry changes onto a newer text; two different titles for one are always in question."""
    if kind is not PartKind.TITLE or not redline.changes:
        return rebase(redline, present)
    if present == redline.before:
        return Rebased(redline.after, ("carried",), redline, (0,))
    fate: Literal["fulfilled", "in question"] = (
        "fulfilled" if present == redline.after else "in question"
    )
    return Rebased(present, (fate,), Redline(present, present, ()), ())


def lettered(redline: Redline, letters: Iterable[str]) -> Packed:
    """Pack the changes of a redline, each with its letter; without a letter where they end."""
    given = iter(letters)
    packed = []
    for change in pack(redline):
        sign = next(given, None)
        packed.append(dict(change) if sign is None else {**change, "letter": sign})
    return packed


def letters_of(changes: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the letter of each change; a draft's changes are counted from `a`."""
    return tuple(change.get("letter") or letter(at) for at, change in enumerate(changes))


def bare(changes: Sequence[Mapping[str, Any]]) -> Packed:
    """Return the packed changes as the text core knows them, without letters."""
    return [
        {name: value for name, value in change.items() if name != "letter"} for change in changes
    ]


def markdown_of(kind: PartKind, passage: Passage) -> str | None:
    """Return what is kept of a carried text or title; None for an order of sections."""
    return None if kind in OUTLINE_KINDS else write(passage)
