"""Where names stand in a changed block: once behind all of it, or each behind its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from drafting.exchange.drawing import DrawnBlock, Run, State
from drafting.exchange.writers.html_inline import NOTHING

NEAR = 4
"""So many words between two changes of the same people, and one name stands for both."""


@dataclass(frozen=True, slots=True)
class Places:
    """Who is named behind the whole block, and who behind the words or the note of which change."""

    whole: Sequence[str] = ()
    behind: Mapping[int, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Place:
    """A change in a block: whose it is, and the first and the last run in which it shows.

    The block's own break counts as the run before the first, the move that brought it as the one
    before that.
    """

    change: int
    names: Sequence[str]
    first: int
    last: int
    noted: bool
    """Whether a note behind the block tells of it, and no run of words."""


def places(part: DrawnBlock, names: Mapping[int, Sequence[str]]) -> Places:
    """Say where the names of a block's changes stand; those of a move or a form at its note.

    Where all of it is by the same people, they are named once, behind it.
    """
    found = list(_changes(part, names))
    everybody = {tuple(one.names) for one in found}
    if len(everybody) <= 1:
        return Places(whole=everybody.pop() if everybody else ())
    last = found[-1:]
    kept = [one for one, two in pairwise(found) if not _stands_for(part.runs, one, two)]
    return Places(behind={one.change: one.names for one in [*kept, *last] if one.names})


def named(names: Sequence[str]) -> Markup:
    """Write names one after another, each in its own direction."""
    return Markup(", ").join(Markup("<bdi>{}</bdi>").format(name) for name in names)


def behind(names: Places, change: int | None, *, before_words: bool) -> Markup:
    """Write who is named behind a change, set off from words that follow without a blank."""
    if change is None or change not in names.behind:
        return NOTHING
    shown = Markup(' <bdi class="change-note">[{}]</bdi>').format(named(names.behind[change]))
    return shown + " " if before_words else shown


def _changes(part: DrawnBlock, names: Mapping[int, Sequence[str]]) -> Iterator[_Place]:
    """Give the changes of a block in the order in which they end."""
    shown: dict[int, tuple[int, int]] = {}
    runs = [part.moved, part.change, *(run.change for run in part.runs)]
    for at, change in enumerate(runs, start=-2):
        if change is not None:
            shown[change] = (shown.get(change, (at, at))[0], at)
    for change, (first, last) in sorted(shown.items(), key=lambda one: one[1][1]):
        noted = change == part.moved or (last < 0 and part.opening is State.REFORMED)
        yield _Place(change, names.get(change, ()), first, last, noted)


def _stands_for(runs: Sequence[Run], one: _Place, two: _Place) -> bool:
    """Whether the names behind the second change are near enough to be read as the first's too."""
    between = [run for run in runs[one.last + 1 : two.first] if run.state is State.KEPT]
    words = sum(token.kind == "word" for run in between for token in run.tokens)
    return not one.noted and one.names == two.names and words <= NEAR
