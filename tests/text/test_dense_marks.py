"""What holds where nearly every word bears a mark, and few different words come again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.text import (
    Passage,
    diff,
    merge,
    pack,
    plain,
    read,
    rebase,
    restyle,
    take,
    unpack,
    write,
)

WORDS = (
    *("a", "the", "shall", "10.7", "A/69/302", "E/CN.4/2004", "info@example.org", "www.b.org"),
    *("https://a.org/x(1)", "co‑op", "l’Union", "x\u00a0y", "[^1]", "移民", "مُحَمَّد", "ক্ষমতা", "ภัย"),
    *("한국어", "👍🏽", "é", "-", "–", "/", ".", ",", ";", "(", ")", "“", "\u200d", "\u0301"),
)
LOOKS = (
    *("{}", "{}", "{}", "**{}**", "*{}*", "***{}***", "`{}`"),
    *("[{}](http://l.org/1)", "[{}](http://l.org/2)"),
)
OPENINGS = ("", "", "", "- ", "  - ", "1. ", "# ", "> ")

parts = st.builds(
    lambda words, look, blank: look.format(" ".join(words)) + blank,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.sampled_from(LOOKS),
    st.sampled_from((" ", " ", " ", "", "\\\n")),
)
blocks = st.tuples(st.sampled_from(OPENINGS), st.lists(parts, min_size=1, max_size=8))
texts = st.lists(blocks, min_size=1, max_size=4)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Passage, Passage]:
    """A text, and what a few cuts in its Markdown and some more words make of it."""
    old = [opening + "".join(found) for opening, found in draw(texts)]
    new = draw(st.permutations(old)) if draw(st.integers(0, 3)) == 0 else list(old)
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(new) - 1))
        source = new[place]
        start = draw(st.integers(0, len(source)))
        end = draw(st.integers(start, min(len(source), start + 25)))
        new[place] = source[:start] + draw(st.one_of(st.just(""), parts)) + source[end:]
    return read("\n\n".join(old)), read("\n\n".join(new))


@given(pairs(), st.integers(0, 2**16))
def test_all_changes_make_the_other_text_and_any_of_them_a_text(
    pair: tuple[Passage, Passage], choice: int
) -> None:
    old, new = pair
    redline = diff(old, new)
    assert take(old, redline.changes) == new
    assert take(new, diff(new, old).changes) == old
    some = [change for at, change in enumerate(redline.changes) if choice >> at % 16 & 1]
    part = take(old, some)
    assert read(write(part)) == part
    assert unpack(old, new, pack(redline)) == redline


@given(pairs())
def test_one_proposal_is_merged_and_carried_as_it_is(pair: tuple[Passage, Passage]) -> None:
    old, new = pair
    redline = diff(old, new)
    assert merge(old, [new]).passage == new
    assert rebase(redline, old).passage == new
    assert set(rebase(redline, new).fates) <= {"fulfilled"}


@given(pairs())
def test_what_was_not_touched_stays_as_it_is(pair: tuple[Passage, Passage]) -> None:
    for passage in pair:
        assert read(write(passage)) == passage
        assert restyle(passage, plain(passage)) == passage
