"""The hard cases as marked texts, for those who draw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from drafting.text import Redline, diff, merge, read
from tests.text.marked import case

FOLDER = Path(__file__).parents[1] / "cases" / "text"


@dataclass(frozen=True)
class Marked:
    """One marked text of a case: what it is, and the changes."""

    title: str
    redline: Redline


@dataclass(frozen=True)
class HardCase:
    """One case file: its name, the sentence on its top, its marked texts."""

    name: str
    says: str
    texts: tuple[Marked, ...]


def hard_cases(rewrite: Callable[[str], str] = str) -> list[HardCase]:
    """Read every case that has words before and after; `rewrite` may put all in other letters."""
    found = []
    for path in sorted(FOLDER.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parts = {name: rewrite(part) for name, part in case(text).items()}
        if texts := tuple(marked_texts(parts)):
            name = str(path.relative_to(FOLDER).with_suffix(""))
            found.append(HardCase(name, text.partition("\n")[0], texts))
    return found


def marked_texts(parts: dict[str, str]) -> Iterator[Marked]:
    """Yield the marked texts of a case: what each asks, what all make together, each step."""
    if "becomes" in parts:
        yield marked_text("typed", parts["text"], parts["becomes"])
    if "before" not in parts:
        return
    before = parts["before"]
    if "after" in parts:
        yield marked_text("", before, parts["after"])
    wishes = {name: part for name, part in parts.items() if name.startswith("proposal ")}
    for name, part in wishes.items():
        yield marked_text(name, before, part)
    if wishes:
        base = read(before)
        together = merge(base, [read(part) for part in wishes.values()]).passage
        yield Marked("together", diff(base, together))
    steps = [name for name in parts if name.startswith("step ")]
    for earlier, later in pairwise(["before", *steps]):
        yield marked_text(later, parts[earlier], parts[later])


def marked_text(title: str, old: str, new: str) -> Marked:
    """Compare two texts."""
    return Marked(title, diff(read(old), read(new)))
