"""Texts long in one way or another: one paragraph, many rewritten, 160,000 words, growth."""

from __future__ import annotations

from benchmarks.yardstick import Maker, by_difflib, by_us, peak, seconds


def main() -> None:
    """Print times and ratios."""
    maker = Maker()
    old = maker.paragraph(3200)
    show("3,200 words in one paragraph, a tenth changed", old, maker.changed(old, 0.1))
    many = [maker.paragraph() for _ in range(30)]
    for extra in (4, 8):
        new = [maker.changed(one, 0.1) for one in many]
        new[15:15] = [maker.paragraph() for _ in range(extra)]
        show(f"30 edited paragraphs and {extra} new", "\n\n".join(many), "\n\n".join(new))
    growth(maker)
    for share in (0.01, 0.2):
        text = maker.pair(1600, share)
        took = seconds(lambda text=text: by_us(*text))  # type: ignore[misc]  # bound for the loop
        print(f"160,000 words, {share:.0%} changed: {took * 1000:.0f} ms, peak {peak():.0f} MB")


def show(name: str, old: str, new: str) -> None:
    """One line: our time, and its ratio to the yardstick."""
    ours, theirs = seconds(lambda: by_us(old, new)), seconds(lambda: by_difflib(old, new))
    print(f"{name}: {ours * 1000:.1f} ms, {ours / theirs:.2f} × difflib")


def growth(maker: Maker) -> None:
    """Time per word from 1,000 to 100,000 words, a twentieth of them changed."""
    per_word = []
    for paragraphs in (10, 100, 1000):
        old, new = maker.pair(paragraphs, 0.05)
        per_word.append(seconds(lambda old=old, new=new: by_us(old, new)) / paragraphs)  # type: ignore[misc]  # bound for the loop
    ratios = " ".join(f"{one / per_word[0]:.2f}" for one in per_word)
    print(f"time per word at 1,000, 10,000, 100,000 words, against the first: {ratios}")


if __name__ == "__main__":
    main()
