"""What holds of saying whose words stand, for any text and any answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import (
    Attribution,
    Change,
    Passage,
    Step,
    Token,
    attribute,
    credited,
    diff,
    read,
    take,
)
from tests.text.edits import edited, markdown, texts
from tests.text.strategies import pairs

History = list[Passage]


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A text and what some answers made of it, now and then of an earlier version."""
    versions = [draw(texts)]
    for _ in range(draw(st.integers(1, 4))):
        base = draw(st.sampled_from(versions))
        versions.append(base if draw(st.integers(0, 4)) == 0 else draw(edited(base, 3)))
    return [read(markdown(blocks)) for blocks in versions]


wild = pairs().map(lambda pair: [*pair, pair[0]])
history = st.one_of(histories(), histories(), wild)


def steps_of(history: History) -> list[Step]:
    """One step after another, each by a group of its own."""
    return [
        Step((f"group {number}",), diff(old, new).changes)
        for number, (old, new) in enumerate(pairwise(history))
    ]


Answered = tuple[Passage, list[Step], Passage]


@st.composite
def answers(draw: st.DrawFn) -> Answered:
    """A text, answers that take some of what is asked or other words, and the text they make."""
    versions = draw(history)
    base = text = versions[0]
    steps = []
    for number, version in enumerate(versions[1:]):
        changes = [one for one in diff(text, version).changes if draw(st.integers(0, 3))]
        asked = draw(st.sampled_from([None, *versions]))
        steps.append(Step((f"group {number}",), tuple(changes), asked, ("others",)))
        text = take(text, changes)
    return base, steps, text


@given(answers())
def test_every_word_that_stands_has_its_authors_once(answered: Answered) -> None:
    base, steps, text = answered
    found = attribute(base, steps)
    assert found.passage == text
    edges = [0, *(span.end for span in found.spans)]
    assert [span.start for span in found.spans] == edges[:-1]
    assert edges[-1] == len(found.passage) == len(found.origins)
    assert all(span.start < span.end for span in found.spans)


@given(answers())
def test_every_word_of_the_base_stands_or_is_gone(answered: Answered) -> None:
    base, steps, _ = answered
    found = attribute(base, steps)
    standing = [origin for origin in found.origins if origin is not None]
    out = [
        gone.origin + k
        for gone in found.gone
        if gone.origin is not None
        for k in range(len(gone.tokens))
    ]
    assert sorted(standing + out) == list(range(len(base)))


@given(answers())
def test_words_of_the_base_have_no_authors_and_all_others_have(answered: Answered) -> None:
    base, steps, _ = answered
    found = attribute(base, steps)
    for authors, origin in zip(by_token(found), found.origins, strict=True):
        assert (authors == ()) == (origin is not None)
    assert all((gone.authors == ()) == (gone.origin is not None) for gone in found.gone)
    assert all(gone.taken_out_by for gone in found.gone)
    assert [gone.at for gone in found.gone] == sorted(gone.at for gone in found.gone)


@given(histories())
def test_a_name_stands_only_at_words_that_it_put_in(history: History) -> None:
    """Words cut anew at a seam are new ones, which the text before did not hold."""
    steps = steps_of(history)
    found = attribute(history[0], steps)
    for step, old in zip(steps, history, strict=False):
        put = {token.text for change in step.changes for token in change.inserted}
        stood = {token.text for token in old.flat}
        for authors, token in zip(by_token(found), found.passage.flat, strict=True):
            if authors == step.authors:
                assert token.text in put or token.text not in stood


@given(histories())
def test_an_answer_as_asked_is_all_of_the_group(history: History) -> None:
    asked = [
        step._replace(asked=new, otherwise=("moderators",))
        for step, new in zip(steps_of(history), history[1:], strict=True)
    ]
    assert attribute(history[0], asked) == attribute(history[0], steps_of(history))


@given(histories())
def test_of_other_words_a_group_has_those_that_it_asked_for(history: History) -> None:
    old, asked = history[0], history[1]
    taken = history[-1]
    step = Step(("group",), diff(old, taken).changes, asked, ("moderators",))
    found = attribute(old, [step])
    changes = diff(asked, taken).changes
    other = Counter(token for change in changes for token in change.inserted)
    theirs = zip(by_token(found), taken.flat, strict=True)
    words = Counter(token for authors, token in theirs if authors == ("moderators",))
    assert not words - other


@given(histories())
def test_a_text_brought_back_has_all_its_first_words(history: History) -> None:
    there_and_back = [history[0], history[1], history[0]]
    steps = steps_of(there_and_back)
    if any(change.kind in ("move", "split", "join") for step in steps for change in step.changes):
        return
    found = attribute(history[0], steps)
    words = [token for token in found.passage.flat if token.kind == "word"]
    kept = [
        token
        for token, origin in zip(found.passage.flat, found.origins, strict=True)
        if token.kind == "word" and origin is not None
    ]
    assert kept == words


@given(histories())
def test_answers_that_take_nothing_change_no_author(history: History) -> None:
    steps = steps_of(history)
    idle = Step(("idle",), ())
    assert attribute(history[0], [idle, *steps, idle]) == attribute(history[0], steps)


def test_moved_words_and_words_with_new_marks_keep_their_authors() -> None:
    still = "States shall help all people who move, wherever they are."
    line = "Families stay together at all borders, by day and by night."
    versions = (
        f"{line}\n\n{still}",
        f"{line} So be it always.\n\n{still}",
        f"{still}\n\n{line.replace('together', '**together**')} So be it always.",
    )
    found = attribute(read(versions[0]), steps_of([read(text) for text in versions]))
    at = [token.text for token in found.passage.flat].index("always")
    assert by_token(found)[at] == ("group 0",)
    assert set(by_token(found)) == {(), ("group 0",)}


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


def test_between_two_drafts_each_change_names_its_own_group() -> None:
    first = "States should help all children at every border, by day and by night."
    second = first.replace("should", "must")
    drafts = [read(text) for text in (first, second, second.replace(" and by night", ""))]
    found = attribute(drafts[0], steps_of(drafts))
    redline = diff(drafts[0], drafts[-1])
    assert credited(redline, found) == (("group 0",), ("group 1",))
    with pytest.raises(ValueError, match="another text"):
        credited(diff(drafts[0], drafts[1]), found)


def test_between_two_drafts_neither_moves_nor_blanks_beside_words_name_anybody() -> None:
    still = "States shall help all people who move, wherever they are."
    line = "Families stay together at all borders, by day and by night."
    drafts = [read(f"{line}\n\n{still}"), read(f"{still}\n\n{line}")]
    found = attribute(drafts[0], steps_of(drafts))
    assert credited(diff(*drafts), found) == ((),)
    asked, taken = (read(still.replace("people", words)) for words in ("poor people", "old people"))
    step = Step(("Asia",), diff(read(still), taken).changes, asked, ("others",))
    found = attribute(read(still), [step])
    assert ("Asia",) in by_token(found)
    assert credited(diff(read(still), taken), found) == (("others",),)


def test_what_was_put_in_and_taken_out_between_two_drafts_names_nobody() -> None:
    drafts = [read(text) for text in ("States act.", "States soon act.", "States act now.")]
    found = attribute(drafts[0], steps_of(drafts))
    assert credited(diff(drafts[0], drafts[-1]), found) == (("group 1",),)


def words_of(tokens: Sequence[Token]) -> Counter[str]:
    return Counter(token.text for token in tokens if token.kind == "word")


def by_token(found: Attribution) -> list[tuple[str, ...]]:
    return [span.authors for span in found.spans for _ in range(span.start, span.end)]


def test_a_word_cut_anew_at_a_seam_is_of_those_who_made_it() -> None:
    base = read("one two")
    joined = Change(2, 3, base.flat[2:3], (), "delete")
    grown = Change(3, 3, (), read("x").flat[1:], "insert")
    for change, words, out in ((joined, ["onetwo"], [1]), (grown, ["one", " ", "xtwo"], [3])):
        found = attribute(base, [Step(("Asia",), [change])])
        assert [token.text for token in found.passage.flat[1:]] == words
        assert by_token(found)[-1] == ("Asia",)
        assert [gone.origin for gone in found.gone] == out
