"""What stands in front of list items, and in which lists and quotations blocks go on."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.text import Break, Passage, item_numbers


@dataclass(slots=True)
class Container:
    """An open quotation (`>`) or list (`-`)."""

    sign: str
    ordered: bool = False


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


def item_labels(passage: Passage) -> tuple[str, ...]:
    """For each block the number or bullet in front of it, empty where there is none.

    Numbers stand with their stop or brackets (`3.`, `(a)`), bullets as `•`.
    """
    pairs = zip(passage.blocks, item_numbers(passage), strict=True)
    return tuple(number or ("•" if block.break_.is_item else "") for block, number in pairs)
