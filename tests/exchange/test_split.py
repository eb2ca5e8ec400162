"""The proposed split finds sections by their form, in any text."""

from __future__ import annotations

import pytest

from drafting.exchange.intake import account, leftovers, split
from drafting.exchange.intake.openings import run_in_end
from drafting.exchange.readers import Line, Mark, Source, read_source

LONG = "Every person who moves has the same rights as one who stays, and " * 3 + "so it is."


def proposed(text: str, name: str = "a.txt") -> list[tuple[str, str, int]]:
    source = read_source(name, text.encode())
    found = split(source)
    assert account(found, source).holds
    assert not found.left_out
    return [(each.kind, each.title, len(each.pieces)) for each in found.sections]


def test_the_seed_paper_is_split_as_agreed(seed: Source) -> None:
    found = split(seed)
    shape = [
        (section.kind, len(section.pieces), len(section.heading)) for section in found.sections
    ]
    assert shape == [
        ("frame", 7, 1), ("text", 2, 1), ("text", 3, 1), ("text", 9, 0), ("text", 6, 1),
        ("frame", 8, 1),
    ]  # fmt: skip
    _, context, compact, issues, calls, questions = found.sections
    assert context.title == "Introduction and context"
    assert compact.title == "Global Compact"
    assert calls.title.startswith("Urgent existing calls")
    assert questions.title == "Guiding questions"
    assert seed.lines[issues.pieces[0].line].text.endswith(":")
    assert account(found, seed).holds
    assert [piece.words(seed) for piece in leftovers(found, seed)] == ["Translate »"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Our aims",
        "Introduction",
        "Borders, transit and rescue",
        "Le contexte",
        "Été difficile",
        "The way ahead",
    ],
)
def test_a_short_phrase_before_a_long_paragraph_is_a_run_in_heading(phrase: str) -> None:
    assert run_in_end(Line(f"{phrase}. {LONG}")) == len(phrase) + 1
    assert run_in_end(Line(f"{phrase}. “{LONG}")) == len(phrase) + 1


@pytest.mark.parametrize(
    "start",
    [
        "This must end.", "We agree.", "They did not.", "It can’t go on.", "Art. 5 says so.",
        "Prof. Dr. Ada.", "No. 7 is it.", "Nous sommes là.", "small start.", "Yes!", "Why now?",
        "A phrase of rather more words than six.", "Quote “in it” here.", "See p. 5. And.",
        "10.7.", "U.N. Rights.", "A. Person.", "Mr. Smith.",
    ],
)  # fmt: skip
def test_an_ordinary_first_sentence_is_no_heading(start: str) -> None:
    assert run_in_end(Line(f"{start} {LONG}")) == 0


@pytest.mark.parametrize("rest", ["It goes on.", LONG.lower(), "7 " + LONG, "But " + LONG, ""])
def test_a_phrase_before_anything_but_a_new_long_text_is_no_heading(rest: str) -> None:
    assert run_in_end(Line(f"Our aims. {rest}".strip())) == 0


def test_a_run_in_heading_in_bold_may_be_short_and_end_in_a_colon() -> None:
    text = "What we must do: we go on together"
    assert run_in_end(Line(text, marks=(Mark(0, 15, "strong"),))) == 16
    assert run_in_end(Line(text, marks=(Mark(0, 16, "strong"),))) == 16
    assert run_in_end(Line(text, marks=(Mark(0, 10, "strong"),))) == 0
    assert run_in_end(Line("Why? we go on together", marks=(Mark(0, 5, "emphasis"),))) == 4


def test_short_lines_above_paragraphs_are_headings() -> None:
    text = f"Our Paper\n\nby many\n\nContext\n\n{LONG}\n\nWhat we ask\n\n1. One\n2. Two\n\nEnd note"
    assert proposed(text) == [
        ("frame", "Our Paper", 1), ("text", "Context", 1), ("text", "What we ask", 3),
    ]  # fmt: skip


def test_lead_ins_before_lists_open_sections_and_long_ones_keep_their_words() -> None:
    text = f"{LONG}\n\nOur calls:\n\n• one\n• two\n\n{LONG} as follows:\n\n1. one\n2. two"
    assert proposed(text) == [
        ("text", "Every person who moves has the…", 1),
        ("text", "Our calls", 2),
        ("text", "Every person who moves has the…", 3),
    ]


def test_a_lead_in_below_a_short_heading_belongs_to_it() -> None:
    text = f"Aims\n\nWe ask for:\n\n• one\n• two\n\nMore\n\n{LONG}"
    assert proposed(text)[0][1] in {"Aims", "We ask for"}


def test_lists_of_names_on_the_cover_are_programme() -> None:
    text = f"Paper\n\nSpeakers:\n\n• Ada\n• Ben\n\nOur aims. {LONG}\n\nNext steps. {LONG}"
    assert proposed(text) == [
        ("frame", "Paper", 3),
        ("text", "Our aims", 1),
        ("text", "Next steps", 1),
    ]


def test_a_list_of_questions_is_frame() -> None:
    asked = "1. Who acts?\n2. Where? Say how.\n  a) here\n  b) there\n3. Else."
    text = f"Our aims. {LONG}\n\nFor the tables:\n\n{asked}"
    assert [kind for kind, _, _ in proposed(text)] == ["text", "frame"]


def test_a_text_without_any_form_is_one_section() -> None:
    assert proposed(f"{LONG}\n\n{LONG}") == [("text", "Every person who moves has the…", 2)]
    assert proposed("Hello") == [("text", "Hello", 1)]


def test_nothing_full_is_offered_for_leaving_out() -> None:
    for text in ("Hello", f"{LONG}\n\nThe end.", f"{LONG}\n\n• a\n• b"):
        source = read_source("a.txt", text.encode())
        assert leftovers(split(source), source) == ()


def docx(*lines: Line) -> list[tuple[str, str, int]]:
    source = Source("a.docx", "docx", lines)
    return [(each.kind, each.title, len(each.pieces)) for each in split(source).sections]


def test_headings_divide_at_their_outermost_repeated_level() -> None:
    def heading(text: str, level: int) -> Line:
        return Line(text, "heading", level=level)

    body = Line(LONG)
    title, names = heading("Paper", 1), Line("by Ada")
    one, sub, two = heading("One", 2), heading("Sub", 3), heading("Two", 2)
    assert docx(title, names, one, body, sub, body, two, body) == [
        ("frame", "Paper", 1), ("text", "One", 3), ("text", "Two", 1),
    ]  # fmt: skip
    assert docx(heading("One", 1), body, heading("Two", 1), body)[1] == ("text", "Two", 1)
    assert docx(heading("Paper", 0), heading("One", 1), body) == [
        ("frame", "Paper", 0),
        ("text", "One", 1),
    ]
    assert docx(title, Line(f"Our aims. {LONG}"), Line(f"Next steps. {LONG}"))[1:] == [
        ("text", "Our aims", 1), ("text", "Next steps", 1),
    ]  # fmt: skip


def test_a_note_goes_to_the_section_that_points_to_it() -> None:
    first, second = Line("One", "heading", level=1), Line("Two", "heading", level=1)
    note = Line("Article 2", "note", marker="[^1]")
    assert docx(first, Line("Rights[^1]."), second, Line("Words."), note) == [
        ("text", "One", 2), ("text", "Two", 1),
    ]  # fmt: skip


def test_whole_lines_in_bold_are_headings() -> None:
    def bold(text: str) -> Line:
        return Line(text, marks=(Mark(0, len(text), "strong"),))

    assert docx(bold("We must act"), Line("Words."), bold("They did"), Line("More.")) == [
        ("text", "We must act", 1), ("text", "They did", 1),
    ]  # fmt: skip
