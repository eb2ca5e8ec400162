"""Which proposals belong on one table: the same wish, nearly the same, the same place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Indel

from drafting.text.changes.redline import Redline, opens_block
from drafting.text.meetings.compilation import lay_out
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Token
from drafting.text.weights.marking import Facts, editorial, facts

WORDS = 2 / 3
"""Share of common words, twice over both, from which two wishes are nearly the same."""
PLACE = 1 / 2
"""Share of common places, twice over both, below which they are not."""
RESPELT = 0.85
"""Share of common letters from which what is left of two wishes is the same, spelt otherwise."""

Groups = tuple[tuple[int, ...], ...]
"""Numbers of proposals, each once: in order inside a group, groups by their first number."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Proposals put together, by their numbers, in three ways, each wider than the one before.

    `same`: they make the same text. `nearly`: they differ in a few words of no weight, such as
    spelling, stops or an article. `place`: they meet, or each meets a third one. Every proposal is
    in one group of each. `language`: those that may pass as language only.
    """

    same: Groups
    nearly: Groups
    place: Groups
    language: tuple[int, ...]


def cluster(proposals: Sequence[Redline]) -> Clusters:
    """Put proposals together that somebody should read, or answer, together.

    Proposals on different bases are never put together. Another order of the proposals gives the
    same groups of them. A force word, a negation, a number, a name or a quoted word on one side
    alone makes two wishes different ones, however alike the rest, and so do other blocks or links.
    """
    same = _by_text(proposals)
    place = _Joined(same)
    for places in _by_base(proposals):
        place.join_all(places)
    nearly = _Joined(same)
    touched = [facts(one) for one in proposals]
    wishes = _wishes(proposals, touched, [group[0] for group in same])
    for group in place.groups():
        for one, two in _near({number: wishes[number] for number in group if number in wishes}):
            if not nearly.joins(one, two) and _nearly(wishes[one], wishes[two]):
                nearly.join_all([one, two])
    language = (k for k, one in enumerate(proposals) if editorial(one, touched[k]))
    return Clusters(same, nearly.groups(), place.groups(), tuple(language))


def _by_text(proposals: Sequence[Redline]) -> Groups:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(proposals):
        found[one.before, one.after].append(number)
    return tuple(map(tuple, found.values()))


def _by_base(proposals: Sequence[Redline]) -> Iterable[list[int]]:
    """For each place of each base the proposals that ask for something there."""
    bases: dict[Passage, list[int]] = defaultdict(list)
    for number, one in enumerate(proposals):
        bases[one.before].append(number)
    for base, numbers in bases.items():
        for place in lay_out(base, [proposals[number] for number in numbers]).places:
            yield [numbers[k] for k in place.proposals]


class _Joined:
    """Numbers in groups that grow together."""

    def __init__(self, groups: Groups) -> None:
        self.group = {number: [number] for group in groups for number in group}
        for group in groups:
            self.join_all(group)

    def join_all(self, numbers: Sequence[int]) -> None:
        """Put all these in one group."""
        for number in numbers[1:]:
            one, two = self.group[numbers[0]], self.group[number]
            if one is not two:
                small, large = sorted((one, two), key=len)
                large.extend(small)
                self.group.update(dict.fromkeys(small, large))

    def joins(self, one: int, two: int) -> bool:
        return self.group[one] is self.group[two]

    def groups(self) -> Groups:
        whole = {id(group): group for group in self.group.values()}
        return tuple(sorted(tuple(sorted(group)) for group in whole.values()))


def _wishes(
    proposals: Sequence[Redline], touched: Sequence[Sequence[Facts]], numbers: Iterable[int]
) -> dict[int, _Wish]:
    ranks = {base: _ranks(base) for base in {one.before for one in proposals}}
    return {k: _wish(proposals[k], touched[k], ranks[proposals[k].before]) for k in numbers}


class _Wish(NamedTuple):
    """What a proposal changes, as far as likeness goes."""

    places: frozenset[int]
    """What it takes out and where it puts something in, counted in words and stops of the base:
    odd numbers are tokens, even ones the gaps before them."""
    inserted: Counter[str]
    built: Hashable
    """What it makes of blocks and links: moves, gaps where blocks arrive, forms, targets."""
    weight: Hashable
    """Its words of weight, by kind."""


def _wish(proposal: Redline, touched: Sequence[Facts], ranks: Sequence[int]) -> _Wish:
    places: set[int] = set()
    inserted: list[Token] = []
    for change in proposal.changes:
        if change.removed:
            places.update(2 * k + 1 for k in range(ranks[change.start], ranks[change.end]))
        elif change.inserted:
            places.add(2 * ranks[change.start])
        inserted.extend(change.inserted)
    words = Counter(token.text.casefold() for token in inserted if token.kind == "word")
    return _Wish(frozenset(places), words, _built(proposal, inserted), _weight(touched))


def _built(proposal: Redline, inserted: Sequence[Token]) -> Hashable:
    moves = [(one.start, one.end, one.to) for one in proposal.changes if one.to is not None]
    arrivals = [one.start for one in proposal.changes if opens_block(one)]
    forms = sorted(repr(token.form) for token in inserted if token.form is not None)
    targets = sorted({mark.target for token in inserted for mark in token.marks if mark.target})
    return tuple(moves), tuple(arrivals), tuple(forms), tuple(targets)


def _ranks(base: Passage) -> list[int]:
    """How many tokens that are no blanks stand before each offset."""
    return list(accumulate((token.kind != "blank" for token in base.flat), initial=0))


def _weight(touched: Sequence[Facts]) -> Hashable:
    return tuple(
        tuple(sorted(word.casefold() for fact in touched for word in getattr(fact, kind)))
        for kind in ("force", "negation", "numbers", "names", "quoted", "reach")
    )


def _near(wishes: Mapping[int, _Wish]) -> Iterator[tuple[int, int]]:
    """Pairs that may be nearly the same: with the same words of weight, and a place in common.

    Wishes that take nothing out and put nothing in, such as moves, have no place.
    """
    known: dict[Hashable, list[int]] = defaultdict(list)
    for number, wish in wishes.items():
        seen = set[int]()
        for place in wish.places or [-1]:
            there = known[wish.weight, wish.built, place]
            seen.update(there)
            there.append(number)
        yield from ((one, number) for one in sorted(seen))


def _nearly(one: _Wish, two: _Wish) -> bool:
    """Whether two wishes with the same words of weight differ in a few others."""
    common = len(one.places & two.places)
    if 2 * common < PLACE * (len(one.places) + len(two.places)):
        return False
    both = one.inserted & two.inserted
    total = one.inserted.total() + two.inserted.total()
    return 2 * both.total() >= WORDS * total or _respelt(one.inserted - both, two.inserted - both)


def _respelt(one: Counter[str], two: Counter[str]) -> bool:
    """Whether words differ in spelling alone; a word with another beginning is another word."""
    first, second = (" ".join(sorted(words.elements())) for words in (one, two))
    alike = Indel.normalized_similarity(first, second)
    return first[:1] == second[:1] and alike >= RESPELT
