"""How text is cut into words."""

from __future__ import annotations

import pytest

from drafting.text import Token, forget, read


def words(text: str) -> list[str]:
    """The words of a paragraph, without blanks and punctuation."""
    return [t.text for block in read(text).blocks for t in block.tokens if t.kind == "word"]


@pytest.mark.parametrize(
    "word",
    [
        *("don't", "l’Union", "well-being", "co‑operation", "10.7", "1,000", "12:30", "1/3"),
        *("A/69/302", "A/RES/70/1", "E/CN.4/2004/52/Add.1", "A/HRC/RES/16/21", "snake_case"),
        *("https://example.org/a_(b)?c=d#e", "www.example.org/x", "first.last@example.org"),
        *("مُحَمَّد", "اللَّاجِئِينَ", "می‌خواهم", "ক্ষমতা", "अधिकारों", "한국어", "été", "Straße"),
        *("constructor", "###INS_START###"[3:-3], "№"[:0] + "5a", "²"),
    ],
)
def test_a_word_is_one_token(word: str) -> None:
    assert words(f"One {word}, two ({word}).") == ["One", word, "two", word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and/or", ["and", "or"]),
        ("end.Next", ["end", "Next"]),
        ("移民的权利", ["移", "民", "的", "权", "利"]),
        ("日本語です2024年", ["日", "本", "語", "で", "す", "2024", "年"]),
        ("ผู้ลี้ภัย", ["ผู้", "ลี้", "ภั", "ย"]),
        ("3–4", ["3", "4"]),
        ("see https://example.org/.", ["see", "https://example.org/"]),
        ("a@b", ["a", "b"]),
        ("info@example.org.مُحَمَّد.", ["info@example.org.مُحَمَّد"]),
        ("été", ["été"]),
    ],
)
def test_what_is_cut_and_what_is_not(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("cluster", ["👍🏽", "👨‍👩‍👧‍👦", "🇧🇩", "é̂"])
def test_a_cluster_of_characters_is_never_cut(cluster: str) -> None:
    assert cluster in [token.text for token in read(f"a {cluster}. b").blocks[0].tokens]


def test_blanks_dashes_and_quotes_stay_as_they_are() -> None:
    text = "“a”\u00a0– ‘b’\u202f— c\u2011d - e"
    assert read(text).blocks[0].text == text


def test_a_run_of_spaces_tabs_and_line_ends_is_one_space() -> None:
    assert read(" a  b \t c\nd\n").blocks[0].text == "a b c d"


def test_letters_are_composed_on_entry() -> None:
    assert read("e\u0301te\u0301") == read("été")
    assert read("<*\u0338* x").blocks[0].text == "<\u0338 x"


def test_a_space_before_a_combining_sign_belongs_to_its_cluster() -> None:
    assert [token.text for token in read("a \u0301b").blocks[0].tokens] == ["a", " \u0301", "b"]


def test_equal_tokens_are_one_object_and_stay_equal_when_all_is_forgotten() -> None:
    first = read("the same words").blocks[0]
    again = read("other and the same").blocks[0]
    assert first.tokens[0] is again.tokens[4]
    forget()
    anew = read("the same words").blocks[0]
    assert anew is not first
    assert anew == first
    assert hash(anew) == hash(first)


def test_equal_means_equal_text_and_marks() -> None:
    plain, bold = read("word **word**").blocks[0].tokens[::2]
    assert plain != bold
    assert plain == Token("word")
    one, other = (read(f"[word](/{name})").blocks[0].tokens[0] for name in "ab")
    assert one != other
