"""What is drawn at random in the house, from a seed, so that a run can be had again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from tests.random_house.registry import NothingToDo

One = TypeVar("One")

WORDS = (
    "shall", "should", "not", "the", "of", "and", "States", "women", "children", "rights",
    "Global", "Compact", "10.7", "1,000", "A/69/302", "don’t", "well-being", "كُلُّ", "حَقّ",
    "মানবাধিকার", "ক্ষমতা", "移民", "治理权", "日本語", "👍🏽", "👩‍👩‍👧", "שלום", "“quoted”",
    "https://example.org/a?b=c", "Ünïon", "constructor", "supercalifragilistic" * 4, "a|b", "2*3",
)  # fmt: skip
REASONS = ("It must bind.", "কারণ", "لأن ذلك حق", "because 5 < 6 & so on", "   ", "One\nand two.")


class Draw(Random):
    """A source of chance with the words of this house."""

    def one(self, choices: Sequence[One]) -> One:
        """Return one of several. Raises: NothingToDo where there is none."""
        if not choices:
            raise NothingToDo
        return self.choice(choices)

    def once_in(self, times: int) -> bool:
        """Say yes once in so many times."""
        return self.randrange(times) == 0

    def some(self, choices: Sequence[One]) -> list[One]:
        """Return some of several, or none, in their order."""
        return [one for one in choices if self.once_in(2)]

    def word(self) -> str:
        """Return a word of some script."""
        return self.one(WORDS)

    def words(self, most: int = 6) -> str:
        """Return a few words."""
        return " ".join(self.word() for _ in range(self.randint(1, most)))

    def sentence(self) -> str:
        """Return a sentence."""
        return f"{self.words().capitalize()}{self.one(('.', '.', '?', '', ';', '…'))}"

    def reason(self) -> str:
        """Return a reason, now and then in another script, or none."""
        return self.one(REASONS)
