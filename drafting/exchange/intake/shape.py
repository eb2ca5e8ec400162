"""The split of a source into sections: frozen values, their JSON, and the account of every word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from drafting.errors import N_, BadInput
from drafting.exchange.readers.source import Source, words_of

SectionKind = Literal["text", "locked", "frame"]
KINDS: tuple[SectionKind, ...] = get_args(SectionKind)

NO_SUCH_PLACE = N_("There is no such line or section.")


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters `start` to `end` (half-open) of one line of the source, kept or left out.

    `depth` is the depth a moderator gave to an item, none for the depth in the source.
    """

    line: int
    start: int
    end: int
    out: bool = False
    depth: int | None = None

    @property
    def key(self) -> str:
        """What a form names the piece by: its line and its first character."""
        return f"{self.line}.{self.start}"

    def words(self, source: Source) -> str:
        """The letters of the source that the piece stands for, without blanks at its edges."""
        return source.lines[self.line].text[self.start : self.end].strip()


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """One proposed section: its title, the pieces the title was taken from, and its body."""

    title: str
    kind: SectionKind = "text"
    heading: tuple[Piece, ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """Heading and body, in order."""
        return self.heading + self.pieces

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the source that stand in it, heading included, left-out ones not."""
        return tuple(dict.fromkeys(piece.line for piece in self.all_pieces if not piece.out))

    @property
    def is_left_out(self) -> bool:
        """Whether nothing of it is kept, so that it is not made a section."""
        return all(piece.out for piece in self.all_pieces)


@dataclass(frozen=True, slots=True)
class Split:
    """All sections in order; with what is left out they hold every word of the source once."""

    sections: tuple[PlannedSection, ...]

    @property
    def left_out(self) -> tuple[Piece, ...]:
        """The pieces left out, in the order of the sections."""
        return tuple(p for section in self.sections for p in section.all_pieces if p.out)

    @property
    def kept(self) -> tuple[PlannedSection, ...]:
        """The sections that will be made."""
        return tuple(section for section in self.sections if not section.is_left_out)

    def section(self, place: int) -> PlannedSection:
        """The section at a place (0 first). Raises: BadInput."""
        if not 0 <= place < len(self.sections):
            raise BadInput(NO_SUCH_PLACE)
        return self.sections[place]

    def with_section(self, place: int, *sections: PlannedSection, width: int = 1) -> Split:
        """The split with `width` sections from `place` on replaced by these."""
        before, after = self.sections[:place], self.sections[place + width :]
        return replace(self, sections=before + sections + after)

    def to_json(self) -> dict[str, Any]:
        """The split as values that JSON has, for a database row."""
        return {
            "sections": [
                {
                    "title": section.title,
                    "kind": section.kind,
                    "heading": [_to_list(piece) for piece in section.heading],
                    "pieces": [_to_list(piece) for piece in section.pieces],
                }
                for section in self.sections
            ]
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Split:
        """Read what `to_json` gave. Raises: BadInput when it is anything else."""
        try:
            return cls(tuple(_to_section(item) for item in data["sections"]))
        except (ValueError, TypeError, KeyError) as error:
            raise BadInput(N_("This split cannot be read.")) from error


def _to_list(piece: Piece) -> list[int | bool | None]:
    return [piece.line, piece.start, piece.end, piece.out, piece.depth]


def _to_section(item: dict[str, Any]) -> PlannedSection:
    if item["kind"] not in KINDS or not isinstance(item["title"], str):
        raise ValueError("no section")
    heading, pieces = (
        tuple(_to_piece(*raw) for raw in item[name]) for name in ("heading", "pieces")
    )
    return PlannedSection(item["title"], item["kind"], heading, pieces)


def _to_piece(line: int, start: int, end: int, out: bool, depth: int | None) -> Piece:
    numbers = [line, start, end, 0 if depth is None else depth]
    if not all(type(number) is int and number >= 0 for number in numbers) or type(out) is not bool:
        raise ValueError("no piece")
    return Piece(line, start, end, out, depth)


def trimmed(text: str) -> str:
    """A heading's words as a title: one blank between words, no full stop or colon at the end."""
    return " ".join(text.split()).rstrip(" .:")


def heading_words(source: Source, section: PlannedSection) -> str:
    """The words of the source that the title was taken from, empty when it was typed."""
    return " ".join(piece.words(source) for piece in section.heading)


def keeps_heading(source: Source, section: PlannedSection) -> bool:
    """Whether the title still says the words it was taken from; else they count as left out."""
    return trimmed(section.title) == trimmed(heading_words(source, section))


@dataclass(frozen=True, slots=True)
class Account:
    """Where the words of a source went; both lists in the order of the source."""

    kept: tuple[str, ...]
    left_out: tuple[str, ...]
    holds: bool
    """Whether every word of the source stands in exactly one of the two."""


def account(split: Split, source: Source) -> Account:
    """Count the words kept (a title's too) and left out, and check that none is lost or doubled."""
    fates = sorted(_fates(split, source), key=lambda fate: (fate[0].line, fate[0].start))
    spoken = [(piece.words(source), kept) for piece, kept in fates]
    kept, left = (
        tuple(word for text, is_kept in spoken if is_kept is side for word in words_of(text))
        for side in (True, False)
    )
    told = [word for text, _ in spoken for word in words_of(text)]
    whole = [word for line in source.lines for word in words_of(line.text)]
    return Account(kept, left, told == whole and _tiles([fate[0] for fate in fates], source))


def _fates(split: Split, source: Source) -> Iterator[tuple[Piece, bool]]:
    for section in split.sections:
        titled = keeps_heading(source, section)
        yield from ((piece, titled and not piece.out) for piece in section.heading)
        yield from ((piece, not piece.out) for piece in section.pieces)


def _tiles(pieces: list[Piece], source: Source) -> bool:
    """Whether sorted pieces cover each line from its first to its last letter, without overlap."""
    ends: dict[int, int] = {}
    for piece in pieces:
        if piece.start != ends.get(piece.line, 0) or piece.end <= piece.start:
            return False
        ends[piece.line] = piece.end
    sizes = {at: len(line.text) for at, line in enumerate(source.lines) if not line.is_blank}
    return ends == sizes
