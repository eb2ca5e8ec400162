"""Five hundred stored proposals carried onto a new version, and two hundred merged."""

from __future__ import annotations

from benchmarks.yardstick import Maker, by_difflib, peak, seconds
from drafting.text import diff, merge, read, rebase


def main() -> None:
    """Print the times."""
    maker = Maker()
    paragraphs = [maker.paragraph(50) for _ in range(30)]
    old = "\n\n".join(paragraphs)
    base = read(old)
    texts = ["\n\n".join(edited(maker, paragraphs, 3)) for _ in range(500)]
    proposals = [read(text) for text in texts]
    stored = [diff(base, proposal) for proposal in proposals]
    newer = read("\n\n".join(edited(maker, paragraphs, 8)))
    yardstick = seconds(lambda: [by_difflib(old, text) for text in texts[:20]]) / 20
    took = seconds(lambda: [rebase(redline, newer) for redline in stored])
    show("500 proposals carried over 1,500 words", took, 500 * yardstick)
    took = seconds(lambda: merge(base, proposals[:200]))
    show("200 proposals merged", took, 200 * yardstick)
    print(f"peak memory {peak():.0f} MB")


def show(name: str, took: float, yardstick: float) -> None:
    """One line: the time, and its ratio to comparing each proposal with the yardstick."""
    print(f"{name}: {took * 1000:.0f} ms, {took / yardstick:.3f} × difflib")


def edited(maker: Maker, paragraphs: list[str], edits: int) -> list[str]:
    """The paragraphs with a few words replaced, each in a paragraph of its own."""
    new = list(paragraphs)
    for at in maker.chance.sample(range(len(new)), edits):
        new[at] = maker.changed(new[at], 0.02)
    return new


if __name__ == "__main__":
    main()
