"""Which words of a block have weight: those that change its force, that deny, that are numbers,
that say how far it goes.

The words are data (`force.py`, `reach.py`). A word counts in whatever form it stands in a text:
joined to another by an apostrophe or a hyphen (“n’est”, “non-binding”), after the Arabic “and”,
with vowel signs; and in scripts without spaces as a run of letters, since each is a token.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from drafting.text.passages.tokens import Token
from drafting.text.weights.force import (
    COMMON,
    EVERYDAY,
    FORCE,
    NEGATION,
    NUMBERS,
    OTHERWISE,
    WITHOUT_SPACES,
)
from drafting.text.weights.reach import OWN, REACH

Weight = Literal["force", "negation", "numbers", "reach"]
Weights = frozenset[Weight]

NONE: Weights = frozenset()
LISTS: Mapping[Weight, Mapping[str, str]] = {
    "force": FORCE,
    "negation": NEGATION,
    "numbers": NUMBERS,
    "reach": REACH,
}
_CLOSE = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_VOWELS = re.compile("[\u0640\u064b-\u065f\u0670]")
_JOINTS = re.compile(r"['‐‑-]")
_PREFIX = re.compile("[وف]?[لبك]?")


class Weighed(NamedTuple):
    """Neighbouring tokens that are one word, as a half-open range, and what weight it has."""

    start: int
    end: int
    text: str
    weights: Weights


def weighed(tokens: Sequence[Token]) -> Iterator[Weighed]:
    """Yield the words of a block that have weight, in order."""
    language = language_of(tokens)
    for close, group in groupby(enumerate(tokens), lambda pair: _kind(pair[1])):
        if close:
            yield from _runs(list(group))
        elif close is not None:
            for at, token in group:
                if weights := weights_of(token.text, language):
                    yield Weighed(at, at + 1, token.text, weights)


def _kind(token: Token) -> bool | None:
    """Whether a word is of a script without spaces; None for what is no word."""
    return bool(_CLOSE.match(token.text)) if token.kind == "word" else None


def language_of(tokens: Iterable[Token]) -> str:
    """Guess the language of a block in Latin letters by its commonest words; empty if unsure."""
    counts = dict.fromkeys(COMMON, 0)
    for token in tokens:
        for language in _languages().get(token.text.casefold(), ()):
            counts[language] += 1
    first, second = sorted(counts, key=lambda language: counts[language], reverse=True)[:2]
    return first if counts[first] > counts[second] else ""


@cache
def _languages() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for language, words in COMMON.items():
        for word in words.split():
            found.setdefault(word, []).append(language)
    return found


@lru_cache(maxsize=50_000)
def weights_of(text: str, language: str = "") -> Weights:
    """Say what weight a word has in a block of a language."""
    word = plain_word(text)
    if any(letter.isdigit() for letter in word):
        return frozenset({"numbers"})
    if _ARABIC.match(word):
        return _arabic(word)
    if word in _entries(OWN.get(language, "")):
        return frozenset({"reach"})
    if word in _entries(EVERYDAY.get(language, "")):
        return NONE
    lexicon = _lexicon()
    found = lexicon.whole.get(word, NONE) | lexicon.partly(word)
    parts = [part for part in _JOINTS.split(word) if part]
    if len(parts) < 2:
        return found
    everyday = _entries(EVERYDAY.get(language, ""))
    return found.union(*(lexicon.whole.get(part, NONE) for part in parts if part not in everyday))


def plain_word(text: str) -> str:
    """The word in small letters, with one kind of apostrophe and without Arabic vowel signs."""
    return _VOWELS.sub("", unicodedata.normalize("NFC", text.casefold().replace("’", "'")))


def _arabic(word: str) -> Weights:
    """An Arabic word may be joined to “and”, “so”, “for”, “by”, “like”; the longest form counts."""
    whole = _lexicon().whole
    if word in whole:
        return whole[word]
    match = _PREFIX.match(word)
    ends = range(1, match.end() + 1) if match else ()
    rests = (word[end:] for end in ends if len(word) - end > 1)
    return next((whole[rest] for rest in rests if rest in whole), NONE)


class Lexicon(NamedTuple):
    """The entries of all languages, by how they are looked for."""

    whole: Mapping[str, Weights]
    endings: Sequence[tuple[str, Weight]]
    beginnings: Sequence[tuple[str, Weight]]
    runs: Mapping[str, Weights]
    longest: int

    def partly(self, word: str) -> Weights:
        """The weights of a word by its beginning and its ending."""
        ends = {weight for end, weight in self.endings if word.endswith(end)}
        return frozenset(
            ends | {weight for head, weight in self.beginnings if word.startswith(head)}
        )


@cache
def _lexicon() -> Lexicon:
    own = {word for words in OWN.values() for word in words.split()}
    spaced = [
        (w, weight) for code, w, weight in _all() if code not in WITHOUT_SPACES and w not in own
    ]
    runs = dict.fromkeys(plain_word(w) for words in OTHERWISE.values() for w in words.split())
    found = _gathered((w, weight) for code, w, weight in _all() if code in WITHOUT_SPACES)
    runs_found = {**dict.fromkeys(runs, NONE), **found}
    return Lexicon(
        whole=_gathered((w, weight) for w, weight in spaced if "-" not in w),
        endings=[(w[1:], weight) for w, weight in spaced if w.startswith("-")],
        beginnings=[(w[:-1], weight) for w, weight in spaced if w.endswith("-")],
        runs=runs_found,
        longest=max(map(len, runs_found)),
    )


def _all() -> Iterator[tuple[str, str, Weight]]:
    for weight, languages in LISTS.items():
        for language, words in languages.items():
            for word in words.split():
                yield language, plain_word(word), weight


def _gathered(entries: Iterable[tuple[str, Weight]]) -> dict[str, Weights]:
    found: dict[str, Weights] = {}
    for word, weight in entries:
        found[word] = found.get(word, NONE) | {weight}
    return found


@cache
def _entries(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _runs(letters: Sequence[tuple[int, Token]]) -> Iterator[Weighed]:
    """Cut a run of letters without spaces: the longest entry first, what is none one by one."""
    text = "".join(token.text for _, token in letters)
    edges = [0]
    for _, token in letters:
        edges.append(edges[-1] + len(token.text))
    index = {edge: k for k, edge in enumerate(edges)}
    lexicon, at = _lexicon(), 0
    while at < len(letters):
        start = edges[at]
        end = _longest(text, start, index, lexicon)
        to = index[end] if end else at + 1
        word = text[start : edges[to]]
        if weights := lexicon.runs.get(word):
            yield Weighed(letters[at][0], letters[to - 1][0] + 1, word, weights)
        at = to


def _longest(text: str, start: int, index: Mapping[int, int], lexicon: Lexicon) -> int:
    """Where the longest entry that begins here ends; 0 if none does."""
    ends = range(min(len(text), start + lexicon.longest), start, -1)
    return next((end for end in ends if end in index and text[start:end] in lexicon.runs), 0)
