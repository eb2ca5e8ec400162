"""Five, twenty and two hundred paragraphs with a twentieth of the words changed: words marked."""

from __future__ import annotations

from benchmarks.yardstick import Maker, by_us, our_marks, peak, plain_marks


def main() -> None:
    """Print the ratios."""
    maker = Maker()
    for paragraphs in (5, 20, 200):
        old, new = maker.pair(paragraphs, 0.05)
        ours, lcs = our_marks(by_us(old, new)), plain_marks(old, new)
        words, fragments = (mine / yours for mine, yours in zip(ours, lcs, strict=True))
        print(f"{paragraphs} paragraphs: words {words:.2f} ×, fragments {fragments:.2f} × the LCS")
    print(f"peak memory {peak():.0f} MB")


if __name__ == "__main__":
    main()
