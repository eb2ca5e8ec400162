"""What holds of saying whose words stand, for any text and any answers."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Change, Passage, Step, attribute, diff, read, take
from tests.text.histories import History, histories, history, named, steps_of

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
    for spans in (found.spans, found.moved, found.marked):
        edges = [0, *(span.end for span in spans)]
        assert [span.start for span in spans] == edges[:-1]
        assert edges[-1] == found.passage.size == len(found.origins)
        assert all(span.start < span.end for span in spans)


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
    assert sorted(standing + out) == list(range(base.size))


@given(answers())
def test_words_of_the_base_have_no_authors_and_all_others_have(answered: Answered) -> None:
    base, steps, _ = answered
    found = attribute(base, steps)
    for authors, origin in zip(named(found.spans), found.origins, strict=True):
        assert (authors == ()) == (origin is not None)
    assert all((gone.authors == ()) == (gone.origin is not None) for gone in found.gone)
    assert all(gone.taken_out_by for gone in found.gone)
    assert [gone.at for gone in found.gone] == sorted(gone.at for gone in found.gone)


@given(answers())
def test_what_stands_and_looks_as_in_the_base_was_moved_and_marked_by_nobody(
    answered: Answered,
) -> None:
    base, steps, _ = answered
    found = attribute(base, steps)
    kept = [origin for origin in found.origins if origin is not None]
    facts = zip(
        found.origins, found.passage.flat, named(found.moved), named(found.marked), strict=True
    )
    for origin, token, movers, markers in facts:
        if origin is not None:
            assert movers == () or kept != sorted(kept)
            assert markers == () or token != base.flat[origin]


@given(histories())
def test_those_alone_are_named_for_moves_and_marks_who_asked_for_some(history: History) -> None:
    """Where two stretches meet, normal form may give a word other marks or a break another form."""
    steps = steps_of(history)
    found = attribute(history[0], steps)
    kinds = {step.authors: {change.kind for change in step.changes} for step in steps}
    assert all("move" in kinds[movers] for movers in named(found.moved) if movers)
    assert all(kinds[markers] for markers in named(found.marked) if markers)


@given(histories())
def test_a_name_stands_only_at_words_that_it_put_in(history: History) -> None:
    """Words cut anew at a seam are new ones, which the text before did not hold."""
    steps = steps_of(history)
    found = attribute(history[0], steps)
    for step, old in zip(steps, history, strict=False):
        put = {token.text for change in step.changes for token in change.inserted}
        stood = {token.text for token in old.flat}
        for authors, token in zip(named(found.spans), found.passage.flat, strict=True):
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
    theirs = zip(named(found.spans), taken.flat, strict=True)
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
    assert named(found.spans)[at] == ("group 0",)
    assert set(named(found.spans)) == {(), ("group 0",)}
    assert ("group 1",) in named(found.moved)
    assert [
        token.text
        for token, names in zip(found.passage.flat, named(found.marked), strict=True)
        if names == ("group 1",)
    ] == ["together"]


def test_what_was_moved_or_marked_and_is_as_before_names_nobody() -> None:
    versions = ("One two.\n\nThree four five.", "Three four five.\n\n**One** two.")
    drafts = [read(text) for text in (*versions, versions[0])]
    found = attribute(drafts[0], steps_of(drafts))
    assert {*named(found.moved), *named(found.marked)} == {()}


def test_a_word_cut_anew_at_a_seam_is_of_those_who_made_it() -> None:
    base = read("one two")
    joined = Change(2, 3, base.flat[2:3], (), "delete")
    grown = Change(3, 3, (), read("x").flat[1:], "insert")
    for change, words, out in ((joined, ["onetwo"], [1]), (grown, ["one", " ", "xtwo"], [3])):
        found = attribute(base, [Step(("Asia",), [change])])
        assert [token.text for token in found.passage.flat[1:]] == words
        assert named(found.spans)[-1] == ("Asia",)
        assert [gone.origin for gone in found.gone] == out
