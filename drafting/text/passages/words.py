"""Cuts text into words, blanks and punctuation, and shares equal tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from itertools import chain

import regex

from drafting.text.passages.caches import on_forget
from drafting.text.passages.tokens import Mark, Token, TokenKind

MOST_WORDS = 100_000
"""How many words are kept with what they are cut into at most before keeping begins anew."""
MOST_LETTERS = 64
"""Letters of the longest that is kept: a script without spaces may fill a page without one."""

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
_LABEL = rf"[\p{{L}}\p{{N}}{_EXTEND}-]{{1,63}}+(?![{_EXTEND}])"
_MAIL = rf"[\p{{L}}\p{{N}}._%+-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,8}}"

_PLAIN = regex.compile(rf"{_WORD}|{_REST}", regex.V1 | regex.S)
_RICH = regex.compile(rf"{_URL}|{_MAIL}|{_WORD}|{_REST}", regex.V1 | regex.S)
_DENSE = regex.compile(rf"[[{_CLOSE}]--\p{{M}}]", regex.V1)
# Where all of these scripts lie, and others; it is searched for much faster.
_FAR = re.compile("[\u0e00-\u1fff\u2e80-\U0010ffff]")
_LOOSE = regex.compile(rf"[ ][{_EXTEND}]", regex.V1)
# In text where nothing of this is found, words end where one simple pattern says, which needs no
# properties of letters and takes a fifth of the time.
_HARD = re.compile("[^ !-.0-?A-~¡-¬®-±´-¸º»¿-ʯΆ-ϿЀ-ҁҊ-ԯא-ת،؛؟ء-ي‐-‧€가-힣](?:(?<!/)|(?=[^a-z ]))")
_EASY = re.compile(r"[A-Za-z]+ |\w+(?:['’‐‑-]\w+|(?<=[0-9])[.,:](?=[0-9])\w+)* ?|[^\w ] ?| ")
_WORDLIKE = regex.compile(rf"[{_ANY_LETTER}]", regex.V1)
# Makes a token from its four parts, twice as fast as calling the class.
_token = partial(tuple.__new__, Token)


def cut(text: str) -> list[str]:
    """Cut text that holds no markup into the texts of its tokens."""
    rich = "@" in text or "://" in text or "www." in text
    found: list[str] = (_RICH if rich else _PLAIN).findall(text)
    return found


def units_of(text: str) -> list[str]:
    """Cut text that holds no markup into units: words and signs, each with the blank after it."""
    if _is_easy(text):
        return _EASY.findall(text)
    if is_loose(text):
        return glued(cut(text))
    out: list[str] = []
    for stretch in text.split(" "):
        out += _glued[stretch]
    last = out.pop()[:-1]  # no space stands after the last stretch
    return [*out, last] if last else out


def _is_easy(text: str) -> bool:
    return not _HARD.search(text) and "www." not in text


class _Glued(dict[str, list[str]]):
    """Stretches without a space, by text: the units that they and a space after them make.

    What is missing is made.
    """

    def __missing__(self, text: str) -> list[str]:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = _EASY.findall(f"{text} ") if _is_easy(text) else glued([*cut(text), " "])
        if len(text) <= MOST_LETTERS:
            self[text] = found
        return found


_glued = _Glued()
on_forget(_glued.clear)


def glued(texts: Iterable[str]) -> list[str]:
    """The texts of tokens, each blank glued to the word or punctuation mark before it."""
    out: list[str] = []
    for text in texts:
        if out and text.isspace() and not out[-1][-1].isspace():
            out[-1] += text
        else:
            out.append(text)
    return out


def count(text: str) -> int:
    """The number of tokens of text without markup."""
    units = units_of(text)
    if text.isprintable() and not is_loose(text):
        return len(units) + text.count(" ") - text.startswith(" ")
    return sum([1 + has_blank(unit) for unit in units])


def has_blank(unit: str) -> bool:
    """Whether a unit is a word or sign with a blank after it."""
    return unit[-1].isspace() and not unit.isspace()


def kind_of(text: str) -> TokenKind:
    """Say what a token of this text is."""
    if text.isspace():
        return "blank"
    return "word" if _WORDLIKE.match(text) else "punctuation"


def is_loose(text: str) -> bool:
    """Whether text holds a space that is one token with what extends it."""
    return not text.isascii() and bool(_LOOSE.search(text))


def dense(text: str) -> int:
    """The number of letters of scripts that write no spaces."""
    return len(_DENSE.findall(text)) if _FAR.search(text) else 0


def divides(text: str, at: int) -> bool:
    """Whether a place after a space lies between tokens; what extends a space is one with it."""
    return text.isascii() or not _LOOSE.match(text, max(at - 1, 0))


class _Tokens(dict[str, tuple[Token, ...]]):
    """Units by text: the one or two tokens without marks that they are. What is missing is made."""

    def __missing__(self, unit: str) -> tuple[Token, ...]:
        if len(self) >= MOST_WORDS:
            self.clear()
        if unit[-1] == " " != unit:
            found = self[unit[:-1]] + _SPACE
        elif has_blank(unit):
            text = unit.rstrip()
            found = self[text] + self[unit[len(text) :]]
        else:
            kind = "word" if unit[0].isalnum() else kind_of(unit)
            found = (_token((unit, (), kind, None)),)
        self[unit] = found
        return found


_SPACE = (Token(" ", (), "blank"),)
TOKENS = _Tokens({" ": _SPACE})
on_forget(TOKENS.clear)


def tokens_of_units(units: Iterable[str], marks: tuple[Mark, ...] = ()) -> list[Token]:
    """The tokens of units that all have the same marks; those without marks are shared."""
    tokens = list(chain.from_iterable(map(TOKENS.__getitem__, units)))
    return [_token((text, marks, kind, None)) for text, _, kind, _ in tokens] if marks else tokens


def token_of(text: str, marks: tuple[Mark, ...]) -> Token:
    """The token of a word, sign or blank, or of a reference to a note."""
    if marks and marks[-1].kind == "note":
        return Token(text, marks)
    (token,) = TOKENS[text]
    return _token((text, marks, token.kind, None)) if marks else token


def tokens_of(text: str, marks: tuple[Mark, ...] = ()) -> list[Token]:
    """Cut text without markup into tokens that all have the same marks."""
    return tokens_of_units(units_of(text), marks)
