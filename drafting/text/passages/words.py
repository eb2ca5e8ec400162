"""Cuts text into words, blanks and punctuation, and shares equal tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import chain

import regex

from drafting.text.passages.caches import on_forget
from drafting.text.passages.tokens import Mark, Token, TokenKind

MOST_WORDS = 100_000
"""How many words with the same marks are shared at most before sharing begins anew."""

# Scripts written without spaces: each cluster is a word, so that a small edit stays small.
_CLOSE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# What never begins a cluster of characters.
_EXTEND = r"\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}\u200d"
_ANY_LETTER = rf"\p{{L}}\p{{N}}\p{{Pc}}{_EXTEND}\p{{GCB=Prepend}}"
_LETTER = rf"[[{_ANY_LETTER}]--[[{_CLOSE}]--[\p{{Nd}}{_EXTEND}]]]"
# What joins pieces to one word: apostrophes and hyphens, signs inside numbers (10.7, 1,000) and
# inside symbols of documents (A/69/302, E/CN.4/2004/52/Add.1).
_JOINT = (
    r"(?:['’‐‑\u00ad-]"
    r"|(?<=\p{N})[.,:٫٬/](?=\p{N})"
    r"|/(?=\p{N}|\p{Lu}\p{L}{0,5}(?:/\p{Lu}{1,6}){0,3}[./]\p{N})"
    r"|\.(?=\p{N})(?<=/\p{Lu}\p{L}{0,5}\.))"
)
_WORD = rf"{_LETTER}++(?:{_JOINT}{_LETTER}++)*+"
# Flags are paired here because the clusters of `regex` take quadratic time over a row of them.
_FLAG = rf"\p{{RI}}{{2}}[{_EXTEND}]*+"
_REST = rf"[\n\t]|[ ](?![{_EXTEND}])|[\s--[ \n\t]]+(?![{_EXTEND}])|{_FLAG}|\X"
# An address ends before the punctuation of the sentence around it; it may hold pairs of brackets.
_URL = (
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://|www\.)"
    r"(?:[^\s<>()\[\]\"“”«»]|\([^\s<>()]*\))+(?<![.,;:!?'’…*_~|\\`])"
)
_MAIL = r"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}"

_PLAIN = regex.compile(rf"{_WORD}|{_REST}", regex.V1 | regex.S)
_RICH = regex.compile(rf"{_URL}|{_MAIL}|{_WORD}|{_REST}", regex.V1 | regex.S)
_DENSE = regex.compile(rf"[[{_CLOSE}]--\p{{M}}]", regex.V1)
_LOOSE = regex.compile(rf"[ ][{_EXTEND}]", regex.V1)
# In a stretch without a space of these characters alone, words end where one simple pattern says,
# which needs no properties of letters and takes a fifth of the time.
_EASY_TEXT = re.compile("[!-.0-?A-~¡-¬®-±´-¸º»¿-ʯΆ-ϿЀ-ҁҊ-ԯ‐-‧€]*")
_EASY = re.compile(r"\w++(?:['’‐‑-]\w++|(?<=[0-9])[.,:](?=[0-9])\w++)*+|\W")
_WORDLIKE = regex.compile(rf"[{_ANY_LETTER}]", regex.V1)
# Below this no letter belongs to a script without spaces, and none is joined by what follows it.
_SIMPLE = "\u0590"
_STOPS = frozenset(".,;:?!)")
# Makes a token from its four parts, twice as fast as calling the class.
_token = partial(tuple.__new__, Token)


def cut(text: str) -> list[str]:
    """Cut text that holds no markup into the texts of its tokens."""
    rich = "@" in text or "://" in text or "www." in text
    found: list[str] = (_RICH if rich else _PLAIN).findall(text)
    return found


def pieces(text: str) -> list[str]:
    """Cut a stretch without a space into the texts of its tokens."""
    if _EASY_TEXT.fullmatch(text) and "www." not in text:
        return _EASY.findall(text)
    return cut(text)


def glued(texts: Iterable[str]) -> list[str]:
    """The texts of tokens, each blank glued to the word or punctuation mark before it."""
    out: list[str] = []
    for text in texts:
        if out and text.isspace() and not out[-1][-1].isspace():
            out[-1] += text
        else:
            out.append(text)
    return out


class _Glued(dict[str, list[str]]):
    """Stretches without a space, by text: the tokens that they and a space after them make, glued.

    What is missing is made.
    """

    def __missing__(self, text: str) -> list[str]:
        if len(self) >= MOST_WORDS:
            self.clear()
        if text[-1:] in _STOPS and text[:-1].isalpha() and text.isascii():
            found = [text[:-1], text[-1] + " "]
        else:
            found = glued([*pieces(text), " "])
        self[text] = found
        return found


_glued = _Glued()
on_forget(_glued.clear)


def glued_text(text: str) -> list[str]:
    """The texts of the tokens of text without markup, each blank glued to what stands before."""
    if is_loose(text):
        return glued(cut(text))
    out: list[str] = []
    for stretch in text.split(" "):
        if stretch.isascii() and stretch.isalpha():
            out.append(stretch + " ")
        else:
            out += _glued[stretch]
    last = out.pop()[:-1]  # no space stands after the last stretch
    return [*out, last] if last else out


def count(text: str) -> int:
    """The number of tokens of text without markup."""
    if is_loose(text):
        return len(cut(text))
    stretches = text.split(" ")
    rest = [one for one in stretches if not (one.isascii() and one.isalpha())]
    more = sum(
        [1 + (unit[-1].isspace() and not unit.isspace()) for one in rest for unit in _glued[one]]
    )
    return 2 * (len(stretches) - len(rest)) + more - 1


def kind_of(text: str) -> TokenKind:
    """Say what a token of this text is."""
    if text[0].isalnum():
        return "word"
    if text.isspace():
        return "blank"
    return "word" if _WORDLIKE.match(text) else "punctuation"


def is_loose(text: str) -> bool:
    """Whether text holds a space that is one token with what extends it."""
    return not text.isascii() and bool(_LOOSE.search(text))


def dense(text: str) -> int:
    """The number of letters of scripts that write no spaces."""
    return 0 if text.isascii() else len(_DENSE.findall(text))


def divides(text: str, at: int) -> bool:
    """Whether a place after a space lies between tokens; what extends a space is one with it."""
    return text.isascii() or not _LOOSE.match(text, max(at - 1, 0))


class Shared(dict[str, tuple[Token, ...]]):
    """Stretches without a space, by text: the tokens they are cut into, and a space.

    All have the same marks. What is missing is made.
    """

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        super().__init__()
        self.marks = marks
        self.space = Token(" ", marks, "blank")
        self.tokens = {" ": self.space}

    def __missing__(self, text: str) -> tuple[Token, ...]:
        if len(self) >= MOST_WORDS:
            self.clear()
            self.tokens = {" ": self.space}
        if text.isalpha() and (text.isascii() or max(text) < _SIMPLE):
            found: tuple[Token, ...] = (self.token(text, "word"), self.space)
        elif text[-1:] in _STOPS and text[:-1].isalpha() and text.isascii():
            stop = self.token(text[-1], "punctuation")
            found = (self.token(text[:-1], "word"), stop, self.space)
        else:
            found = (*[self.token(piece) for piece in pieces(text)], self.space)
        self[text] = found
        return found

    def token(self, text: str, kind: TokenKind | None = None) -> Token:
        """The token of this text, which is cut no further."""
        token = self.tokens.get(text)
        if token is None:
            token = _token((text, self.marks, kind or kind_of(text), None))
            self.tokens[text] = token
        return token


UNMARKED = Shared(())
shared = lru_cache(maxsize=2_000)(Shared)


def tokens_of(text: str, marks: tuple[Mark, ...] = ()) -> Sequence[Token]:
    """Cut text without markup into shared tokens that all have the same marks."""
    table = shared(marks) if marks else UNMARKED
    if " " not in text:
        return table[text][:-1]
    if is_loose(text):
        return [table.token(piece) for piece in cut(text)]
    tokens = list(chain.from_iterable(map(table.__getitem__, text.split(" "))))
    tokens.pop()
    return tokens


@on_forget
def _forget() -> None:
    UNMARKED.clear()
    UNMARKED.tokens = {" ": UNMARKED.space}
    shared.cache_clear()
