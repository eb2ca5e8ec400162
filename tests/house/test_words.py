"""Pages show the words of the second column of `docs/words.md`, in short sentences."""

from __future__ import annotations

import re
from itertools import chain

from tests.house.words import code_only, help_lines, messages, plain_words, sentences, table


def test_the_table_names_every_word_once() -> None:
    codes = [code for code, _page, _help in table()]
    assert len(codes) > 30
    assert len(codes) == len(set(codes))


def test_each_help_sentence_has_at_most_twelve_words() -> None:
    assert not [help_ for _code, _page, help_ in table() if len(help_.split()) > 12]


def test_no_word_of_the_code_stands_on_a_page() -> None:
    forbidden = "|".join(re.escape(word) for word in code_only())
    words = re.compile(rf"\b(?:{forbidden})s?\b", re.IGNORECASE)
    assert not [
        f"{place}: {sentence}"
        for place, sentence in chain(messages(), help_lines())
        if words.search(plain_words(sentence))
    ]


def test_a_facilitator_is_a_title_and_never_who_sends() -> None:
    assert not [
        f"{place}: {sentence}"
        for place, sentence in chain(messages(), help_lines())
        if "facilitator" in sentence.lower() and sentence != "Facilitator"
    ]


def test_no_sentence_on_a_page_has_more_than_twenty_words() -> None:
    assert not [
        f"{place}: {' '.join(words)}"
        for place, message in chain(messages(), help_lines())
        for words in sentences(message)
        if len(words) > 20
    ]
