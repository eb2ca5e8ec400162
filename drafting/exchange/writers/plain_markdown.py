"""Writes a passage as Markdown whose words stay words, also to readers that let HTML through."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from html import unescape
from itertools import groupby

from drafting.exchange.writers.html_inline import SAFE_SCHEMES
from drafting.text import (
    CELL_EDGE,
    HARD_BREAK,
    Block,
    Break,
    Mark,
    Passage,
    Token,
    normal,
    place,
    write,
)

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_HTML = re.compile(r"<(?=[A-Za-z/!?])|>|&(?=#?[0-9A-Za-z]+;)")
"""What begins or ends a tag, and what would be read as another letter."""
_WEB = re.compile(r"https?://[^\s<>]+|[^\s<>:@]+@[^\s<>:@]+")
"""Addresses that every reader knows between `<` and `>`; anything else it may take for a tag."""
_LINKED = re.compile(r"\](?=[(\[:])")
_BARE = re.compile(r"[^\s()<>\\]+")
_MARKUP = re.compile(r"[\\`*_\[\]<>&]")
_LABEL_SIGNS = str.maketrans({"<": "‹", ">": "›", "&": "＆"})


def plain_markdown(passage: Passage) -> str:
    """Return Markdown that reads as the passage does, but for what `harmless` takes from it.

    A backslash stands before each sign of a tag and before what reads as a letter by its name.
    """
    calm = harmless(passage)
    return "".join(_Copy(calm).parts())


def harmless(passage: Passage) -> Passage:
    """Return the passage without links that lead anywhere but to pages, mails and within itself.

    Labels of notes, in which nothing can be escaped, have other signs for those of tags. A note
    that is the address of a program has another sign for its colon.
    """
    blocks = tuple(_calm(block) for block in passage.blocks)
    return passage if blocks == passage.blocks else normal(Passage(blocks))


def is_harmless(address: str) -> bool:
    """Say whether an address has no scheme, or one that may be followed, however it is spelled."""
    seen = _UNSEEN.sub("", unescape(address))
    scheme, colon, _rest = re.split(r"[/?#]", seen, maxsplit=1)[0].partition(":")
    return not colon or scheme.lower() in SAFE_SCHEMES


def _calm(block: Block) -> Block:
    tokens = tuple(_calm_token(token) for token in block.tokens)
    break_ = block.break_
    if break_.block == "note":
        break_ = Break(block="note", number=break_.number.translate(_LABEL_SIGNS))
        tokens = tuple(_without_scheme(tokens))
    same = tokens == block.tokens and break_ == block.break_
    return block if same else Block(break_, tokens)


def _without_scheme(tokens: Sequence[Token]) -> Iterator[Token]:
    """Take the scheme off a note that begins with an address: others read it as that of a link."""
    words = "".join([token.text for token in tokens]).split(maxsplit=1)
    harmful = bool(words) and not is_harmless(words[0])
    for token in tokens:
        harmful = harmful and not token.text.isspace()
        yield Token(token.text.replace(":", "："), token.marks) if harmful else token


def _calm_token(token: Token) -> Token:
    marks = tuple(mark for mark in token.marks if mark.kind != "link" or is_harmless(mark.address))
    if not _is_note(token):
        return token if marks == token.marks else Token(token.text, marks)
    label = Mark("note", token.marks[-1].target.translate(_LABEL_SIGNS))
    return Token(token.text.translate(_LABEL_SIGNS), (*marks[:-1], label))


def _is_note(token: Token) -> bool:
    return bool(token.marks) and token.marks[-1].kind == "note"


class _Copy:
    """Copies the Markdown of a passage, signs escaped where its words have those of a tag."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = write(passage)
        self.at = 0

    def parts(self) -> Iterator[str]:
        """Give the Markdown piece by piece."""
        offset = 1
        for block in self.passage.blocks:
            places = [place(self.passage, offset + at) for at in range(len(block.tokens))]
            yield from self._block(block, places)
            offset += 1 + len(block.tokens)
        yield self.text[self.at :]

    def _block(self, block: Block, places: Sequence[int]) -> Iterator[str]:
        signs = _signs(block)
        reached = 0
        for link, group in groupby(zip(block.tokens, places, strict=True), _link_of):
            run = list(group)
            start = run[0][1]
            words = "".join([token.text for token, _ in run])
            if link is not None and self.text[start - 1] == "<":
                yield from self._pointed(words, link, start, row=block.break_.block == "row")
            else:
                yield from self._run(run, reached, signs)
            reached += len(words)

    def _pointed(self, words: str, link: Mark, start: int, *, row: bool) -> Iterator[str]:
        """Copy a link that reads as its own address, with brackets where `<` might be a tag's."""
        width = len(words) + row * words.count("|")
        if _WEB.fullmatch(words):
            end, copied = start + width, self.text[self.at : start + width]
        else:
            end, shown = start + width + 1, _MARKUP.sub(r"\\\g<0>", words)
            goal = link.target if _BARE.fullmatch(link.target) else f"<{link.target}>"
            made = f"[{shown}]({goal})"
            copied = self.text[self.at : start - 1] + (made.replace("|", "\\|") if row else made)
        self.at = end
        yield copied

    def _run(
        self, run: Sequence[tuple[Token, int]], reached: int, signs: Collection[int]
    ) -> Iterator[str]:
        for token, start in run:
            edge = token.text in (HARD_BREAK, CELL_EDGE)
            if not edge and not any(mark.kind in ("code", "note") for mark in token.marks):
                yield self.text[self.at : start]
                self.at = start
                yield from self._words(token.text, {sign - reached for sign in signs})
            reached += len(token.text)

    def _words(self, words: str, signs: Collection[int]) -> Iterator[str]:
        for at, sign in enumerate(words):
            escaped = self.text[self.at] == "\\" and self.text[self.at + 1 : self.at + 2] == sign
            yield f"\\{sign}" if escaped or at in signs or self._joins(sign) else sign
            self.at += 1 + escaped

    def _joins(self, sign: str) -> bool:
        """Say whether a sign would make a picture of a link, or a link of a note."""
        before, after = self.text[self.at - 1 : self.at], self.text[self.at + 1 : self.at + 2]
        return (sign == "!" and after in ("[", "<")) or (sign in "([:" and before == "]")


def _link_of(pair: tuple[Token, int]) -> Mark | None:
    marks = pair[0].marks
    return marks[0] if marks and marks[0].kind == "link" else None


def _signs(block: Block) -> set[int]:
    """Return the places of signs that begin or end a tag, or stand for another letter.

    Backticks too, where another reader might begin code at one and so end it before a tag; and
    brackets, where another reader might know a link that ours does not.
    """
    text = block.text
    places = [found.start() for found in _HTML.finditer(text)]
    first = next((place for place in places if text[place] == "<"), len(text))
    signs = {place for place in places if text[place] != ">" or place > first}
    others = ("`" if signs else "") + ("[]" if _LINKED.search(text) else "")
    return signs | {at for at, sign in enumerate(text) if sign in others}
