"""What holds for the facts of every redline."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given

from drafting.text import Change, Facts, Passage, Redline, Swap, diff, editorial, facts, read
from tests.text.edits import pairs

KINDS = [field.name for field in fields(Facts)]


def reversed_roles(redline: Redline) -> Redline | None:
    """The same changes from the new text to the old one; None where blocks move."""
    if any(change.to is not None for change in redline.changes):
        return None
    changes, shift = [], 0
    for one in redline.changes:
        low = one.start + shift
        high = low + len(one.inserted)
        changes.append(Change(low, high, one.inserted, one.removed, one.kind))
        shift += len(one.inserted) - len(one.removed)
    return Redline(redline.after, redline.before, tuple(changes))


@given(pairs())
def test_each_change_has_its_facts_and_they_are_the_same_each_time(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    found = facts(redline)
    assert len(found) == len(redline.changes)
    assert facts(redline) == found


@given(pairs())
def test_what_went_out_comes_in_when_old_and_new_change_places(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    back = reversed_roles(redline)
    if back is None:
        return
    for one, other in zip(facts(redline), facts(back), strict=True):
        for kind in KINDS:
            swap, turned = getattr(one, kind), getattr(other, kind)
            assert (sorted(swap.gone), sorted(swap.come)) == (
                sorted(turned.come),
                sorted(turned.gone),
            )


@given(pairs())
def test_a_word_said_to_go_stands_in_the_old_text(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    for fact in facts(redline):
        for kind in set(KINDS) - {"quoted"}:
            swap: Swap = getattr(fact, kind)
            assert all(stands(word, redline.before) for word in swap.gone)
            assert all(stands(word, redline.after) for word in swap.come)


def stands(word: str, passage: Passage) -> bool:
    return any(word in block.text for block in passage.blocks)


@given(pairs())
def test_what_may_pass_as_language_only_touches_nothing_of_weight(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    assert not (editorial(redline) and any(facts(redline)))
