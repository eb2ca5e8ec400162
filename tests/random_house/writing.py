"""The ways in which people edit words in a field: any edit at any boundary of any block.

An edit takes what stands in the field and returns what somebody leaves there. One function is one
way; `@edit` adds it. In the field of a paragraph all words are words; what needs several blocks
stands in `writing_sections.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.random_house.draw import Draw

Edit = Callable[[str, Draw], str]
EDITS: list[Edit] = []
MARKS = (
    "• ",
    "- ",
    "* ",
    "3. ",
    "৩. ",
    "# ",
    "## ",
    "> ",
    "| ",
    "1) ",
    "(a) ",
    "— ",
    "  - ",
    "   ",
)


def edit(do: Edit) -> Edit:
    """Add a way to edit the words of one field."""
    EDITS.append(do)
    return do


def edited(words: str, draw: Draw) -> str:
    """Return the words of a paragraph's field after one to three edits."""
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        words = draw.one(EDITS)(words, draw)
    return words


def split_at(words: str, draw: Draw) -> tuple[str, str]:
    """Cut words in two between two of them; one half may be empty."""
    said = words.split(" ")
    cut = draw.randint(0, len(said))
    return " ".join(said[:cut]), " ".join(said[cut:])


@edit
def append(words: str, draw: Draw) -> str:
    return f"{words} {draw.sentence()}"


@edit
def append_to_the_last_letter(words: str, draw: Draw) -> str:
    return words + draw.word()


@edit
def prepend(words: str, draw: Draw) -> str:
    return f"{draw.sentence()} {words}"


@edit
def prepend_to_the_first_letter(words: str, draw: Draw) -> str:
    return draw.word() + words


@edit
def replace_a_word(words: str, draw: Draw) -> str:
    said = words.split(" ")
    said[draw.randrange(len(said))] = draw.word()
    return " ".join(said)


@edit
def take_a_word_out(words: str, draw: Draw) -> str:
    said = words.split(" ")
    del said[draw.randrange(len(said))]
    return " ".join(said)


@edit
def put_words_in(words: str, draw: Draw) -> str:
    before, after = split_at(words, draw)
    return f"{before} {draw.words()} {after}"


@edit
def take_the_end_out(words: str, draw: Draw) -> str:
    return split_at(words, draw)[0]


@edit
def take_the_beginning_out(words: str, draw: Draw) -> str:
    return split_at(words, draw)[1]


@edit
def change_the_last_sign(words: str, draw: Draw) -> str:
    return words[:-1] + draw.one(("", ".", ";", "…", "。", "؟"))


@edit
def empty(words: str, draw: Draw) -> str:
    return ""


@edit
def blanks_alone(words: str, draw: Draw) -> str:
    return draw.one((" ", "\n", "\n\n \n\n", "\t"))


@edit
def write_anew(words: str, draw: Draw) -> str:
    return " ".join(draw.sentence() for _ in range(draw.randint(1, 3)))


@edit
def leave_as_it_is(words: str, draw: Draw) -> str:
    return words


@edit
def say_it_twice(words: str, draw: Draw) -> str:
    return f"{words}\n\n{words}"


@edit
def say_it_twice_in_line(words: str, draw: Draw) -> str:
    return f"{words} {words}"


@edit
def a_blank_line_inside(words: str, draw: Draw) -> str:
    return "\n\n".join(split_at(words, draw))


@edit
def a_line_break_inside(words: str, draw: Draw) -> str:
    return "\n".join(split_at(words, draw))


@edit
def blank_lines_around(words: str, draw: Draw) -> str:
    return f"\n\n{words}\n\n\n"


@edit
def a_new_block_after(words: str, draw: Draw) -> str:
    return f"{words}\n\n{draw.sentence()}"


@edit
def a_new_block_before(words: str, draw: Draw) -> str:
    return f"{draw.sentence()}\n\n{words}"


@edit
def a_mark_before(words: str, draw: Draw) -> str:
    return draw.one(MARKS) + words


@edit
def a_marked_line_after(words: str, draw: Draw) -> str:
    return f"{words}{draw.one((chr(10), chr(10) * 2))}{draw.one(MARKS)}{draw.sentence()}"


@edit
def several_marked_lines(words: str, draw: Draw) -> str:
    mark = draw.one(MARKS)
    return "\n".join([words, *(f"{mark}{draw.sentence()}" for _ in range(3))])


@edit
def a_row_of_a_table(words: str, draw: Draw) -> str:
    return f"{words}\n| {draw.word()} | {draw.word()} |"


@edit
def a_mark_of_look(words: str, draw: Draw) -> str:
    said = words.split(" ")
    at = draw.randrange(len(said))
    mark = draw.one(("**", "*", "`", "_"))
    said[at] = f"{mark}{said[at]}{mark}"
    return " ".join(said)


@edit
def a_link(words: str, draw: Draw) -> str:
    return f"{words} [{draw.word()}](https://example.org/{draw.randrange(3)})"


@edit
def quotes_around(words: str, draw: Draw) -> str:
    return draw.one(("“{}”", '"{}"', "« {} »", "「{}」", "> {}")).format(words)


@edit
def html_inside(words: str, draw: Draw) -> str:
    return f"{words} <ins>{draw.word()}</ins> & <script>x</script>"
