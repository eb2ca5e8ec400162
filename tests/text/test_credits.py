"""Who is named at what changed between two drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given

from drafting.text import Change, Passage, Redline, Step, Token, attribute, credited, diff, read
from tests.text.histories import History, histories, named, steps_of
from tests.text.strategies import pairs

STILL = "States shall help all people who move, wherever they are."
LINE = "Families stay together at all borders, by day and by night."
THIRD = "Every child goes to school from the first week on, wherever it lives."


@given(pairs())
def test_every_change_of_words_names_who_made_it(pair: tuple[Passage, Passage]) -> None:
    """A word that a rewritten paragraph holds again is nobody's change."""
    redline = diff(*pair)
    found = attribute(pair[0], [Step(("Asia",), redline.changes)])
    gone = [words_of(change.removed) for change in redline.changes]
    come = [words_of(change.inserted) for change in redline.changes]
    again = sum(gone, Counter[str]()) & sum(come, Counter[str]())
    for out, put, names in zip(gone, come, credited(redline, found), strict=True):
        assert names in ((), ("Asia",))
        assert names or not (out | put).keys() - again.keys()


@given(pairs())
def test_every_move_and_every_change_of_marks_names_who_made_it(
    pair: tuple[Passage, Passage],
) -> None:
    redline = diff(*pair)
    found = attribute(pair[0], [Step(("Asia",), redline.changes)])
    for change, names in zip(redline.changes, credited(redline, found), strict=True):
        assert set(names) <= {"Asia"}
        assert names or not needs_names(change, pair[0])


@given(histories())
def test_between_two_drafts_every_move_and_every_change_of_marks_names_somebody(
    history: History,
) -> None:
    redline = diff(history[0], history[-1])
    found = attribute(history[0], steps_of(history))
    for change, names in zip(redline.changes, credited(redline, found), strict=True):
        assert names or not needs_names(change, history[0])


def needs_names(change: Change, base: Passage) -> bool:
    """Marks that a rewritten paragraph gives to words which the base holds so are nobody's."""
    held = change.kind == "format" and set(change.inserted) <= set(base.flat)
    return change.kind in ("move", "format") and not held


def test_between_two_drafts_each_change_names_its_own_group() -> None:
    first = "States should help all children at every border, by day and by night."
    second = first.replace("should", "must")
    drafts = [read(text) for text in (first, second, second.replace(" and by night", ""))]
    found = attribute(drafts[0], steps_of(drafts))
    redline = diff(drafts[0], drafts[-1])
    assert credited(redline, found) == (("group 0",), ("group 1",))
    with pytest.raises(ValueError, match="another text"):
        credited(diff(drafts[0], drafts[1]), found)


def test_blanks_beside_words_of_others_name_nobody() -> None:
    asked, taken = (read(STILL.replace("people", words)) for words in ("poor people", "old people"))
    step = Step(("Asia",), diff(read(STILL), taken).changes, asked, ("others",))
    found = attribute(read(STILL), [step])
    assert ("Asia",) in named(found.spans)
    assert credited(diff(read(STILL), taken), found) == (("others",),)


def names_between(*versions: str) -> list[tuple[str, tuple[str, ...]]]:
    """What changed from the first version to the last, and who is named there."""
    drafts = [read(text) for text in versions]
    redline = diff(drafts[0], drafts[-1])
    found = credited(redline, attribute(drafts[0], steps_of(drafts)))
    return [(change.kind, names) for change, names in zip(redline.changes, found, strict=True)]


def test_between_two_drafts_a_move_and_new_marks_name_who_asked_for_them() -> None:
    """They were asked for and taken like words, and nobody else is named there."""
    bold = LINE.replace("together", "**together**")
    assert names_between(f"{LINE}\n\n{STILL}", f"{STILL}\n\n{LINE}") == [("move", ("group 0",))]
    assert names_between(LINE, bold) == [("format", ("group 0",))]
    assert names_between(LINE, f"# {LINE}") == [("format", ("group 0",))]
    moved = names_between(f"{LINE}\n\n{STILL}", f"{STILL}\n\n{LINE}", f"{STILL}\n\n{bold}")
    assert sorted(moved) == [("format", ("group 1",)), ("move", ("group 0",))]


def test_words_in_a_moved_paragraph_name_their_own_group_and_not_who_moved_it() -> None:
    other = LINE.replace("night", "dark")
    first = f"{LINE}\n\n{STILL}"
    named = names_between(first, f"{STILL}\n\n{LINE}", f"{STILL}\n\n{other}")
    assert sorted(named) == [("move", ("group 0",)), ("replace", ("group 1",))]


def test_a_paragraph_that_others_moved_since_it_came_in_names_them_beside_its_authors() -> None:
    drafts = (
        f"{LINE}\n\n{STILL}",
        f"{LINE}\n\n{STILL}\n\n{THIRD}",
        f"{THIRD}\n\n{LINE}\n\n{STILL}",
        f"{THIRD.replace('Every', '**Every**')}\n\n{LINE}\n\n{STILL}",
    )
    assert names_between(*drafts) == [("insert", ("group 0", "group 1", "group 2"))]


def test_a_paragraph_taken_out_and_put_in_elsewhere_is_moved_by_who_put_it_there() -> None:
    drafts = (f"{LINE}\n\n{STILL}\n\n{THIRD}", f"{STILL}\n\n{THIRD}")
    back = f"{STILL}\n\n{THIRD}\n\n{LINE}"
    assert names_between(*drafts, back) == [("move", ("group 1",))]


def test_blocks_that_others_were_moved_past_name_those() -> None:
    """The text may read as if the short block had moved, where the long one was asked to."""
    base, moved = (read(text) for text in (f"{LINE}\n\n{STILL}", f"{STILL}\n\n{LINE}"))
    half = base.starts[1]
    up = Change(half, base.size, (), (), "move", to=0)
    down = Change(0, half, (), (), "move", to=base.size)
    for change in (up, down):
        found = attribute(base, [Step(("Asia",), [change])])
        assert credited(Redline(base, moved, (up,)), found) == (("Asia",),)
        assert credited(Redline(base, moved, (down,)), found) == (("Asia",),)


def test_in_other_words_a_group_is_named_for_the_moves_and_marks_that_it_asked_for() -> None:
    base = read(f"{LINE}\n\n{STILL}\n\n{THIRD}")
    last, middle = f"{STILL}\n\n{THIRD}\n\n{LINE}", f"{STILL}\n\n{LINE}\n\n{THIRD}"
    bold = STILL.replace("all people", "**all people**")
    cases = (
        (last, last.replace(STILL, bold), {"move": "Asia", "format": "others"}),
        (
            last.replace(STILL, bold),
            middle.replace(STILL, bold),
            {"move": "others", "format": "Asia"},
        ),
        (f"{LINE}\n\n{STILL}", last, {"move": "others"}),
    )
    for asked, taken, whose in cases:
        redline = diff(base, read(taken))
        step = Step(("Asia",), redline.changes, read(asked), ("others",))
        found = credited(redline, attribute(base, [step]))
        kinds = [change.kind for change in redline.changes]
        assert dict(zip(kinds, found, strict=True)) == {kind: (who,) for kind, who in whose.items()}


def test_what_was_put_in_and_taken_out_between_two_drafts_names_nobody() -> None:
    drafts = [read(text) for text in ("States act.", "States soon act.", "States act now.")]
    found = attribute(drafts[0], steps_of(drafts))
    assert credited(diff(drafts[0], drafts[-1]), found) == (("group 1",),)


def words_of(tokens: Sequence[Token]) -> Counter[str]:
    return Counter(token.text for token in tokens if token.kind == "word")
