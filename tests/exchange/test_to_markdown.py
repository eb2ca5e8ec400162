"""A section's Markdown says the words of its source letter for letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.exchange import intake
from drafting.exchange.intake import PlannedSection, Split, to_markdown
from drafting.exchange.intake.propose import whole
from drafting.exchange.readers import Line, Mark, Source, read_source, words_of
from drafting.text import plain, read, write

Save = Callable[[WordDocument], bytes]


def written(*lines: Line) -> str:
    source = Source("a", "text", lines)
    pieces = tuple(whole(source, at) for at in range(len(lines)))
    return to_markdown(source, PlannedSection("Title", pieces=pieces))


def words(markdown: str) -> tuple[str, ...]:
    return words_of(plain(read(markdown)))


def spoken(source: Source, split: Split) -> list[str]:
    pieces = [piece for each in split.kept for piece in each.pieces if not piece.out]
    return [word for piece in pieces for word in words_of(piece.words(source))]


def test_each_section_of_the_seed_paper_says_its_words(seed: Source) -> None:
    split = intake.split(seed)
    markdown = [to_markdown(seed, section) for section in split.sections]
    assert [word for each in markdown for word in words(each)] == spoken(seed, split)
    forms = [[block.break_ for block in read(each).blocks] for each in markdown]
    assert [len(each) for each in forms] == [7, 2, 3, 9, 6, 8]
    assert [form.is_item for form in forms[3]] == [False] + [True] * 8
    assert all(form.is_item and form.ordered for form in forms[4])
    assert [form.depth for form in forms[5]] == [0, 1, 1, 1, 2, 2, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "*not bold* and _not_ `code`", "# no heading", "1. no item", "- no item", "+ no",
        "> no quote", "[no](https://link.org) ![no](x)", "<b>no</b> &amp; <https://a.org>",
        "a | b", "(a) words", "5 bis. words", "back\\slash \\* star", "***", "---", "===", "=",
        "~~~", "```", ": a", "[^1]: a", "[^1] a", "[a]: b", "$x$ ^2^", "a\u00a0b — “c” – d", "1)",
        "1.", "a_b_c snake_case *", "**", "https://a.org/x_y_z*?a=b&c=d", "A. Person",
        "iv) words", "| a | b |", "\\", "!", "x  ", "- - -",
    ],
)  # fmt: skip
def test_stars_and_other_signs_of_a_plain_text_are_words(text: str) -> None:
    markdown = written(Line(text.strip()))
    assert words(markdown) == words_of(text)
    (block,) = read(markdown).blocks
    assert (block.break_.block, block.break_.path) == ("paragraph", "")
    assert not any(token.marks for token in block.tokens)


SIGNS = st.text(st.sampled_from("ab1.)(*_`~#>-+=[]<>|\\!&:^$ \u00a0éA“"), min_size=1, max_size=30)


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(SIGNS, st.sampled_from(["paragraph", "item", "quotation", "heading"])), min_size=1
    )
)
def test_any_signs_in_any_kind_of_line_are_words(made: list[tuple[str, str]]) -> None:
    paths = {"item": "-", "quotation": ">"}
    lines = [
        Line(text.strip(), kind, path=paths.get(kind, ""), marker="•" if kind == "item" else "")  # type: ignore[arg-type]  # sampled
        for text, kind in made
        if text.strip()
    ]
    markdown = written(*lines)
    assert words(markdown) == words_of(" ".join(line.text for line in lines))
    assert write(read(markdown)) == markdown


def test_items_keep_depth_and_numbers_as_written() -> None:
    numbers = (
        ("3.", "-"),
        ("4.", "-"),
        ("(a)", "--"),
        ("(b)", "--"),
        ("•", "---"),
        ("5 bis.", "-"),
    )
    blocks = read(
        written(*(Line("x", "item", path=path, marker=each) for each, path in numbers))
    ).blocks
    assert [block.break_.path for block in blocks] == [path for _, path in numbers]
    assert [block.break_.ordered for block in blocks] == [True, True, True, True, False, True]
    assert [block.break_.number for block in blocks][0::5] == ["3.", "5 bis."]


def test_a_number_that_no_list_has_stays_as_words() -> None:
    assert words(written(Line("x", "item", path="-", marker="A/1.2"))) == ("A/1.2", "x")


def test_marks_are_kept_and_cut_where_a_line_is_cut() -> None:
    marks = (Mark(0, 4, "strong"), Mark(5, 9, "emphasis"), Mark(10, 14, "link", "https://a.org"))
    line = Line("Bold kind link here. Bold", marks=marks)
    assert written(line) == "**Bold** *kind* [link](https://a.org) here. Bold"
    source = Source("a", "text", (line,))
    pieces = (intake.Piece(0, 2, 12), intake.Piece(0, 12, 25))
    halves = to_markdown(source, PlannedSection("Title", pieces=pieces))
    assert words(halves) == ("ld", "kind", "li", "nk", "here.", "Bold")


def test_headings_inside_stand_below_the_title() -> None:
    lines = (Line("One", "heading", level=2), Line("a"), Line("Two", "heading", level=3), Line("b"))
    assert written(*lines) == "### One\n\na\n\n#### Two\n\nb\n"[: len(written(*lines))]


def test_tables_keep_their_cells() -> None:
    rows = (Line("Who\tWhat", "table"), Line("\tfire | walls", "table"))
    blocks = read(written(*rows)).blocks
    assert [block.text for block in blocks] == ["Who\tWhat", "\tfire | walls"]
    assert [block.break_.header for block in blocks] == [True, False]


def test_a_depth_set_by_hand_is_written(seed: Source) -> None:
    split = intake.split(seed)
    key = split.sections[3].pieces[2].key
    deeper = intake.set_depth(split, key, 1).sections[3]
    forms = [block.break_ for block in read(to_markdown(seed, deeper)).blocks]
    assert [form.depth for form in forms][:4] == [0, 1, 2, 1]


def test_a_line_left_out_is_not_written(seed: Source) -> None:
    split = intake.split(seed)
    (offered,) = intake.leftovers(split, seed)
    last = intake.leave_out(split, offered.key).sections[-1]
    assert len(read(to_markdown(seed, last)).blocks) == 7


def test_a_word_file_comes_through_with_lists_marks_and_breaks(
    word_document: WordDocument, saved: Save
) -> None:
    word_document.add_heading("Paper", 0)
    word_document.add_heading("Aims", 1)
    word_document.add_paragraph("All ").add_run("people\nmove").bold = True
    for style in ("List Number", "List Number", "List Bullet", "List Bullet 2"):
        word_document.add_paragraph("x", style=style)
    source = read_source("a.docx", saved(word_document))
    split = intake.split(source)
    markdown = to_markdown(source, split.sections[1])
    assert [(each.kind, each.title) for each in split.sections] == [
        ("frame", "Paper"),
        ("text", "Aims"),
    ]
    assert [block.break_.path for block in read(markdown).blocks] == ["", "-", "-", "-", "--"]
    assert read(markdown).blocks[0].text == "All people\nmove"


MARKDOWN = """# Paper

by Ada

## Aims

All *people* have [rights](https://a.org "Their rights"), **and** `more`[^1].

> A quotation
> goes on
>
> - with an item

3. three

   and more of it
   - inner
4. four

| Who | What |
| --- | --- |
| all | rights |

## Calls

(a) one

(b) two \\* star

[^1]: The note.
"""


MARKUP = st.text(st.sampled_from("ab1.)(*_`~#>-+=[]|\\!:^ \n\n\t\u00a0é"), min_size=1, max_size=80)


@settings(max_examples=300)
@given(MARKUP)
def test_the_words_of_any_markdown_come_through(text: str) -> None:
    passage = read(text)
    if not passage.blocks:
        return
    source = read_source("a.md", text.encode())
    section = PlannedSection("Title", pieces=tuple(whole(source, at) for at in solid(source)))
    assert words(to_markdown(source, section)) == words_of(plain(passage))
    assert intake.account(intake.split(source), source).holds


def solid(source: Source) -> list[int]:
    return [at for at, line in enumerate(source.lines) if not line.is_blank]


def test_markdown_keeps_its_own_structure() -> None:
    source = read_source("a.md", MARKDOWN.encode())
    split = intake.split(source)
    assert [(each.kind, each.title) for each in split.sections] == [
        ("frame", "Paper"), ("text", "Aims"), ("text", "Calls"),
    ]  # fmt: skip
    assert intake.account(split, source).holds
    assert Source.from_json(source.to_json()) == source
    body = MARKDOWN.partition("## Aims")[2].partition("## Calls")
    note = body[2][body[2].index("[^1]") :]
    assert to_markdown(source, split.sections[1]) == write(read(body[0] + note))
    assert to_markdown(source, split.sections[2]) == write(read(body[2].replace(note, "")))
