"""Changes of several proposals that lie over each other and agree, made disjoint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafting.text.meeting import Delta, is_cut, is_form, is_marks, mark_delta, place
from drafting.text.passage import Break, Mark, MarkKind, Token
from drafting.text.redline import Change, change_of, opens_block

ORDER: tuple[MarkKind, ...] = ("link", "strong", "emphasis", "code", "note")


def overlaid(changes: Sequence[Change]) -> list[Change]:
    """Unite overlapping deletions and lay changes of marks over words that others put in.

    `changes` are in order; the result is, and its ranges are disjoint.
    """
    marks = [change for change in changes if is_marks(change)]
    others = _united([change for change in changes if not is_marks(change)])
    if not marks:
        return others
    deltas = _deltas(marks)
    out = [_marked(change, deltas) for change in others]
    for change in others:
        if change.to is None:
            for offset in range(change.start, change.end):
                deltas.pop(offset, None)
    out.extend(_remarks(deltas))
    return sorted(out, key=place)


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
        for offset, old, new in zip(
            range(change.start, change.end), change.removed, change.inserted, strict=True
        ):
            _, known = deltas.get(offset, (old, {}))
            deltas[offset] = (old, {**known, **mark_delta(old, new)})
    return deltas


def _marked(change: Change, deltas: dict[int, tuple[Token, Delta]]) -> Change:
    """The change with its new words marked as all the words around or under it are."""
    if change.to is not None or is_form(change) or opens_block(change) or not change.inserted:
        return change
    under = range(change.start, change.end) or range(change.start - 1, change.start + 1)
    found = [deltas[offset][1] if offset in deltas else {} for offset in under]
    if not found[0] or any(delta != found[0] for delta in found):
        return change
    inserted = [remarked(token, found[0]) for token in change.inserted]
    return change_of(change.start, change.end, change.removed, inserted)


def _remarks(deltas: dict[int, tuple[Token, Delta]]) -> Iterable[Change]:
    """Changes of marks for what is left, one for each run."""
    run: list[int] = []
    for offset in [*sorted(deltas), -1]:
        if run and offset != run[-1] + 1:
            old = [deltas[k][0] for k in run]
            new = [remarked(*deltas[k]) for k in run]
            if old != new:
                yield change_of(run[0], run[-1] + 1, old, new)
            run = []
        run.append(offset)


def remarked(old: Token, delta: Delta) -> Token:
    """The token with some kinds of mark set to a target or taken away; a break stays as it is."""
    if isinstance(old, Break) or not delta:
        return old
    targets: dict[MarkKind, str | None] = {mark.kind: mark.target for mark in old.marks}
    targets.update(delta)
    marks = [Mark(kind, target) for kind, target in targets.items() if target is not None]
    return Token(old.text, tuple(sorted(marks, key=lambda mark: ORDER.index(mark.kind))), old.kind)


def adapted(change: Change, flat: Sequence[Token]) -> Change:
    """The change at its range of another text, where the words may have come to bear other marks.

    What changes marks sets the same marks there; new words follow the marks their words got.
    """
    removed = tuple(flat[change.start : change.end])
    if removed == change.removed:
        return change
    if is_marks(change):
        pairs = zip(change.removed, change.inserted, removed, strict=True)
        inserted = tuple(remarked(now, mark_delta(old, new)) for old, new, now in pairs)
    else:
        deltas = [mark_delta(old, now) for old, now in zip(change.removed, removed, strict=True)]
        same = all(delta == deltas[0] for delta in deltas)
        inserted = tuple(remarked(t, deltas[0]) if same else t for t in change.inserted)
    return replace(change, removed=removed, inserted=inserted)
