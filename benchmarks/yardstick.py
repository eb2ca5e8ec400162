"""What the engine's speed is measured against, in the same process, and texts to measure with."""

from __future__ import annotations

import difflib
import json
import os
import random
import re
import resource
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from rapidfuzz.distance import Indel

from drafting.text import Redline, diff, forget, read

WORDS = re.compile(r"\S+\s*")
ROUNDS = 5


def seconds(work: Callable[[], object], ready: Callable[[], object] = lambda: None) -> float:
    """The median of five runs in processor time, each with empty caches.

    Each is made `ready` first, which does not count.
    """
    found = []
    for _ in range(ROUNDS):
        forget()
        ready()
        start = process_time()
        work()
        found.append(process_time() - start)
    return median(found)


def by_difflib(old: str, new: str) -> object:
    """The yardstick: difflib over words with their trailing blank, tokenising included."""
    words = WORDS.findall(old), WORDS.findall(new)
    return difflib.SequenceMatcher(None, *words, autojunk=False).get_opcodes()


def by_us(old: str, new: str) -> Redline:
    """The engine: both texts read, and what differs."""
    return diff(read(old), read(new))


def plain_marks(old: str, new: str) -> tuple[int, int]:
    """Words and fragments that a plain LCS over words with their trailing blank marks."""
    codes: dict[str, int] = {}
    one, two = (
        [codes.setdefault(word, len(codes)) for word in WORDS.findall(text)] for text in (old, new)
    )
    words = fragments = 0
    for code in Indel.opcodes(one, two):
        if code.tag != "equal":
            gone, come = code.src_end - code.src_start, code.dest_end - code.dest_start
            words += gone + come
            fragments += bool(gone) + bool(come)
    return words, fragments


def our_marks(redline: Redline) -> tuple[int, int]:
    """Words and fragments that a redline marks as taken out or put in."""
    words = fragments = 0
    for change in redline.changes:
        if change.kind != "format":
            for tokens in (change.removed, change.inserted):
                said = "".join(" " if t.kind == "break" else t.text for t in tokens).split()
                words += len(said)
                fragments += bool(tokens)
    return words, fragments


def corpus(name: str) -> list[dict[str, str]]:
    """The rows of a corpus of real texts, which lies beside the project."""
    shared = Path(os.environ.get("DRAFTING_TEST_SHARED", Path(__file__).parents[2] / "shared"))
    with (shared / "corpora" / f"{name}.jsonl").open(encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


class Maker:
    """Makes texts of any length, always the same ones."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        letters = "abcdefghijklmnopqrstuvwxyz"
        self.words = [
            "".join(self.chance.choices(letters, k=self.chance.randint(2, 9))) for _ in range(3000)
        ]

    def paragraph(self, length: int = 100) -> str:
        """So many words."""
        return " ".join(self.chance.choices(self.words, k=length))

    def changed(self, paragraph: str, share: float) -> str:
        """The paragraph with this share of its words replaced."""
        return " ".join(
            self.chance.choice(self.words) if self.chance.random() < share else word
            for word in paragraph.split(" ")
        )

    def pair(self, paragraphs: int, share: float) -> tuple[str, str]:
        """A text of paragraphs of a hundred words, before and after."""
        old = [self.paragraph() for _ in range(paragraphs)]
        return "\n\n".join(old), "\n\n".join(self.changed(one, share) for one in old)


def peak() -> float:
    """The most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print("the yardstick of the other benchmarks; it promises nothing itself")
