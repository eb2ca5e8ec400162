"""The steps of a moderator by name, as a form or a command sends them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from drafting.errors import BadInput
from drafting.exchange.intake import edit
from drafting.exchange.intake.shape import NO_SUCH_PLACE, Split
from drafting.exchange.readers.source import Source


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Titles and kinds as typed, by place, and one step: `join:3`, `split:12.0`, `out:12.0`, …

    The step is empty when only titles and kinds are to be kept.
    """

    titles: Mapping[int, str] = field(default_factory=dict)
    kinds: Mapping[int, str] = field(default_factory=dict)
    step: str = ""


def arrange(split: Split, source: Source, wanted: Arrangement) -> Split:
    """Keep the titles and kinds, then take the step. Raises: BadInput."""
    for place, title in wanted.titles.items():
        if title.strip() != split.section(place).title:
            split = edit.retitle(split, place, title)
    for place, kind in wanted.kinds.items():
        if kind != split.section(place).kind:
            split = edit.mark(split, place, kind)
    return take_step(split, source, wanted.step)


def take_step(split: Split, source: Source, step: str) -> Split:
    """Take one step. Raises: BadInput for one that is unknown or leads nowhere."""
    if not step:
        return split
    name, _, rest = step.partition(":")
    if name in BY_PLACE:
        return BY_PLACE[name](split, number(rest))
    if name in BY_KEY:
        return BY_KEY[name](split, rest)
    if name == "split":
        key, _, at = rest.partition(":")
        return edit.split_before(split, source, key, number(at) if at else None)
    if name in DEEPER:
        return edit.set_depth(split, rest, depth_of(split, source, rest) + DEEPER[name])
    raise BadInput(NO_SUCH_PLACE)


def number(raw: str) -> int:
    """Read a place. Raises: BadInput."""
    if not (raw.isascii() and raw.isdecimal() and len(raw) < 9):
        raise BadInput(NO_SUCH_PLACE)
    return int(raw)


def depth_of(split: Split, source: Source, key: str) -> int:
    """Return how deep a piece stands now. Raises: BadInput."""
    for section in split.sections:
        for piece in section.all_pieces:
            if piece.key == key:
                line = source.lines[piece.line]
                return line.depth if piece.depth is None else piece.depth
    raise BadInput(NO_SUCH_PLACE)


BY_PLACE: Mapping[str, Callable[[Split, int], Split]] = {
    "join": edit.join,
    "up": lambda split, place: edit.move(split, place, -1),
    "down": lambda split, place: edit.move(split, place, 1),
    "out-section": edit.leave_section_out,
    "back-section": edit.put_section_back,
}
BY_KEY: Mapping[str, Callable[[Split, str], Split]] = {
    "out": edit.leave_out,
    "back": edit.put_back,
}
DEEPER: Mapping[str, int] = {"deeper": 1, "shallower": -1}
