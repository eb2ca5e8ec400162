"""What a passage is made of, and how numbers count on."""

from __future__ import annotations

import pytest

from drafting.text import Break, Mark, Passage, Token, diff, item_numbers, normal, read, write


def test_a_link_has_an_address_and_a_title() -> None:
    [mark] = read('[x](/a "Two words")').blocks[0].tokens[0].marks
    assert (mark.address, mark.title) == ("/a", "Two words")
    assert (Mark("link", "/a").address, Mark("link", "/a").title) == ("/a", "")


def test_a_break_says_how_deep_its_block_stands() -> None:
    break_ = read("> - one\n>   - two").blocks[1].break_
    assert (break_.quotes, break_.depth, break_.is_item) == (1, 2, True)


def test_passages_are_equal_by_their_blocks() -> None:
    one, other = read("a b\n\nc"), Passage.of_flat(read("a b\n\nc").flat)
    assert one == other
    assert hash(one) == hash(other)
    assert (one == "a b", one.blocks[0] == "a b") == (False, False)
    assert one.size == len(one.flat)
    assert repr(other).count("Block(") == 2


@pytest.mark.parametrize("markdown", ["", "a b"])
def test_nobody_may_ask_whether_a_text_is_true(markdown: str) -> None:
    with pytest.raises(TypeError, match="blocks"):
        bool(read(markdown))
    with pytest.raises(TypeError):
        len(read(markdown))  # type: ignore[arg-type]  # a text has no length


def test_loose_tokens_are_compared_like_a_text_that_was_read() -> None:
    one, other = read("We shall all act here."), read("We should all act here.")
    loose = [Passage.of_flat(passage.flat) for passage in (one, other)]
    assert diff(*loose).changes == diff(one, other).changes


def test_a_space_that_bears_a_sign_is_never_cut_from_it() -> None:
    odd = "States meet in Dhaka \u0301and act for all \u0301who cross \u0301a border."
    old, new = f"{odd} They agree. {odd}", f"{odd} They disagree. {odd}"
    [change] = diff(read(old), read(new)).changes
    assert [token.text for token in change.inserted] == ["disagree"]


def test_tokens_before_the_first_break_make_a_paragraph() -> None:
    assert write(normal(Passage.of_flat([Token("loose"), *read("# Title").flat]))) == (
        "loose\n\n# Title"
    )
    assert Passage.of_flat([]).blocks == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."), ("9)", "10)"), ("(99)", "(100)"), ("1.9.", "1.10."), ("5 bis.", "6."),
        ("(a)", "(b)"), ("(h)", "(i)"), ("(z)", "(aa)"), ("(aa)", "(bb)"), ("B)", "C)"),
        ("i)", "ii)"), ("(iv)", "(v)"), ("(IX)", "(X)"), ("(xxxix)", "(i)"), ("٩.", "١٠."),
        ("я)", "аа)"), ("а)", "б)"),
    ],
)  # fmt: skip
def test_a_number_counts_on(first: str, second: str) -> None:
    passage = read(f"{first} one\n\n{second} two")
    assert item_numbers(passage) == (first, second)
    assert passage.blocks[1].break_.number == ""


def test_i_after_h_is_a_letter_and_i_at_first_a_numeral() -> None:
    assert item_numbers(read("(h) x\n\n(i) y\n\n(j) z")) == ("(h)", "(i)", "(j)")
    assert read("(h) x\n\n(i) y\n\n(j) z").blocks[2].break_.number == ""
    assert read("(i) x\n\n(ii) y").blocks[1].break_.number == ""


def test_what_is_no_number_counts_on() -> None:
    odd = Passage.of_flat([Break(path="-", opens=True, ordered=True, number="IV."), Token("x")])
    assert write(normal(odd)) == "1. x"


def test_spliced_tokens_are_brought_into_form() -> None:
    code, note = Mark("code"), Mark("note", "1")
    tokens = [
        Token("a", (code,)), Token("\n", (code,)), Token("b", (code,)), Token(""),
        Token("x", (note,)), Token("[^1]", (code, note)), Token("\t"), Token("e"), Token("\u0301"),
    ]  # fmt: skip
    assert write(normal(Passage.of_flat(tokens))) == "`a`\\\n`b`x[^1] é"


def test_a_block_goes_on_only_in_an_item_that_is_open() -> None:
    flat = read("- a\n\n  more\n- b").flat
    assert write(normal(Passage.of_flat(flat[2:]))) == "more\n\n- b"


def test_a_table_begins_with_its_header() -> None:
    flat = read("| a |\n|---|\n| b |").flat
    assert write(normal(Passage.of_flat(flat[2:]))) == "| b |\n| --- |"


def test_a_row_of_empty_cells_is_gone() -> None:
    assert write(read("| a | b |\n|---|---|\n|  |  |\n| c | d |")) == (
        "| a | b |\n| --- | --- |\n| c | d |"
    )


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("/a b", "[x](/a%20b)"), ("/a<b>", "[x](/a%3Cb%3E)"), ("  ", "x"), ("/a(b", "[x](</a(b>)"),
        ('/a "t"', '[x](/a "t")'), ("http://x", "[x](http://x)"),
    ],
)  # fmt: skip
def test_a_link_leads_where_it_can_be_read(target: str, written: str) -> None:
    passage = normal(Passage.of_flat([Token("x", (Mark("link", target),))]))
    assert write(passage) == written
    assert read(written) == passage


@pytest.mark.parametrize(
    "source", ["\x0b[^1]: ", "\x0b[^1]: \\*a\\* b", "| a |\n|---|\n| \\*b\\* |", "# The \\*C\\*#"]
)
def test_words_that_look_like_markup_are_written_so_that_they_read_back(source: str) -> None:
    passage = read(source)
    assert read(write(passage)) == passage


def test_forms_out_of_bounds_are_brought_into_them() -> None:
    odd = [Break("heading", 9), Token("h"), Break("note", number="a b"), Token("n")]
    assert write(normal(Passage.of_flat(odd))) == "###### h\n\nn"
