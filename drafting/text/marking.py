"""What a change touches that no reader may miss, and whether it is a matter of language alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import Indel

from drafting.text.atoms import atoms
from drafting.text.force import FORCE_WORDS, NEGATIONS
from drafting.text.passage import Passage
from drafting.text.redline import Change, Redline, after_ranges
from drafting.text.tokens import Token

RESPELT = 0.7
"""Share of common letters from which a word counts as the same word, put right."""
STOPS = frozenset(".?!:…。．？！؟۔।॥")
OPENING = {"“": "”", "«": "»", "„": "“", "‘": "’", "「": "」", "『": "』", "《": "》", '"': '"'}


@dataclass(frozen=True, slots=True)
class Facts:
    """The words of each kind that a change takes out or puts in, as they are written, in order."""

    force: tuple[str, ...] = ()
    """Words that change how strong a sentence is: shall, should, only, and …"""
    negation: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Words with a capital letter inside a sentence."""
    quoted: tuple[str, ...] = ()
    """Words inside quotation marks or in a quotation."""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def facts(redline: Redline) -> tuple[Facts, ...]:
    """Say of each change, in parallel, which words of weight it touches.

    A word that a change takes out and puts in again is not touched. Moves touch none.
    """
    ranges = after_ranges(redline)
    old, new = _Words(redline.before), _Words(redline.after)
    return tuple(
        _facts(old.range(change.start, change.end), new.range(low, high))
        if change.to is None
        else Facts()
        for change, (low, high) in zip(redline.changes, ranges, strict=True)
    )


def editorial(redline: Redline) -> bool:
    """Whether the changes may pass as language only.

    So they may when they touch no word of weight and only respell words, or change stops, blanks,
    marks or the form of a block. It is a preset, not a judgement: a person may say otherwise.
    """
    touched = facts(redline)
    return bool(touched) and all(
        not fact and change.to is None and _respells(change)
        for fact, change in zip(touched, redline.changes, strict=True)
    )


def _respells(change: Change) -> bool:
    return all(_is_respelling(part) for part in atoms(change))


def _is_respelling(change: Change) -> bool:
    old = [token.text for token in change.removed if token.kind == "word"]
    new = [token.text for token in change.inserted if token.kind == "word"]
    if old == new:
        return True
    alike = Indel.normalized_similarity("".join(old).casefold(), "".join(new).casefold())
    return bool(old) and bool(new) and alike >= RESPELT


class _Words:
    """The words of a passage, each with what gives it weight."""

    def __init__(self, passage: Passage) -> None:
        self.flat = passage.flat
        self.names: set[int] = set()
        self.quoted: set[int] = set()
        for start, block in zip(passage.starts, passage.blocks, strict=True):
            self._mark(start + 1, block.tokens, ">" in block.break_.path)

    def _mark(self, start: int, tokens: Sequence[Token], quotation: bool) -> None:
        """Walk one block; a sentence begins with it, after a stop and after an opening quote."""
        begins, closing = True, ""
        for offset, token in enumerate(tokens, start):
            if token.kind == "word":
                if quotation or closing:
                    self.quoted.add(offset)
                if not begins and token.text[0].isupper():
                    self.names.add(offset)
                begins = False
            elif closing and token.text == closing:
                closing = ""
            elif token.text in OPENING and not closing:
                closing, begins = OPENING[token.text], True
            elif token.text in STOPS:
                begins = True

    def range(self, start: int, end: int) -> dict[str, list[str]]:
        """The words of a range by the kind of their weight."""
        words = [(k, self.flat[k].text) for k in range(start, end) if self.flat[k].kind == "word"]
        kinds: dict[str, Callable[[int, str], bool]] = {
            "force": lambda _, text: _plain(text) in FORCE_WORDS,
            "negation": lambda _, text: _plain(text) in NEGATIONS,
            "numbers": lambda _, text: any(letter.isdigit() for letter in text),
            "names": lambda offset, _: offset in self.names,
            "quoted": lambda offset, _: offset in self.quoted,
        }
        return {kind: [t for k, t in words if is_kind(k, t)] for kind, is_kind in kinds.items()}


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


def _facts(old: dict[str, list[str]], new: dict[str, list[str]]) -> Facts:
    return Facts(**{kind: _touched(old[kind], new[kind]) for kind in old})


def _touched(old: Iterable[str], new: Iterable[str]) -> tuple[str, ...]:
    """The words that stand on one side more often than on the other."""
    gone, come = Counter(old), Counter(new)
    return (*(gone - come).elements(), *(come - gone).elements())
