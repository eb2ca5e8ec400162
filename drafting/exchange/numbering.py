"""The numbers in front of list items: as written where written, else counted on."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.text import FIRST, Break, Number, Passage, as_written


@dataclass(slots=True)
class Container:
    """An open quotation (`>`) or list (`-`); of a numbered list, the last number."""

    sign: str
    ordered: bool = False
    last: Number | None = None


def item_place(break_: Break) -> int | None:
    """The place in the path of the item that this block opens; None if it opens none."""
    return break_.path.rfind("-") if break_.is_item else None


def kept_containers(open_: list[Container], break_: Break) -> int:
    """How many open containers the block goes on in; of a new item its list counts, not more."""
    kept = 0
    for container, sign in zip(open_, break_.path, strict=False):
        if container.sign != sign:
            break
        kept += 1
    place = item_place(break_)
    if place is not None and kept > place:
        return place + (open_[place].ordered == break_.ordered)
    return kept


def enter(open_: list[Container], break_: Break) -> str:
    """Close and open containers as the block needs; return the sign of its item, or nothing.

    Numbers are returned with their stop or brackets (`3.`, `(a)`), bullets as `•`.
    """
    del open_[kept_containers(open_, break_) :]
    open_ += [Container(sign) for sign in break_.path[len(open_) :]]
    place = item_place(break_)
    if place is None:
        return ""
    container = open_[place]
    container.ordered = break_.ordered
    if not break_.ordered:
        return "•"
    if break_.number:
        container.last = as_written(break_.number)
    else:
        container.last = container.last.following() if container.last else FIRST
    return container.last.label


def item_labels(passage: Passage) -> tuple[str, ...]:
    """For each block the number or bullet in front of it, empty where there is none."""
    open_: list[Container] = []
    return tuple(enter(open_, block.break_) for block in passage.blocks)
