"""The help: the same words as `docs/words.md`, and no button that a page does not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafting.web.presenters.help import FOLDER, PAGES, SPARE
from tests.house.words import messages, table
from tests.support.client import PageClient

BOLD = re.compile(r"\*\*(.+?)\*\*")


@pytest.fixture(scope="module")
def on_pages() -> set[str]:
    """All sentences that pages show."""
    return {sentence for _place, sentence in messages()}


def text_of(name: str) -> str:
    """Return a page of the help as it is written."""
    return (FOLDER / SPARE / f"{name}.md").read_text(encoding="utf-8")


def help_table() -> list[tuple[str, str]]:
    """Return the words of the help with their sentences."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", text_of("words"), re.MULTILINE)
    return [(word.lower(), says) for word, says in rows if word != "Word"]


def test_the_words_page_says_what_the_table_of_words_says() -> None:
    assert help_table() == [(page.lower(), says) for _code, page, says in table() if page]


@pytest.mark.parametrize("name", [name for name in PAGES if name != "words"])
def test_each_button_in_the_help_stands_on_a_page(name: str, on_pages: set[str]) -> None:
    bold = BOLD.findall(text_of(name))
    said = {words.replace("Rev. 1", "%(name)s").replace("Asia", "%(group)s") for words in bold}
    assert said
    assert said <= on_pages


@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_the_help_can_be_opened_from_its_list(name: str, client: PageClient) -> None:
    assert f"/help/{name}" in client.get_page("/help").links
    assert client.get_page(f"/help/{name}").title


def test_a_page_that_was_never_written_is_not_there(client: PageClient) -> None:
    assert client.get("/help/everything").status_code == 404


def test_the_folder_holds_the_pages_and_nothing_else() -> None:
    assert sorted(path.stem for path in Path(FOLDER / SPARE).iterdir()) == sorted(PAGES)
