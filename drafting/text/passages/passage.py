"""What a text is: blocks of tokens, immutable and shared, that read back from their Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.text.passages.segments import Segment, segments_of, size_of, tokens_of_segments
from drafting.text.passages.tokens import PARAGRAPH, Break, Token
from drafting.text.passages.units import Units, words_of
from drafting.text.passages.words import glued


class Block:
    """A break and the tokens that follow it up to the next one; never changed."""

    def __init__(self, break_: Break, tokens: tuple[Token, ...], *, settled: bool = False) -> None:
        self.break_ = break_
        self.tokens = tokens
        self.text = "".join([token.text for token in tokens])
        """The words as they read, without marks."""
        self.settled = settled
        """Whether the tokens are known to be as the reader cuts them."""

    @classmethod
    def written(cls, break_: Break, segments: tuple[Segment, ...]) -> Block:
        """A block as the reader finds it, cut into tokens only when these are asked for.

        Most of a text is never looked at word by word: two versions share it.
        """
        block = cls.__new__(cls)
        block.break_, block.segments, block.settled = break_, segments, True
        block.text = segments[0].text if len(segments) == 1 else "".join([s.text for s in segments])
        return block

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, blanks and punctuation."""
        return tokens_of_segments(self.segments)

    @cached_property
    def size(self) -> int:
        """The number of tokens, the break included, found without cutting them."""
        known = self.__dict__.get("tokens")
        return 1 + (size_of(self.segments) if known is None else len(known))

    @cached_property
    def units(self) -> Units:
        """The block as versions of it are compared."""
        texts = words_of(self.segments) if self.settled else glued([t.text for t in self.tokens])
        return Units(self.break_, self.text, self.segments, texts)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The stretches of equal marks that the tokens make; a reference to a note is its own."""
        return segments_of(self.tokens)

    def __hash__(self) -> int:
        return hash((self.break_, self.text))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Block) or self.break_ != other.break_:
            return False
        if self.settled and other.settled:
            return self.segments == other.segments
        return self.tokens == other.tokens

    def __repr__(self) -> str:
        return f"Block({self.break_!r}, {self.text!r})"


class Passage:
    """A text: its blocks in order. Offsets count the tokens of `flat`, breaks included."""

    def __init__(self, blocks: tuple[Block, ...] = ()) -> None:
        self.blocks = blocks

    @cached_property
    def flat(self) -> tuple[Token, ...]:
        """All tokens in order, each block's break before its tokens."""
        flat: list[Token] = []
        for block in self.blocks:
            flat.append(block.break_)
            flat += block.tokens
        return tuple(flat)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each block's break."""
        if not self.blocks:
            return ()
        return tuple(accumulate([block.size for block in self.blocks[:-1]], initial=0))

    @cached_property
    def size(self) -> int:
        """The number of tokens of `flat`, found without making it."""
        return self.starts[-1] + self.blocks[-1].size if self.blocks else 0

    def gap(self, block: int) -> int:
        """The offset of the gap before a block; before the one after the last, the end."""
        return self.starts[block] if block < len(self.blocks) else self.size

    if not TYPE_CHECKING:  # hidden, so that mypy too refuses to ask a text whether it is true

        def __bool__(self) -> bool:
            raise TypeError("A text without words is a text: ask `.blocks`, or `is None`.")

    @cached_property
    def _hash(self) -> int:
        return hash(self.blocks)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Passage) and self.blocks == other.blocks)

    def __repr__(self) -> str:
        return f"Passage({self.blocks!r})"

    @classmethod
    def of_flat(cls, tokens: Iterable[Token]) -> Passage:
        """Cut tokens into blocks before each break, without bringing them into normal form.

        Tokens before the first break make a paragraph.
        """
        return cls(tuple(_cut(tokens)))


def _cut(tokens: Iterable[Token]) -> Iterator[Block]:
    break_, inside = PARAGRAPH, list[Token]()
    begun = False
    for token in tokens:
        if isinstance(token, Break):
            if begun:
                yield Block(break_, tuple(inside))
            break_, inside, begun = token, [], True
        else:
            inside.append(token)
            begun = True
    if begun:
        yield Block(break_, tuple(inside))
