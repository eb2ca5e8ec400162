"""What a moderator does to a proposed split; each step is pure and returns a new split.

A place is a section's number from 0, a key names a piece (`Piece.key`). Whatever is done, what is
kept and what is left out are together the source, word for word (`account`). All functions raise
BadInput for a place or key that is not there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafting.errors import N_, BadInput
from drafting.exchange.intake.openings import OPENING_SIGNS, opening
from drafting.exchange.intake.propose import headed
from drafting.exchange.intake.shape import (
    KINDS,
    NO_SUCH_PLACE,
    Piece,
    PlannedSection,
    Split,
)
from drafting.exchange.readers.source import Source, compose

NOTHING_BEFORE = N_("This line is the first of its section. Nothing stands before it.")
NO_TITLE = N_("Give the section a title.")
LONG_TITLE = N_("This title is too long. Use at most 200 letters.")
FIRST_SECTION = N_("This is the first section. There is none before it.")
MAX_TITLE, MAX_DEPTH = 200, 8

_SENTENCE_END = re.compile(r"[.!?…؟।。][\"”’»)\]]*\s+(?=\S)")


def join(split: Split, place: int) -> Split:
    """Join a section to the one before; its heading becomes words of the body again.

    Its typed title, if it has one, goes; the kind is that of the section before.
    """
    after = split.section(place)
    if place == 0:
        raise BadInput(FIRST_SECTION)
    before = split.section(place - 1)
    joined = replace(before, pieces=_fused(before.pieces + after.all_pieces))
    return split.with_section(place - 1, joined, width=2)


def _fused(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Unite neighbours that are parts of one line and share one fate."""
    fused: list[Piece] = []
    for piece in pieces:
        last = fused[-1] if fused else None
        follows = last is not None and (last.line, last.end, last.out) == (
            piece.line, piece.start, piece.out,
        )  # fmt: skip
        if last is not None and follows:
            fused[-1] = replace(last, end=piece.end)
        else:
            fused.append(piece)
    return tuple(fused)


def cut_points(source: Source, piece: Piece) -> tuple[int, ...]:
    """The characters of its line at which a piece may be cut: where its sentences begin."""
    line = source.lines[piece.line]
    text = line.text if line.kind != "table" else ""
    found = (match.end() for match in _SENTENCE_END.finditer(text, piece.start, piece.end))
    return tuple(at for at in found if piece.start < at < piece.end and _is_new(text[at : at + 8]))


def _is_new(rest: str) -> bool:
    first = rest.lstrip(OPENING_SIGNS)[:1]
    return first.isalnum() and not first.islower()


def split_before(split: Split, source: Source, key: str, at: int | None = None) -> Split:
    """Begin a new section at a piece, or inside it at one of its `cut_points`.

    A heading, a run-in heading, a lead-in or a short line becomes the new section's title; its
    words are then kept there. Otherwise the title is made from the first words, which stay.
    """
    place, index = _find(split, key)
    section = split.section(place)
    piece = section.pieces[index]
    if at is not None and at not in cut_points(source, piece):
        raise BadInput(NO_SUCH_PLACE)
    before, after = section.pieces[:index], section.pieces[index + 1 :]
    if at is not None:
        before = (*before, replace(piece, end=at))
        piece = replace(piece, start=at)
    if not before:
        raise BadInput(NOTHING_BEFORE)
    new = replace(_opened(source, (piece, *after)), kind=section.kind)
    return split.with_section(place, replace(section, pieces=before), new)


def _opened(source: Source, pieces: tuple[Piece, ...]) -> PlannedSection:
    first = pieces[0]
    line = source.lines[first.line]
    if first.start:
        line = replace(line, text=first.words(source), kind="paragraph", marks=())
    after = source.lines[pieces[1].line] if len(pieces) > 1 else None
    return headed(source, list(pieces), opening(line, after))


def retitle(split: Split, place: int, title: str) -> Split:
    """Title a section; the words of a heading that the title no longer says count as left out."""
    section = split.section(place)
    title = " ".join(compose(title).split())
    if not title:
        raise BadInput(NO_TITLE, field="title")
    if len(title) > MAX_TITLE:
        raise BadInput(LONG_TITLE, field="title")
    return split.with_section(place, replace(section, title=title))


def move(split: Split, place: int, by: int) -> Split:
    """Move a section up (`by` negative) or down by so many places."""
    section = split.section(place)
    split.section(place + by)
    rest = split.sections[:place] + split.sections[place + 1 :]
    to = place + by
    return replace(split, sections=(*rest[:to], section, *rest[to:]))


def mark(split: Split, place: int, kind: str) -> Split:
    """Say whether a section is text, locked or frame."""
    section = split.section(place)
    known = next((each for each in KINDS if each == kind), None)
    if known is None:
        raise BadInput(NO_SUCH_PLACE)
    return split.with_section(place, replace(section, kind=known))


def leave_out(split: Split, key: str) -> Split:
    """Leave a piece out of the text; it stays where it is and can be put back."""
    return _changed(split, key, out=True)


def put_back(split: Split, key: str) -> Split:
    """Put a piece back that was left out."""
    return _changed(split, key, out=False)


def leave_section_out(split: Split, place: int) -> Split:
    """Leave a whole section out, heading and all."""
    return _section_out(split, place, out=True)


def put_section_back(split: Split, place: int) -> Split:
    """Put every line of a section back."""
    return _section_out(split, place, out=False)


def set_depth(split: Split, key: str, depth: int) -> Split:
    """Set the depth of an item (0 outermost, at most 8)."""
    if not 0 <= depth <= MAX_DEPTH:
        raise BadInput(NO_SUCH_PLACE)
    return _changed(split, key, depth=depth)


def _section_out(split: Split, place: int, *, out: bool) -> Split:
    section = split.section(place)
    heading, pieces = (
        tuple(replace(piece, out=out) for piece in group)
        for group in (section.heading, section.pieces)
    )
    return split.with_section(place, replace(section, heading=heading, pieces=pieces))


def _find(split: Split, key: str) -> tuple[int, int]:
    for place, section in enumerate(split.sections):
        for index, piece in enumerate(section.pieces):
            if piece.key == key:
                return place, index
    raise BadInput(NO_SUCH_PLACE)


def _changed(split: Split, key: str, *, out: bool | None = None, depth: int | None = None) -> Split:
    """Change the fate or the depth of the piece with this key, in a body or in a heading."""

    def changed(piece: Piece) -> Piece:
        if piece.key != key:
            return piece
        return replace(
            piece,
            out=piece.out if out is None else out,
            depth=piece.depth if depth is None else depth,
        )

    for place, section in enumerate(split.sections):
        if any(piece.key == key for piece in section.all_pieces):
            heading = tuple(map(changed, section.heading))
            pieces = tuple(map(changed, section.pieces))
            return split.with_section(place, replace(section, heading=heading, pieces=pieces))
    raise BadInput(NO_SUCH_PLACE)
