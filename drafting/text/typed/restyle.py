"""Gives plain words, as typed by people who see no Markdown, the form they have in a passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

import regex

from drafting.text.changes.runs import common_runs, encoded
from drafting.text.markdown.normal import normal
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.tokens import PARAGRAPH, Break
from drafting.text.typed.retype import Typed, retyped

BLANK_LINE = "\n\n"
_BLANK_LINES = regex.compile(r"\n(?:[ \t]*\n)+")
_EDGES = " \t\n"


def restyle(base: Passage, words: str) -> Passage:
    """Read plain words as another wording of `base`, the inverse of `plain`.

    Words that are kept keep their marks, targets and breaks; a new word takes the marks that both
    its neighbours have. A blank line begins a new block of the form of the one before. Another
    line end is a blank; in a block of several lines it is a hard line break. No sign is markup: a
    star is a star.
    """
    typed = typed_blocks(base, words)
    return normal(Passage(tuple(_Restyling(base, typed).blocks())))


def typed_blocks(base: Passage, words: str) -> list[str]:
    """What was typed, block by block, its letters composed."""
    return [text for text, _ in typed_parts(base, words)]


def typed_parts(base: Passage, words: str) -> Iterator[tuple[str, str]]:
    """What was typed, block by block, its letters composed; each with the blanks before it.

    The letters of a block that was not touched are not composed: where a sign bears another mark
    than its letter, the two stand apart.
    """
    plain_ends = words.replace("\r\n", "\n").replace("\r", "\n")
    stands = {block.text.strip(_EDGES) for block in base.blocks}
    for part in _BLANK_LINES.split(plain_ends):
        text = part.strip(_EDGES)
        if text.strip():
            lead = part[: part.index(text)].rpartition("\n")[2]
            yield text if text in stands else normalize("NFC", text), lead


class Restyled(NamedTuple):
    """A typed block in its form, and whether it is new: put beside the old ones, not for one."""

    block: Block
    fresh: bool


def restyled(base: Passage, typed: Sequence[str]) -> list[Restyled]:
    """Give each of the typed blocks its form, not yet in normal form."""
    work = _Restyling(base, typed)
    return [Restyled(block, work.is_fresh(at)) for at, block in enumerate(work.blocks())]


class _Restyling:
    """Which typed block is which of the base, and what each becomes."""

    def __init__(self, base: Passage, typed: Sequence[str]) -> None:
        self.base = base.blocks
        self.typed = typed
        self.same: dict[int, int] = {}
        """Typed blocks that read exactly as one of the base."""
        self.made: dict[int, tuple[Break | None, Typed]] = {}
        """The other ones, with the break they keep, if any."""

    def blocks(self) -> Iterator[Block]:
        """The blocks in the order in which they were typed."""
        self._match_whole()
        before = self.base[0].break_ if self.base else PARAGRAPH
        for place, text in enumerate(self.typed):
            if place in self.same:
                block = self.base[self.same[place]]
            else:
                kept, typed = self.made[place]
                break_ = kept or _like(before)
                block = Block(break_, tuple(typed.tokens(text, is_row=break_.block == "row")))
            before = block.break_
            yield block

    def is_fresh(self, place: int) -> bool:
        """Whether a typed block has no place of its own in the base, and mostly other words."""
        if place in self.same:
            return False
        kept, typed = self.made[place]
        return kept is None and 2 * typed.shares[-1] >= typed.shares.total()

    def _match_whole(self) -> None:
        """Match blocks that were not touched, then look at what lies between them."""
        old = [block.text.strip(_EDGES) for block in self.base]
        runs = common_runs(*encoded(old, self.typed))
        for i, j, size in runs:
            self.same.update((j + k, i + k) for k in range(size))
        moved = self._moved(old)
        i = j = 0
        for low, new_low, size in [*runs, (len(old), len(self.typed), 0)]:
            gone = [k for k in range(i, low) if k not in moved]
            come = [k for k in range(j, new_low) if k not in self.same]
            self._match_words(gone, come)
            i, j = low + size, new_low + size

    def _moved(self, old: Sequence[str]) -> set[int]:
        """Match blocks that were put elsewhere: what is left and reads like one other alone."""
        taken = set(self.same.values())
        left = [k for k in range(len(old)) if k not in taken]
        counts = Counter(old[k] for k in left)
        places = {old[k]: k for k in left if counts[old[k]] == 1}
        for k, text in enumerate(self.typed):
            if k not in self.same and text in places:
                self.same[k] = places.pop(text)
        return set(self.same.values()) - taken

    def _match_words(self, gone: Sequence[int], come: Sequence[int]) -> None:
        """Find the words of edited blocks again, and decide which keeps which break."""
        if not come:
            return
        found = retyped([self.base[k] for k in gone], [self.typed[k] for k in come])
        owners = _owners([typed.shares for typed in found], len(gone))
        for place, typed in enumerate(found):
            owned = owners.get(place)
            break_ = None if owned is None else self.base[gone[owned]].break_
            self.made[come[place]] = (break_, typed)


def _owners(shares: Sequence[Counter[int]], count: int) -> dict[int, int]:
    """Which of the new blocks keeps the break of which of `count` old ones, by shared letters.

    `shares` tells per new block how many letters it has of each old one. An old block stays with
    the first new one that is mostly of its words, else with the one that has most of them; one
    whose words are all gone is what a new one without old words replaces.
    """
    owners: dict[int, int] = {}
    for old in range(count):
        having = [new for new, share in enumerate(shares) if share[old] and new not in owners]
        most = [new for new in having if 2 * shares[new][old] > shares[new].total()]
        if having:
            best = most[0] if most else max(having, key=lambda new: shares[new][old])
            owners[best] = old
    kept = {old for share in shares for old in share if old >= 0 and share[old]}
    floor = 0
    for new, share in enumerate(shares):
        if new in owners:
            floor = owners[new] + 1
        elif set(share) <= {-1}:
            free = next((k for k in range(floor, count) if k not in kept), None)
            later = min((owners[k] for k in owners if k > new), default=count)
            if free is not None and free < later:
                owners[new] = free
                floor = free + 1
    return owners


def _like(break_: Break) -> Break:
    """The break of a new block after one with this break: the same form, counting on."""
    if break_.block == "note":
        return PARAGRAPH
    return break_.changed(number="", header=False)
