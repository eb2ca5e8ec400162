"""What a text is made of: words, blanks, punctuation and breaks, with the marks over them."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple, final

MarkKind = Literal["link", "strong", "emphasis", "code", "note"]
TokenKind = Literal["word", "blank", "punctuation", "break"]
BlockKind = Literal["paragraph", "heading", "row", "note"]

HARD_BREAK: Final = "\n"
"""The text of the blank that is a line end the author asked for."""
CELL_EDGE: Final = "\t"
"""The text of the blank that stands between two cells of a table row."""


class Mark(NamedTuple):
    """What lies over a word. A link's target is its address, and its title in quotes after it.

    A note is a reference; its target is the label of the note it points to.
    """

    kind: MarkKind
    target: str = ""

    @property
    def address(self) -> str:
        """The address a link leads to, without the title; addresses hold no blank."""
        return self.target.partition(" ")[0]

    @property
    def title(self) -> str:
        """The title of a link, without its quotes."""
        return self.target.partition(" ")[2][1:-1]


class Form(NamedTuple):
    """What a break says of the block it opens."""

    block: BlockKind = "paragraph"
    level: int = 0
    path: str = ""
    opens: bool = False
    ordered: bool = False
    number: str = ""
    header: bool = False


class Token(NamedTuple):
    """A word, a blank or a punctuation mark, with the marks that lie over it.

    Equal means equal text and marks. Those without marks are shared: equal ones are nearly always
    the same object.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    """In the order link, strong, emphasis, code, note; each kind once."""
    kind: TokenKind = "word"
    form: Form | None = None
    """Of a break alone."""


@final
class Break(Token):
    """What opens a block and says its form; a token like any other."""

    __slots__ = ()

    def __new__(
        cls,
        block: BlockKind = "paragraph",
        level: int = 0,
        path: str = "",
        opens: bool = False,
        ordered: bool = False,
        number: str = "",
        header: bool = False,
    ) -> Break:
        """Make a break; see the properties."""
        form = Form(block, level, path, opens, ordered, number, header)
        return super().__new__(cls, "\n\n", (), "break", form)

    def changed(self, **changes: Any) -> Break:
        """The same break with other values of some of its properties."""
        return Break(*self._said._replace(**changes))

    @property
    def _said(self) -> Form:
        assert self.form is not None
        return self.form

    @property
    def block(self) -> BlockKind:
        """Which kind of block it opens."""
        return self._said.block

    @property
    def level(self) -> int:
        """Of a heading, 1 to 6; else 0."""
        return self._said.level

    @property
    def path(self) -> str:
        """The containers from the outermost in: `>` a quotation, `-` an item of a list."""
        return self._said.path

    @property
    def opens(self) -> bool:
        """Whether the block opens the innermost item of its path, or goes on in it."""
        return self._said.opens

    @property
    def ordered(self) -> bool:
        """Whether the item that the block opens is numbered."""
        return self._said.ordered

    @property
    def number(self) -> str:
        """The number as written (`3.`, `(a)`, `5 bis.`) where an ordered item does not count on.

        Of a note its label.
        """
        return self._said.number

    @property
    def header(self) -> bool:
        """Whether a row is the first of its table, which names the columns."""
        return self._said.header

    @property
    def quotes(self) -> int:
        """How many quotations the block stands in."""
        return self.path.count(">")

    @property
    def depth(self) -> int:
        """How many items the block stands in."""
        return self.path.count("-")

    @property
    def is_item(self) -> bool:
        """Whether the block opens an item."""
        return self.opens and "-" in self.path


PARAGRAPH: Final = Break()
"""The break of a paragraph that stands in nothing."""
