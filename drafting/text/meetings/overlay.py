"""Changes of several proposals that lie over each other and agree, made disjoint."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from drafting.text.changes.redline import Change, change_of, is_cut, opens_block
from drafting.text.meetings.meeting import is_form, is_marks, place
from drafting.text.passages.marks import Delta, delta, followed, remarked
from drafting.text.passages.tokens import Token


def overlaid(changes: Sequence[Change], claims: Mapping[Change, Set[int]]) -> list[Change]:
    """Unite overlapping deletions and lay changes of marks over words that others put in.

    `changes` are in order; the result is, and its ranges are disjoint. `claims` says which
    proposals want a change: new words follow the marks that other proposals change.
    """
    marks = [change for change in changes if is_marks(change)]
    others = _united([change for change in changes if not is_marks(change)])
    if not marks:
        return others
    out = [_marked(change, marks, claims) for change in others]
    deltas = _deltas(marks)
    cuts = set()
    for change in others:
        cuts.add(change.start)
        if change.to is None:
            for offset in range(change.start, change.end):
                deltas.pop(offset, None)
    return sorted([*out, *_remarks(deltas, cuts)], key=place)


def _united(changes: Sequence[Change]) -> list[Change]:
    out: list[Change] = []
    for change in changes:
        last = out[-1] if out else change
        if out and is_cut(last) and is_cut(change) and change.start < last.end:
            more = change.removed[last.end - change.start :]
            out[-1] = change_of(last.start, max(last.end, change.end), last.removed + more, ())
        else:
            out.append(change)
    return out


def _deltas(marks: Iterable[Change]) -> dict[int, tuple[Token, Delta]]:
    """Per offset the token that stands there and what becomes of its marks."""
    deltas: dict[int, tuple[Token, Delta]] = {}
    for change in marks:
        offsets = range(change.start, change.end)
        for offset, old, new in zip(offsets, change.removed, change.inserted, strict=True):
            known = deltas[offset][1] if offset in deltas else {}
            deltas[offset] = (old, {**known, **delta(old, new)})
    return deltas


def _marked(change: Change, marks: Sequence[Change], claims: Mapping[Change, Set[int]]) -> Change:
    """The change with its new words marked as others mark the words around or under it."""
    if change.to is not None or is_form(change) or opens_block(change) or not change.inserted:
        return change
    under = range(change.start, change.end) or range(change.start - 1, change.start + 1)
    who = claims.get(change, frozenset())
    deltas = _deltas(
        mark
        for mark in marks
        if mark.start <= under[-1] and under[0] < mark.end and not who & claims[mark]
    )
    if not deltas:
        return change
    found = [deltas[offset][1] if offset in deltas else {} for offset in under]
    inserted = [followed(token, found) for token in change.inserted]
    return change_of(change.start, change.end, change.removed, inserted)


def _remarks(deltas: Mapping[int, tuple[Token, Delta]], cuts: Collection[int]) -> Iterable[Change]:
    """Changes of marks for what is left, one for each run between the places of others."""
    run: list[int] = []
    for offset in [*sorted(deltas), -1]:
        if run and (offset != run[-1] + 1 or offset in cuts):
            old = [deltas[k][0] for k in run]
            new = [remarked(*deltas[k]) for k in run]
            yield change_of(run[0], run[-1] + 1, old, new)
            run = []
        run.append(offset)


def adapted(change: Change, flat: Sequence[Token]) -> Change:
    """A change of words at its range of another text, where its words may bear other marks.

    New words follow the marks that their words got.
    """
    removed = tuple(flat[change.start : change.end])
    if removed == change.removed:
        return change
    under = [delta(old, now) for old, now in zip(change.removed, removed, strict=True)]
    inserted = tuple(followed(token, under) for token in change.inserted)
    return replace(change, removed=removed, inserted=inserted)
