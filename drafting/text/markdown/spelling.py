"""Spells out the tokens of a block with their marks, some signs of it escaped."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from drafting.text.markdown.inline import autolink_target
from drafting.text.passages.passage import Block
from drafting.text.passages.segments import CODE, EMPHASIS, STRONG
from drafting.text.passages.tokens import CELL_EDGE, HARD_BREAK, Mark, Token

_TICKS = regex.compile("`+")
_BARE = regex.compile(r"[^\s()<>\\]+")

Marks = tuple[Mark, ...]


class Spelling:
    """The Markdown of one block.

    `escapes` are the places in the block's words (code points) that get a backslash before them;
    with `pointed` a link that reads as its own address is written `<so>`.
    """

    def __init__(
        self, block: Block, escapes: Collection[int] = (), *, pointed: bool = True
    ) -> None:
        self.tokens = block.tokens
        self.escapes = escapes
        self.pointed = pointed
        self.is_row = block.break_.block == "row"
        self.out: list[str] = []
        self.size = 0
        self.places: list[int] = []
        """Where each token begins in `text`."""
        self.link_end = ""
        """What will end the link that is open."""
        self.fence = ""
        """What will end the code that is open."""
        self.inside: set[Mark] = set()
        """Marks that were opened inside the link that is open."""
        self._write(block)
        self.text = "".join(self.out)

    def _write(self, block: Block) -> None:
        self._put(_opening(block))
        before: Marks = ()
        offset = 0
        for place, token in enumerate(self.tokens):
            if token.marks != before or (place and _is_note(token)):
                self._turn(before, token.marks, place)
                before = token.marks
            self.places.append(self.size)
            self._word(token, offset)
            offset += len(token.text)
        self._turn(before, (), len(self.tokens))
        if self.is_row:
            self.out.append(" |")

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.size += len(text)

    def _put_words(self, text: str) -> None:
        self._put(text.replace("|", "\\|") if self.is_row else text)

    def _word(self, token: Token, offset: int) -> None:
        text = token.text
        if text == HARD_BREAK:
            self._put("\\\n")
        elif text == CELL_EDGE:
            self._put(" | ")
        elif self.fence or self.link_end == ">" or not self.escapes or _is_note(token):
            self._put_words(text)
        else:
            for place, sign in enumerate(text, offset):
                if place in self.escapes:
                    self._put("\\")
                self._put_words(sign)

    def _turn(self, before: Marks, after: Marks, place: int) -> None:
        """Close the marks that end before a token and open those that begin with it."""
        self._put(self.fence)
        self.fence = ""
        old, new = _link(before), _link(after)
        ending = {mark for mark in (EMPHASIS, STRONG) if mark in before and mark not in after}
        coming = {mark for mark in (EMPHASIS, STRONG) if mark in after and mark not in before}
        if old and old != new:
            self._run(ending & self.inside)
            ending -= self.inside
            self._put_words(self.link_end)
            self.link_end = ""
            self.inside.clear()
        if new and old != new:
            group = self._group(place, new)
            inner = {mark for mark in coming if mark not in group[-1].marks}
            self._run(ending | (coming - inner))
            self._open_link(new, group)
            self._run(inner)
            self.inside = inner
        else:
            self._run(ending | coming)
            self.inside |= coming
        if CODE in after:
            self._open_code(place, after)

    def _run(self, marks: Collection[Mark]) -> None:
        self._put("*" * ((EMPHASIS in marks) + 2 * (STRONG in marks)))

    def _group(self, place: int, link: Mark) -> Sequence[Token]:
        """The tokens of the link that begins at a place."""
        end = place
        while end < len(self.tokens) and _link(self.tokens[end].marks) == link:
            end += 1
        return self.tokens[place:end]

    def _open_link(self, link: Mark, group: Sequence[Token]) -> None:
        words = "".join([token.text for token in group])
        alike = all(token.marks == group[0].marks for token in group)
        if self.pointed and alike and autolink_target(words) == link.target:
            self._put("<")
            self.link_end = ">"
        else:
            self._put("[")
            self.link_end = f"]({_destination(link)})"

    def _open_code(self, place: int, marks: Marks) -> None:
        end = place
        while end < len(self.tokens) and self.tokens[end].marks == marks:
            end += 1
        words = "".join([token.text for token in self.tokens[place:end]])
        taken = {len(run) for run in _TICKS.findall(words)}
        fence = "`" * next(size for size in range(1, len(taken) + 2) if size not in taken)
        pad = " " if words.startswith("`") or words.endswith("`") else ""
        self._put(fence + pad)
        self.fence = pad + fence


def _opening(block: Block) -> str:
    """What stands before the words and says what the block is."""
    break_ = block.break_
    if break_.block == "heading":
        return "#" * break_.level + " "
    if break_.block == "note":
        return f"[^{break_.number}]: "
    return "| " if break_.block == "row" else ""


def _is_note(token: Token) -> bool:
    return bool(token.marks) and token.marks[-1].kind == "note"


def _link(marks: Marks) -> Mark | None:
    return marks[0] if marks and marks[0].kind == "link" else None


def _destination(link: Mark) -> str:
    address, title = link.address, link.target[len(link.address) :]
    return f"{address}{title}" if _BARE.fullmatch(address) else f"<{address}>{title}"
