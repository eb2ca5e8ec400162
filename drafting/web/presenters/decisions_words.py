"""The words a moderator may put in place of those asked: what the fields show, what they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.actions.steps.book import Book, place_of
from drafting.actions.steps.parts import title_words
from drafting.actions.steps.ruling import asked_words
from drafting.actions.steps.standing import stand
from drafting.errors import Refused
from drafting.rules.lifecycle import Fate
from drafting.rules.places import BLANK_LINE, common_head, tidied, words_of
from drafting.store.models import Amendment, AmendmentPart
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.text import Passage, from_field, read, write

EDITABLE = frozenset({PartKind.TEXT, PartKind.TITLE, PartKind.ADD})


@dataclass(frozen=True, slots=True)
class WordsField:
    """One field of *other words*; `original` is what it holds before a moderator types."""

    position: int
    kind: str
    title: str
    words: str
    original: str

    @property
    def emptied(self) -> bool:
        """Whether words stood in it and none is left."""
        return bool(self.original.strip()) and not self.words.strip()


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks (half-open) of a section with the words asked, that are put up for editing."""

    base: Passage
    low: int
    high: int


def words_fields(
    book: Book, amendment: Amendment, typed: Mapping[int, str], *, formatted: bool
) -> tuple[WordsField, ...]:
    """Return a field for each part whose words can be others, with what was typed in it."""
    fields = []
    for part in latest(amendment).parts:
        if part.kind in EDITABLE:
            original = original_words(book, part, formatted=formatted)
            words = typed.get(part.position, original)
            fields.append(
                WordsField(part.position, part.kind.value, title_of(book, part), words, original)
            )
    return tuple(fields)


def title_of(book: Book, part: AmendmentPart) -> str:
    """Return the title of the section that a part is about."""
    if part.section_id is None or part.kind is PartKind.ADD:
        return part.title or ""
    return book.versions[part.section_id].title


def original_words(book: Book, part: AmendmentPart, *, formatted: bool) -> str:
    """Return what stands in a field at first: the words as they would be if taken."""
    if part.kind is PartKind.ADD:
        words = part.markdown or ""
        return words if formatted else words_of(read(words), 0, len(read(words).blocks))
    asked = text_with_asked(book, part)
    if part.kind is PartKind.TITLE:
        return title_words(asked)
    if formatted:
        return write(asked)
    region = region_of(book, part)
    return words_of(region.base, region.low, region.high)


def present_or_nothing(book: Book, part: AmendmentPart) -> Passage:
    """Return the text that a part changes; nothing where its section was taken out."""
    present = book.present(place_of(part))
    return read("") if present is None else present


def text_with_asked(book: Book, part: AmendmentPart) -> Passage:
    """Return the present text with the words asked in it; as it stands where they do not fit."""
    present = present_or_nothing(book, part)
    standing = stand(part, present)
    alive = {Fate.CARRIED, Fate.IN_QUESTION}
    letters = [sign for sign, fate in standing.fates.items() if fate in alive]
    if not letters:
        return present
    try:
        return asked_words(part, standing, present, letters)[0].after
    except Refused:
        return present


def region_of(book: Book, part: AmendmentPart) -> Region:
    """Return the paragraphs that a part changes, in the text with the words asked."""
    present = present_or_nothing(book, part).blocks
    base = text_with_asked(book, part)
    blocks = base.blocks
    head = common_head(present, blocks)
    tail = common_head(present[head:][::-1], blocks[head:][::-1])
    low, high = head, len(blocks) - tail
    if low == high and blocks:
        low = max(low - 1, 0)
        high = low + 1
    return Region(base, low, high)


def words_typed(
    book: Book, amendment: Amendment, typed: Mapping[int, str], *, formatted: bool
) -> dict[int, str]:
    """Return the moderators' text by part: a whole section as Markdown, or a title.

    Fields that were left as they were are left out: their words are taken as asked.
    """
    found = {}
    for part in latest(amendment).parts:
        words = typed.get(part.position)
        if part.kind not in EDITABLE or words is None:
            continue
        original = original_words(book, part, formatted=formatted)
        if tidied(words) != tidied(original):
            found[part.position] = resulting(book, part, words, formatted=formatted)
    return found


def resulting(book: Book, part: AmendmentPart, words: str, *, formatted: bool) -> str:
    """Return what a field makes of its section."""
    if part.kind is PartKind.TITLE:
        return " ".join(words.split())
    if formatted:
        return write(read(words))
    if part.kind is PartKind.ADD:
        return write(from_field(read(part.markdown or ""), tidied(words)))
    region = region_of(book, part)
    around = (
        words_of(region.base, 0, region.low),
        tidied(words),
        words_of(region.base, region.high, len(region.base.blocks)),
    )
    return write(from_field(region.base, BLANK_LINE.join(piece for piece in around if piece)))
