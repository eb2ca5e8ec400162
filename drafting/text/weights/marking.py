"""What a change touches that no reader may miss, and whether it is a matter of language alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from rapidfuzz.distance import Indel

from drafting.text.changes.atoms import atoms
from drafting.text.changes.redline import Change, Redline, after_ranges
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.tokens import Token
from drafting.text.weights.weight import Weighed, language_of, weighed

RESPELT = 0.7
"""Share of common letters from which a word counts as the same word, put right."""
STOPS = frozenset(".?!:…。．？！؟۔।॥")
OPENING = {"“": "”", "«": "»", "„": "“", "‘": "’", "「": "」", "『": "』", "《": "》", '"': '"'}
NOUNS_ARE_CAPITAL = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of one kind that a change takes out, and those it puts in, as written, in order."""

    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        yield from self.gone
        yield from self.come

    def __bool__(self) -> bool:
        return bool(self.gone or self.come)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a change does to words of weight, by their kind."""

    force: Swap = Swap()
    """Words that change how strong a sentence is: shall, should, may, urges …"""
    negation: Swap = Swap()
    numbers: Swap = Swap()
    names: Swap = Swap()
    """Words with a capital letter inside a sentence."""
    quoted: Swap = Swap()
    """Words inside quotation marks or in a quotation, and the quotation marks."""
    reach: Swap = Swap()
    """Words that say how far a sentence goes: and, or, all, many, only, if …"""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def facts(redline: Redline) -> tuple[Facts, ...]:
    """Say of each change, in parallel, which words of weight it touches.

    A word that a change takes out and puts in again is not touched. Moves touch none.
    """
    ranges = after_ranges(redline)
    old, new = _Words(redline.before), _Words(redline.after)
    return tuple(
        _facts(old.range(change.start, change.end), new.range(low, high))
        if change.to is None
        else Facts()
        for change, (low, high) in zip(redline.changes, ranges, strict=True)
    )


def editorial(redline: Redline, known: Sequence[Facts] | None = None) -> bool:
    """Whether the changes may pass as language only; `known` are their facts, if asked before.

    So they may when they touch no word of weight and only respell words, or change stops, blanks,
    marks or the form of a block. It is a preset, not a judgement: a person may say otherwise.
    """
    touched = facts(redline) if known is None else known
    return bool(touched) and all(
        not fact and change.to is None and _respells(change)
        for fact, change in zip(touched, redline.changes, strict=True)
    )


def _respells(change: Change) -> bool:
    return all(_is_respelling(part) for part in atoms(change))


def _is_respelling(change: Change) -> bool:
    old = [token.text for token in change.removed if token.kind == "word"]
    new = [token.text for token in change.inserted if token.kind == "word"]
    if old == new:
        return True
    alike = Indel.normalized_similarity("".join(old).casefold(), "".join(new).casefold())
    return bool(old) and bool(new) and alike >= RESPELT


Kinds = Mapping[str, Sequence[str]]
"""Words by the kind of their weight."""
_Found = tuple[tuple[str, Weighed], ...]


class _Words:
    """The words of weight of a passage, each block looked through when a change touches it."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.blocks: dict[int, _Found] = {}

    def range(self, low: int, high: int) -> Kinds:
        """The words that lie in a range of the flat passage, or reach into it."""
        found: dict[str, list[str]] = defaultdict(list)
        starts = self.passage.starts
        first = max(bisect_right(starts, low) - 1, 0)
        for index in range(first, bisect_right(starts, max(high - 1, low))):
            at = starts[index] + 1
            for kind, word in self._of(index):
                if at + word.start < high and at + word.end > low:
                    found[kind].append(word.text)
        return found

    def _of(self, index: int) -> _Found:
        if index not in self.blocks:
            self.blocks[index] = _words_of(self.passage.blocks[index])
        return self.blocks[index]


@lru_cache(maxsize=2_000)
def _words_of(block: Block) -> _Found:
    """The words of weight of a block; many proposals change the same one."""
    return tuple(_Reading(block).words())


on_forget(_words_of.cache_clear)


class _Reading:
    """One walk through a block, which knows where sentences begin and quotations end."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.in_quotation = ">" in block.break_.path
        self.capitals = block.text.isupper()
        self.nouns = language_of(block.tokens) in NOUNS_ARE_CAPITAL
        self.begins, self.closing = True, ""

    def words(self) -> Iterator[tuple[str, Weighed]]:
        """Yield each word of weight with its kind."""
        whole = {word.start: word for word in weighed(self.block.tokens)}
        for at, token in enumerate(self.block.tokens):
            if at in whole:
                yield from self._weights(whole[at])
            if token.kind == "word":
                yield from self._word(at, token)
            elif sign := self._sign(token):
                yield "quoted", Weighed(at, at + 1, sign, frozenset())

    def _weights(self, word: Weighed) -> Iterator[tuple[str, Weighed]]:
        """A word that is a name has no other weight: “May” is a month."""
        is_name = self._is_name(word.text) and not word.text.isupper()
        for weight in sorted(word.weights):
            if not is_name or weight == "numbers":
                yield weight, word

    def _word(self, at: int, token: Token) -> Iterator[tuple[str, Weighed]]:
        word = Weighed(at, at + 1, token.text, frozenset())
        if self.in_quotation or self.closing:
            yield "quoted", word
        if self._is_name(token.text):
            yield "names", word
        self.begins = False

    def _is_name(self, text: str) -> bool:
        if self.capitals or text.islower():
            return False
        first, *others = text.replace("’", "'").split("'")
        if len(text) > 1 and text.isupper():
            return True
        if self.nouns:
            return False
        joined = any(part[:1].isupper() for part in others)
        return joined or (first[:1].isupper() and not self.begins)

    def _sign(self, token: Token) -> str:
        """Follow stops and quotation marks; a mark of any form is returned in one form."""
        if self.closing and token.text == self.closing:
            self.closing = ""
            return "”"
        if token.text in OPENING and not self.closing:
            self.closing, self.begins = OPENING[token.text], True
            return "“"
        if token.text in STOPS:
            self.begins = True
        return ""


def _facts(old: Kinds, new: Kinds) -> Facts:
    return Facts(**{kind: _swap(old.get(kind, ()), new.get(kind, ())) for kind in {*old, *new}})


def _swap(old: Iterable[str], new: Iterable[str]) -> Swap:
    """The words that stand on one side more often than on the other."""
    gone, come = Counter(old), Counter(new)
    return Swap(tuple((gone - come).elements()), tuple((come - gone).elements()))
