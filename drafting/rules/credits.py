"""Whose words stand in a text: a group's name only at words it asked for, letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafting.rules.labels import amendment_label
from drafting.text import Attribution, Authors, Break, Gone, Span

MODERATORS = "Moderators, after %(label)s (%(group)s)"


class Moderators(str):
    """The moderators as a name at words of theirs, after a change that some groups asked for.

    It reads in English, as files for machines do; `said` puts it into other words.
    """

    __slots__ = ("groups", "label")

    label: str
    groups: Authors

    def __new__(cls, number: int, groups: Authors) -> Moderators:
        """Name them after a change by its number."""
        label = amendment_label(number)
        name = super().__new__(cls, MODERATORS % {"label": label, "group": ", ".join(groups)})
        name.label, name.groups = label, groups
        return name


def said(names: Iterable[str], moderators: str = MODERATORS) -> Authors:
    """Return names as a reader is told them, the moderators in the words handed in."""
    return tuple(
        moderators % {"label": name.label, "group": ", ".join(name.groups)}
        if isinstance(name, Moderators)
        else name
        for name in names
    )


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is named for what an answer took: the groups, and the moderators for words of theirs.

    Without groups nobody is named.
    """

    groups: Authors = ()
    number: int = 0
    """The number of the amendment that was answered."""

    @property
    def moderators(self) -> Authors:
        """Name the moderators, after what these groups asked for."""
        return (Moderators(self.number, self.groups),) if self.groups else ()


def named_between(found: Attribution, low: int, high: int) -> Authors:
    """Name who wrote, moved or marked words of a half-open range, or took some out there.

    Each is named once, in the order of the text; who moved or marked words after who wrote them.
    Whole blocks that stood in front of the range are no part of it.
    """
    names = (name for _at, authors in sorted_names(found, low, high) for name in authors)
    return tuple(dict.fromkeys(names))


def sorted_names(found: Attribution, low: int, high: int) -> list[tuple[int, Authors]]:
    """Return who did what between two offsets, by place; at one place, what is out comes first."""
    out = [(gone.at, gone.taken_out_by) for gone in found.gone if stood_in(gone, low, high)]
    stands = (*found.spans, *found.moved, *found.marked)
    return sorted([*out, *names_at(stands, low, high)], key=lambda pair: pair[0])


def names_at(spans: Iterable[Span], low: int, high: int) -> Iterator[tuple[int, Authors]]:
    """Give who is named at what stands between two offsets."""
    for span in spans:
        if span.start < high and low < span.end:
            yield max(span.start, low), span.authors


def stood_in(gone: Gone, low: int, high: int) -> bool:
    """Say whether words of the base that are out stood within a range that begins a block."""
    whole = gone.at == high and isinstance(gone.tokens[0], Break)
    return gone.origin is not None and low < gone.at <= high and not whole
