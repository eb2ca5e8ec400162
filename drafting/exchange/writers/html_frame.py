"""What blocks stand in, as nested HTML: quotations, lists with their items, tables."""

from __future__ import annotations

from markupsafe import Markup

from drafting.exchange.numbering import Container, item_place, kept_containers
from drafting.exchange.writers.html_inline import NOTHING, join
from drafting.text import Break


class Frame:
    """Opens and closes what blocks stand in: quotations, lists with their items, tables."""

    def __init__(self) -> None:
        self._open: list[Container] = []
        self._parts: list[Markup] = []
        self._table = False

    def enter(self, break_: Break, label: Markup, way: Markup = NOTHING) -> None:
        """Close and open what the block needs; `label` and `way` are those of an item."""
        kept = kept_containers(self._open, break_)
        place = item_place(break_)
        reused = place is not None and kept > place
        if kept < len(self._open) or reused or break_.path != self._path():
            self._end_table()
        while len(self._open) > kept:
            self._close(self._open.pop())
        if reused:
            self._parts.append(Markup("</div></li>") + _item(label, way))
        for at in range(kept, len(break_.path)):
            item = _item(label, way) if at == place else _item(NOTHING, NOTHING)
            self._begin(break_, at, item)

    def add(self, html: Markup, *, row: bool) -> None:
        """Add a block's own element; rows in a row make one table."""
        if row and not self._table:
            self._parts.append(Markup("<table><tbody>"))
            self._table = True
        if not row:
            self._end_table()
        self._parts.append(html)

    def beside(self, html: Markup) -> None:
        """Put a note where the open containers allow it."""
        self._end_table()
        self._parts.append(html)

    def finish(self) -> Markup:
        """Close all and return the whole."""
        self._end_table()
        while self._open:
            self._close(self._open.pop())
        return join(self._parts)

    def _path(self) -> str:
        return "".join(container.sign for container in self._open)

    def _begin(self, break_: Break, at: int, item: Markup) -> None:
        container = Container(break_.path[at], ordered=break_.ordered and at == item_place(break_))
        self._open.append(container)
        if container.sign == ">":
            self._parts.append(Markup("<blockquote>"))
        else:
            name = "ol" if container.ordered else "ul"
            self._parts.append(Markup('<{} role="list">').format(name) + item)

    def _close(self, container: Container) -> None:
        if container.sign == ">":
            self._parts.append(Markup("</blockquote>"))
        else:
            name = "ol" if container.ordered else "ul"
            self._parts.append(Markup("</div></li></{}>").format(name))

    def _end_table(self) -> None:
        if self._table:
            self._parts.append(Markup("</tbody></table>"))
            self._table = False


def _item(label: Markup, way: Markup) -> Markup:
    return Markup('<li class="item"{}><span class="item-number">{}</span><div>').format(way, label)
