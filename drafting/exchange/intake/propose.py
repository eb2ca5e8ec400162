"""Proposes a split: where sections begin, which are frame, which lines look left over."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from drafting.exchange.intake.openings import Opening, first_words, is_long, opening
from drafting.exchange.intake.shape import Piece, PlannedSection, SectionKind, Split, trimmed
from drafting.exchange.readers.source import Line, Source

QUESTION_MARKS = "?؟？⁇"
TITLE_WORDS = 16
_NOTE_SIGN = re.compile(r"\[\^[^\]]{1,80}\]")


def split(source: Source) -> Split:
    """Propose sections by headings, else by run-in and short headings and lead-ins to lists.

    What stands before the first is programme (frame) when most of it is short lines; a section
    whose list is mostly questions is frame. Nothing is left out.
    """
    solid = [at for at, line in enumerate(source.lines) if not line.is_blank]
    openings = {
        at: opening(source.lines[at], source.lines[after] if after >= 0 else None)
        for at, after in pairwise([*solid, -1])
    }
    starts = _starts(source, solid, openings)
    sections = []
    first = starts[0] if starts else len(source.lines)
    if before := [at for at in solid if at < first]:
        sections.append(_preamble(source, before, alone=not starts))
    for start, end in pairwise([*starts, len(source.lines)]):
        lines = [at for at in solid if start <= at < end]
        sections.append(_section(source, lines, openings[start]))
    return Split(tuple(_with_notes(source, sections)))


def _with_notes(source: Source, sections: list[PlannedSection]) -> list[PlannedSection]:
    """Bring each note from the end of the file to the end of the section that points to it."""
    bodies = [[p for p in each.pieces if not _is_note(source, p)] for each in sections]
    homes: dict[str, int] = {}
    for place, each in enumerate(sections):
        for piece in (piece for piece in each.all_pieces if not _is_note(source, piece)):
            for sign in _NOTE_SIGN.findall(piece.words(source)):
                homes.setdefault(sign, place)
    for note in (piece for each in sections for piece in each.pieces if _is_note(source, piece)):
        bodies[homes.get(source.lines[note.line].marker, -1)].append(note)
    return [replace(each, pieces=tuple(body)) for each, body in zip(sections, bodies, strict=True)]


def _is_note(source: Source, piece: Piece) -> bool:
    return source.lines[piece.line].kind == "note"


def _starts(source: Source, solid: list[int], openings: dict[int, Opening]) -> list[int]:
    headings = [at for at in solid if openings[at].kind == "heading"]
    titles = [at for at in headings if source.lines[at].level == 0 or at == solid[0]]
    if any(at not in titles for at in headings):
        return _by_headings(source, headings)
    return _by_form(source, [at for at in solid if at not in titles], openings)


def _by_headings(source: Source, headings: list[int]) -> list[int]:
    """The headings of the outermost level that divides the text; a lone one above is its title."""
    levels = {at: source.lines[at].level for at in headings if source.lines[at].level > 0}
    counted = Counter(levels.values())
    dividing = [level for level, times in counted.items() if times > 1]
    level = min(dividing or [min(counted)])
    found = [at for at, own in levels.items() if own <= level]
    is_title = len(found) > 1 and levels[found[0]] < level
    return found[1:] if is_title else found


def _by_form(source: Source, solid: list[int], openings: dict[int, Opening]) -> list[int]:
    starts: list[int] = []
    before = -1
    for at in solid:
        kind = openings[at].kind
        # A lead-in directly below a heading belongs to it.
        led = kind == "lead-in" and before in starts and openings[before].kind == "short"
        apart = source.format == "docx" or at == solid[0] or before < at - 1
        if kind != "none" and not led and (apart or kind != "short"):
            starts.append(at)
        before = at
    return _without_programme(source, starts, openings)


def _without_programme(
    source: Source, starts: list[int], openings: dict[int, Opening]
) -> list[int]:
    """Drop lists of names that stand before the first full paragraph and the first heading."""
    while len(starts) > 1 and openings[starts[0]].kind == "lead-in":
        later_heading = any(openings[at].kind != "lead-in" for at in starts[1:])
        if not later_heading or any(is_long(line) for line in source.lines[: starts[1]]):
            break
        starts = starts[1:]
    return starts


def whole(source: Source, at: int) -> Piece:
    """The piece that is the whole of a line."""
    return Piece(at, 0, len(source.lines[at].text))


def headed(source: Source, pieces: list[Piece], found: Opening) -> PlannedSection:
    """A section from its pieces; the opening says how much of the first one is its heading."""
    first, rest = pieces[0], pieces[1:]
    if not found.end:
        return PlannedSection(found.title, "text", (), tuple(pieces))
    cut = first.start + found.end
    while cut < first.end and source.lines[first.line].text[cut].isspace():
        cut += 1
    heading = Piece(first.line, first.start, cut, first.out)
    if cut < first.end:
        rest = [Piece(first.line, cut, first.end, first.out, first.depth), *rest]
    return PlannedSection(found.title, "text", (heading,), tuple(rest))


def _section(source: Source, lines: list[int], found: Opening) -> PlannedSection:
    section = headed(source, [whole(source, at) for at in lines], found)
    return replace(section, kind=_kind(source, lines))


def _kind(source: Source, lines: list[int]) -> SectionKind:
    """A list that mostly asks is for the discussion, not for the text."""
    items = [source.lines[at] for at in lines if source.lines[at].kind == "item"]
    outer = [line for line in items if line.depth == min(item.depth for item in items)]
    asking = sum(_asks(line) for line in outer)
    return "frame" if len(outer) > 1 and asking * 2 > len(outer) else "text"


def _asks(line: Line) -> bool:
    return any(sign in line.text for sign in QUESTION_MARKS)


def _preamble(source: Source, lines: list[int], alone: bool) -> PlannedSection:
    full = sum(is_long(source.lines[at]) for at in lines)
    kind: SectionKind = "text" if alone or full * 2 >= len(lines) else "frame"
    first = source.lines[lines[0]]
    pieces = tuple(whole(source, at) for at in lines)
    is_title = first.kind in {"paragraph", "heading"} and len(first.text.split()) <= TITLE_WORDS
    if is_title and not (alone and len(lines) == 1):
        return PlannedSection(trimmed(first.text), kind, pieces[:1], pieces[1:])
    return PlannedSection(first_words(first.text), kind, (), pieces)


def leftovers(split: Split, source: Source) -> tuple[Piece, ...]:
    """Pieces to offer for leaving out: a word or three alone at the very end, as pages carry."""
    pieces = [piece for section in split.sections for piece in section.pieces if not piece.out]
    if len(pieces) < 2:
        return ()
    last = max(pieces, key=lambda piece: piece.line)
    line = source.lines[last.line]
    few = len(line.text.split()) <= 3 and line.kind == "paragraph"
    return (last,) if few and line.text[-1] not in ".!" + QUESTION_MARKS else ()
