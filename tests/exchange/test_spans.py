"""Changes as spans of Markdown: what a program splices and a terminal marks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings

from drafting.exchange.spans import Spans, spans
from drafting.exchange.writers.redline_json import count_words
from drafting.exchange.writers.terminal import COLOURS, hunks, marked
from drafting.text import Passage, diff, read, write
from tests.text.strategies import pairs

MARKS = re.compile(r"\[-|-\]|\{\+|\+\}")
REMOVED, INSERTED = re.compile(r"\[-(.*?)-\]"), re.compile(r"\{\+(.*?)\+\}")


def of(old: str, new: str) -> Spans:
    return spans(diff(read(old), read(new)))


def spliced(found: Spans) -> str:
    """What a program gets that puts each span in."""
    out, at = [], 0
    for span in found.changes:
        out += [found.before[at : span.start], span.inserted]
        at = span.end
    return "".join([*out, found.before[at:]])


def letters(text: str) -> str:
    """The letters and digits of a text alone: no blank, no sign of Markdown."""
    return "".join(filter(str.isalnum, text))


@settings(max_examples=40)
@given(pairs())
def test_what_goes_out_stands_where_the_span_says(pair: tuple[Passage, Passage]) -> None:
    found = spans(diff(*pair))
    assert (found.before, found.after) == (write(pair[0]), write(pair[1]))
    edits = [span for span in found.changes if span.to is None]
    assert all(found.before[span.start : span.end] == span.removed for span in edits)
    assert all(one.end <= other.start for one, other in pairwise(edits))


@settings(max_examples=40)
@given(pairs())
def test_spans_put_in_give_the_new_words(pair: tuple[Passage, Passage]) -> None:
    assume(not any(block.break_.ordered for passage in pair for block in passage.blocks))
    found = spans(diff(*pair))
    assume(all(span.to is None for span in found.changes))
    assert letters(spliced(found)) == letters(found.after)


@settings(max_examples=40)
@given(pairs())
def test_every_word_is_kept_or_goes_out_or_comes_in(pair: tuple[Passage, Passage]) -> None:
    words = count_words(diff(*pair))
    old, new = (sum(t.kind == "word" for t in passage.flat) for passage in pair)
    assert words["kept"] + words["removed"] == old
    assert words["kept"] + words["inserted"] == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One two.\n\nFour.", "One two.\n\nThree.\n\nFour."),
        ("Four.", "Three.\n\nFour."),
        ("Three.\n\nFour.", "Four."),
        ("Three.\n\nFour.", "Three."),
        ("- a\n- b", "- a\n- c\n- b"),
        ("We **shall not** act.", "We shall not act."),
        ("We **shall not** act.", "We **shall never** act."),
        ("See [it](http://a.example).", "See [it](http://b.example)."),
        ("One sentence. Another one here.", "One sentence.\n\nAnother one here."),
        ("## Aims", "### Aims"),
        ("", "All new."),
        ("All gone.", ""),
    ],
)
def test_spans_put_in_give_the_new_markdown(old: str, new: str) -> None:
    assert spliced(of(old, new)) == new


def test_a_whole_block_comes_with_the_line_ends_before_it() -> None:
    assert of("a\n\nc", "a\n\nb\n\nc").changes[0].inserted == "\n\nb"


def test_signs_around_changed_words_stay_outside() -> None:
    (span,) = of("We **shall not** act.", "We **shall never** act.").changes
    assert (span.removed, span.inserted) == ("not", "never")


def test_a_moved_block_says_where_it_goes() -> None:
    old = ["Peace.", "The sea is deep and cold.", "The land is dry and wide.", "Air is thin."]
    found = of("\n\n".join(old), "\n\n".join([old[0], old[3], old[1], old[2]]))
    (span,) = found.changes
    assert (span.kind, span.removed, span.inserted) == ("move", "", "")
    assert span.to is not None
    assert found.before[span.start : span.end].strip() == old[3]
    assert found.before[span.to :].startswith("\n\n" + old[1])


@settings(max_examples=40)
@given(pairs())
def test_both_texts_stand_in_the_marked_one(pair: tuple[Passage, Passage]) -> None:
    redline = diff(*pair)
    found = spans(redline)
    assume(not any(MARKS.search(text) for text in (found.before, found.after)))
    text = marked(found)
    assert letters(INSERTED.sub(r"\1", REMOVED.sub("", text))) == letters(found.after)
    if all(change.to is None for change in redline.changes):
        assume(not any(block.break_.ordered for passage in pair for block in passage.blocks))
        assert letters(REMOVED.sub(r"\1", INSERTED.sub("", text))) == letters(found.before)


def test_only_lines_near_a_change_stand_in_hunks() -> None:
    old = [f"Paragraph {number}." for number in range(20)]
    old[8] = "## Rights"
    new = [*old[:9], "Paragraph nine.", *old[10:]]
    text = hunks(of("\n\n".join(old), "\n\n".join(new)))
    assert text.splitlines()[0] == "@@"
    assert "## Rights" in text
    assert "Paragraph [-9-]{+nine+}." in text
    assert "Paragraph 12." not in text


def test_a_hunk_names_the_heading_above_it() -> None:
    old = ["# Aims", *[f"Paragraph {number}." for number in range(9)]]
    new = [*old[:-1], "Paragraph nine."]
    assert hunks(of("\n\n".join(old), "\n\n".join(new))).startswith("@@ # Aims\n")


def test_nothing_stands_in_hunks_without_changes() -> None:
    assert not hunks(of("Same.", "Same."))


def test_colours_come_with_the_signs_not_for_them() -> None:
    text = marked(of("We should.", "We must."), COLOURS)
    assert text == "We \033[31m[-should-]\033[m\033[32m{+must+}\033[m.\n"
