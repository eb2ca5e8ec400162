"""Two hundred and two thousand proposals on thirty paragraphs, laid out in one text."""

from __future__ import annotations

from benchmarks.yardstick import Maker, by_difflib, peak, seconds
from drafting.text import Option, Passage, Redline, Step, attribute, cluster, diff, lay_out, read

FEW, MANY = 200, 2_000


def main() -> None:
    """Print the times, from passages read, and how they grow."""
    maker = Maker()
    paragraphs = [maker.paragraph(50) for _ in range(30)]
    source = "\n\n".join(paragraphs)
    for edits in (1, 3):
        texts = [edited(maker, paragraphs, edits) for _ in range(MANY)]
        few, many = Wishes(source, texts[:FEW]), Wishes(source, texts)
        yardstick = few.by_difflib()
        print(f"{FEW} and {MANY} proposals, edits in each: {edits}")
        compare("from texts", few.laid_out(), many.laid_out(), yardstick)
        compare("from changes", few.placed(), many.placed(), yardstick)
        compare("what each option excludes", few.excluded(), many.excluded(), yardstick)
        compare("put together", few.clustered(), many.clustered(), yardstick)
    steps = answered(few.base, few.redlines())
    named = seconds(lambda: attribute(few.base, steps))
    print(f"{len(steps)} answers attributed: {named * 1000:.0f} ms, peak memory {peak():.0f} MB")


def edited(maker: Maker, paragraphs: list[str], edits: int) -> str:
    """The paragraphs with so many words of them replaced."""
    new = list(paragraphs)
    for _ in range(edits):
        at = maker.chance.randrange(len(new))
        words = new[at].split(" ")
        words[maker.chance.randrange(len(words))] = maker.chance.choice(maker.words)
        new[at] = " ".join(words)
    return "\n\n".join(new)


class Wishes:
    """A text and what others would make of it."""

    def __init__(self, source: str, texts: list[str]) -> None:
        self.source = source
        self.texts = texts
        self.read()

    def read(self) -> None:
        """Read all anew, so that no run finds what the one before cut into words."""
        self.base = read(self.source)
        self.proposals = [read(text) for text in self.texts]

    def redlines(self) -> list[Redline]:
        """What each of them changes."""
        return [diff(self.base, proposal) for proposal in self.proposals]

    def by_difflib(self) -> float:
        """How long the yardstick takes to compare them all."""
        return seconds(lambda: [by_difflib(self.source, text) for text in self.texts])

    def laid_out(self) -> float:
        """How long it takes to lay them out."""
        return seconds(lambda: lay_out(self.base, self.proposals), self.read)

    def placed(self) -> float:
        """The same where their changes are known, as they are stored."""
        redlines = self.redlines()
        return seconds(lambda: lay_out(self.base, redlines))

    def excluded(self) -> float:
        """How long it takes to ask of every option what it excludes."""
        redlines = self.redlines()
        options: list[Option] = []

        def ready() -> None:
            places = lay_out(self.base, redlines).places
            options[:] = [option for place in places for option in place.options]

        return seconds(lambda: [option.excludes for option in options], ready)

    def clustered(self) -> float:
        """How long it takes to say which belong on one table."""
        redlines = self.redlines()
        return seconds(lambda: cluster(redlines))


def compare(what: str, few: float, many: float, yardstick: float) -> None:
    """Print two times, the first against the yardstick, and how much longer the other takes."""
    times = f"{few * 1000:.1f} ms and {many * 1000:.1f} ms"
    print(f"  {what}: {times}, {many / few:.1f} x; {few / yardstick:.3f} x difflib")


def answered(base: Passage, redlines: list[Redline]) -> list[Step]:
    """Each proposal taken, and taken out again by a later answer."""
    steps = []
    for number, redline in enumerate(redlines):
        steps.append(Step((f"group {number}",), redline.changes))
        steps.append(Step(("moderators",), diff(redline.after, base).changes))
    return steps


if __name__ == "__main__":
    main()
