"""Two hundred and two thousand proposals on thirty paragraphs, laid out in one text."""

from __future__ import annotations

from benchmarks.yardstick import Maker, by_difflib, peak, seconds
from drafting.text import Passage, Redline, Step, attribute, cluster, diff, lay_out, read

FEW, MANY = 200, 2_000


def main() -> None:
    """Print the times, from passages read, and how they grow."""
    maker = Maker()
    paragraphs = [maker.paragraph(50) for _ in range(30)]
    source = "\n\n".join(paragraphs)
    sources = [one_edit(maker, paragraphs) for _ in range(MANY)]
    base, proposals = read(source), [read(text) for text in sources]
    few = seconds(lambda: lay_out(base, proposals[:FEW]))
    many = seconds(lambda: lay_out(base, proposals))
    yardstick = seconds(lambda: [by_difflib(source, text) for text in sources[:FEW]])
    print(f"{FEW} proposals laid out: {few * 1000:.0f} ms, {few / yardstick:.3f} x difflib")
    print(f"{MANY} proposals laid out: {many * 1000:.0f} ms, {many / few:.1f} x as long")
    redlines = [diff(base, proposal) for proposal in proposals[:FEW]]
    clustered = seconds(lambda: cluster(redlines))
    print(f"{FEW} proposals put together: {clustered * 1000:.0f} ms")
    steps = answered(base, redlines)
    named = seconds(lambda: attribute(base, steps))
    print(f"{len(steps)} answers attributed: {named * 1000:.0f} ms, peak memory {peak():.0f} MB")


def one_edit(maker: Maker, paragraphs: list[str]) -> str:
    """The paragraphs with one word of one of them replaced."""
    new = list(paragraphs)
    at = maker.chance.randrange(len(new))
    words = new[at].split(" ")
    words[maker.chance.randrange(len(words))] = maker.chance.choice(maker.words)
    new[at] = " ".join(words)
    return "\n\n".join(new)


def answered(base: Passage, redlines: list[Redline]) -> list[Step]:
    """Each proposal taken, and taken out again by a later answer."""
    steps = []
    for number, redline in enumerate(redlines):
        steps.append(Step((f"group {number}",), redline.changes))
        steps.append(Step(("moderators",), diff(redline.after, base).changes))
    return steps


if __name__ == "__main__":
    main()
