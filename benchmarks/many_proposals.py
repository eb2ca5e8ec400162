"""Five hundred stored proposals carried onto a new version, and two hundred merged."""

from __future__ import annotations

from benchmarks.yardstick import Maker, peak, seconds
from drafting.text import diff, merge, read, rebase


def main() -> None:
    """Print the times."""
    maker = Maker()
    paragraphs = [maker.paragraph(50) for _ in range(30)]
    base = read("\n\n".join(paragraphs))
    proposals = [read("\n\n".join(edited(maker, paragraphs, 3))) for _ in range(500)]
    stored = [diff(base, proposal) for proposal in proposals]
    newer = read("\n\n".join(edited(maker, paragraphs, 8)))
    took = seconds(lambda: [rebase(redline, newer) for redline in stored])
    print(f"500 proposals carried over 1,500 words: {took * 1000:.0f} ms")
    took = seconds(lambda: merge(base, proposals[:200]))
    print(f"200 proposals merged: {took * 1000:.0f} ms, peak memory {peak():.0f} MB")


def edited(maker: Maker, paragraphs: list[str], edits: int) -> list[str]:
    """The paragraphs with a few words replaced, each in a paragraph of its own."""
    new = list(paragraphs)
    for at in maker.chance.sample(range(len(new)), edits):
        new[at] = maker.changed(new[at], 0.02)
    return new


if __name__ == "__main__":
    main()
