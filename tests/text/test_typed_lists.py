"""Items typed among the items of a list: each is what it looks like, and no other one changes."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Passage, from_field, item_numbers, plain, read

INDENTS = ("", "   ", "\t")
DIGITS = ("0123456789", "০১২৩৪৫৬৭৮৯", "٠١٢٣٤٥٦٧٨٩")
MARKS = ("-", "•", "*", "–", "{}.", "{})", "({})")


@st.composite
def bases(draw: st.DrawFn) -> Passage:
    """A list with lists in it, each item with words of its own."""
    depth, counts, found = 0, [0, 0, 0], ["Words before."]
    ordered = {at: draw(st.booleans()) for at in range(3)}
    for at in range(draw(st.integers(1, 6))):
        depth = draw(st.integers(0, min(depth + 1, 2))) if at else 0
        counts[depth:] = [counts[depth] + 1, *[0] * (2 - depth)]
        mark = f"{counts[depth]}." if ordered[depth] else "-"
        found.append(f"{'    ' * depth}{mark} old{at} word{at}")
    return read("\n".join([found[0], "", *found[1:]]))


@st.composite
def typed(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Lines as people type them, each with the words that are its own."""
    digits = str.maketrans(DIGITS[0], draw(st.sampled_from(DIGITS)))
    lines = []
    for at in range(draw(st.integers(1, 4))):
        number = str(draw(st.integers(1, 12))).translate(digits)
        mark = draw(st.sampled_from(MARKS)).format(number)
        lines.append((f"{draw(st.sampled_from(INDENTS))}{mark} ", f"new{at} said{at}"))
    return lines


def items(passage: Passage) -> dict[str, tuple[str, bool, str]]:
    """Say of each block where it stands: its path, whether it is numbered, what it hangs on."""
    found: dict[str, tuple[str, bool, str]] = {}
    above: dict[str, str] = {}
    for block in passage.blocks:
        break_ = block.break_
        found[block.text] = (break_.path, break_.ordered, above.get(break_.path[:-1], ""))
        above[break_.path] = block.text
    return found


def field(base: Passage, at: int, lines: Sequence[tuple[str, str]]) -> str:
    """The words of a field in which lines were typed after one of the blocks."""
    parts = [plain(Passage((block,))) for block in base.blocks]
    parts[at] = "\n".join([parts[at], *(mark + words for mark, words in lines)])
    return "\n\n".join(parts)


@given(bases(), typed(), st.data())
def test_what_is_typed_stands_once_and_nothing_else_moves(
    base: Passage, lines: list[tuple[str, str]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(base.blocks) - 1))
    found = from_field(base, field(base, at, lines))
    said = [block.text for block in found.blocks]
    assert sorted(said) == sorted([*(b.text for b in base.blocks), *(w for _, w in lines)])
    before, after = items(base), items(found)
    assert {text: after[text] for text in before} == before
    assert [text for text in said if text in before] == [b.text for b in base.blocks]


@given(bases(), typed(), st.data())
def test_no_number_stands_twice_in_a_list(
    base: Passage, lines: list[tuple[str, str]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(base.blocks) - 1))
    found = from_field(base, field(base, at, lines))
    places = zip(items(found).values(), item_numbers(found), strict=True)
    numbers = [(path, above, number) for (path, _, above), number in places if number]
    assert len(numbers) == len(set(numbers))


@given(bases(), st.sampled_from(MARKS[:4]), st.sampled_from(INDENTS[1:]), st.data())
def test_what_is_indented_stands_under_the_item_above(
    base: Passage, mark: str, indent: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(base.blocks) - 1))
    lines = [(f"{indent}{mark} ", "sub one"), (f"{indent}{mark} ", "sub two")]
    path = base.blocks[at].break_.path
    after = items(from_field(base, field(base, at, lines)))
    for _, words in lines:
        assert after[words] == (path + "-", False, base.blocks[at].text)
