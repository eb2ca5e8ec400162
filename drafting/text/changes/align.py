"""Which blocks became which: equal ones first, then by the words they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafting.text.changes.likeness import ANCHOR, belong, phrases, share, shared
from drafting.text.changes.runs import all_unique_pairs, heaviest_chain, unique_pairs
from drafting.text.changes.windows import Pair, between_ends, in_full
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.segments import Segment

MOVED = 0.55
"""Share from which an edited block found elsewhere counts as moved there."""

MANY, HEAD = 1_000, 60
"""Pairs of blocks in a gap from which it is cut before it is searched, and letters that blocks
begin with, alike and alone, where it is cut."""


class Link(NamedTuple):
    """Blocks of the old text (half-open range) that became blocks of the new text."""

    old_low: int
    old_high: int
    new_low: int
    new_high: int
    moved: bool = False
    pair: Pair | None = None
    """The blocks as they were compared, where they were."""


def align(old: Passage, new: Passage) -> list[Link]:
    """Link the blocks of two passages, ordered by their place in the new one.

    Links that are not moved rise on both sides; a moved one links one block to one. Blocks in no
    link are taken out or put in. Old and new are treated alike: exchanged, they give the same
    links the other way round.
    """
    if len(old.blocks) == len(new.blocks) == 1 and (found := _link_gap(old, new, [0], [0])):
        return found
    if _comes_first(new.blocks, old.blocks):
        links = [_exchanged(link) for link in _align(new, old)]
    else:
        links = _align(old, new)
    return sorted(links, key=lambda link: link.new_low)


def _exchanged(link: Link) -> Link:
    low, high, new_low, new_high, moved, pair = link
    return Link(new_low, new_high, low, high, moved, pair and pair.exchanged())


def _comes_first(one: Sequence[Block], two: Sequence[Block]) -> bool:
    """Which of two different texts is searched in which, whatever their roles."""
    if len(one) != len(two):
        return len(one) < len(two)
    pair = next((pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]), None)
    return pair is not None and _rank(pair[0]) < _rank(pair[1])


def _rank(block: Block) -> tuple[str, str, tuple[Segment, ...]]:
    return block.text, repr(block.break_), block.segments


def _align(old: Passage, new: Passage) -> list[Link]:
    fixed, moved = _exact(old.blocks, new.blocks)
    links = list(fixed)
    gone, come = {link.old_low for link in moved}, {link.new_low for link in moved}
    for low, high, new_low, new_high in _gaps(fixed, len(old.blocks), len(new.blocks)):
        left = [i for i in range(low, high) if i not in gone]
        right = [j for j in range(new_low, new_high) if j not in come]
        for some, others in _parted(old, new, left, right):
            found = _link_gap(old, new, some, others)
            links.extend(link for link in found if not _spans(link, gone, come))
    links.extend(moved)
    links.extend(_find_moved(old, new, links))
    return list(_settled(old, links))


def _settled(old: Passage, links: Sequence[Link]) -> Iterable[Link]:
    """Say which links moved: all but the heaviest part of them that rises on both sides.

    Links of several blocks never cross each other, and always belong to that part.
    """
    if not any(link.moved for link in links):
        yield from links
        return
    ordered = sorted(links)
    rows = [(link.old_low, link.new_low, _mass(old, link)) for link in ordered]
    chain = set(heaviest_chain(rows))
    for link in ordered:
        yield link._replace(moved=(link.old_low, link.new_low) not in chain)


def _mass(old: Passage, link: Link) -> int:
    """How much speaks against calling linked blocks moved: their tokens; all, if not one to one."""
    single = link.old_high - link.old_low == link.new_high - link.new_low == 1
    return old.gap(link.old_high) - old.gap(link.old_low) if single else old.size + 1


def _exact(old: Sequence[Block], new: Sequence[Block]) -> tuple[list[Link], list[Link]]:
    """Equal blocks: those in order, grown from the ends and from anchors, and moved ones."""
    head = 0
    limit = min(len(old), len(new))
    while head < limit and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    low, high, new_high = head, len(old) - tail, len(new) - tail
    pairs = [
        (i + low, j + low)
        for i, j in all_unique_pairs(old[low:high], new[low:new_high])
        if len(old[i + low].text) >= ANCHOR
    ]
    chain = heaviest_chain([(i, j, old[i].size) for i, j in pairs])
    kept = set(chain)
    moved = [Link(i, i + 1, j, j + 1, True) for i, j in pairs if (i, j) not in kept]
    same = [(k, k) for k in range(head)]
    same += _grown(old, new, chain, (low, high, low, new_high))
    same += [(high + k, new_high + k) for k in range(tail)]
    return [Link(i, i + 1, j, j + 1) for i, j in same], moved


def _grown(
    old: Sequence[Block],
    new: Sequence[Block],
    chain: Sequence[tuple[int, int]],
    bounds: tuple[int, int, int, int],
) -> list[tuple[int, int]]:
    """The chain with the equal neighbours of its pairs."""
    low, high, new_low, new_high = bounds
    out: list[tuple[int, int]] = []
    ends = [*chain, (high, new_high)][1:]
    from_old, from_new = low, new_low
    for (i, j), (to_old, to_new) in zip(chain, ends, strict=True):
        back = 1
        while i - back >= from_old and j - back >= from_new and old[i - back] == new[j - back]:
            back += 1
        out.extend((i - k, j - k) for k in range(back - 1, -1, -1))
        on = 1
        while i + on < to_old and j + on < to_new and old[i + on] == new[j + on]:
            out.append((i + on, j + on))
            on += 1
        from_old, from_new = i + on, j + on
    return out


def _gaps(
    links: Sequence[Link], old_length: int, new_length: int
) -> Iterable[tuple[int, int, int, int]]:
    low = new_low = 0
    for link in links:
        if low < link.old_low or new_low < link.new_low:
            yield low, link.old_low, new_low, link.new_low
        low, new_low = link.old_high, link.new_high
    if low < old_length or new_low < new_length:
        yield low, old_length, new_low, new_length


def _parted(
    old: Passage, new: Passage, left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Cut a gap of many blocks before those that begin alike, as no others do."""
    at = to = 0
    if len(left) * len(right) > MANY:
        heads, new_heads = _heads(old, left), _heads(new, right)
        for i, j in unique_pairs(heads, new_heads):
            if at < i and to < j:
                yield left[at:i], right[to:j]
            at, to = i, j
    if left[at:] and right[to:]:
        yield left[at:], right[to:]


def _heads(passage: Passage, numbers: Sequence[int]) -> list[object]:
    """How blocks begin; what no other is equal to for short ones."""
    texts = [passage.blocks[number].text for number in numbers]
    return [text[:HEAD] if len(text) >= HEAD else object() for text in texts]


def _link_gap(old: Passage, new: Passage, left: Sequence[int], right: Sequence[int]) -> list[Link]:
    """Link the blocks of a gap by the words that a common subsequence of all of it shares."""
    if len(left) == len(right) == 1:
        return _link_pair(old, new, left[0], right[0])
    weights = shared(old, new, left, right)
    pairs = [pair for pair, weight in sorted(weights.items()) if belong(old, new, pair, weight)]
    return _grouped(pairs)


def _link_pair(old: Passage, new: Passage, i: int, j: int) -> list[Link]:
    """Link two blocks if enough of their letters stay at both ends, or anywhere in them."""
    one, two = old.blocks[i], new.blocks[j]
    pair = between_ends(one, two) if one.settled and two.settled else None
    if pair is None:
        pair = in_full(one, two)
        weight = sum([pair.one.letters(at + 1, at + 1 + size) for at, _, size in pair.runs])
        if not belong(old, new, (i, j), weight):
            return []
    return [Link(i, i + 1, j, j + 1, pair=pair)]


def _spans(link: Link, gone: set[int], come: set[int]) -> bool:
    """Whether a block that moved away or here lies between the linked ones."""
    return any(i in gone for i in range(link.old_low, link.old_high)) or any(
        j in come for j in range(link.new_low, link.new_high)
    )


def _grouped(pairs: Sequence[tuple[int, int]]) -> list[Link]:
    """Join pairs that share a block; a group takes in all between its first and last."""
    groups: list[list[int]] = []
    for i, j in pairs:
        if groups and (i < groups[-1][1] or j < groups[-1][3]):
            last = groups[-1]
            last[1], last[3] = max(last[1], i + 1), max(last[3], j + 1)
        else:
            groups.append([i, i + 1, j, j + 1])
    return [Link(a, b, c, d) for a, b, c, d in groups]


def _find_moved(old: Passage, new: Passage, links: Sequence[Link]) -> list[Link]:
    """Link blocks left over on both sides, wherever they stand, that share most words."""
    old_left = _left_over(((x.old_low, x.old_high) for x in links), len(old.blocks))
    new_left = _left_over(((x.new_low, x.new_high) for x in links), len(new.blocks))
    if not old_left or not new_left:
        return []
    by_words: dict[object, list[int]] = defaultdict(list)
    for i in old_left:
        for words in phrases(old.blocks[i]):
            by_words[words].append(i)
    found = []
    for j in new_left:
        votes = Counter(i for w in phrases(new.blocks[j]) for i in by_words.get(w, ())[:4])
        for i, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:3]:
            alike = share(old.blocks[i], new.blocks[j])
            if alike >= MOVED:
                found.append((-alike, i, j))
    return _one_to_one(sorted(found))


def _left_over(ranges: Iterable[tuple[int, int]], length: int) -> list[int]:
    linked = {k for low, high in ranges for k in range(low, high)}
    return [k for k in range(length) if k not in linked]


def _one_to_one(found: Sequence[tuple[float, int, int]]) -> list[Link]:
    gone: set[int] = set()
    come: set[int] = set()
    out = []
    for _, i, j in found:
        if i not in gone and j not in come:
            gone.add(i)
            come.add(j)
            out.append(Link(i, i + 1, j, j + 1, True))
    return out
