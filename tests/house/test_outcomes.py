"""Each outcome of a decision has words wherever it is shown, and the walk to a new one holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from flask import Flask, get_template_attribute

from drafting.actions.decide_batch import IN_A_BATCH
from drafting.config import ROOT
from drafting.rules.lifecycle import PRIVATE, Outcome, Status
from drafting.web.presenters.amendments_lists import STATES
from drafting.web.presenters.decisions_batch import BATCH_ANSWERS
from drafting.web.presenters.decisions_offered import ANSWERS
from drafting.web.presenters.journal_words import outcome_words
from drafting.web.presenters.questions_sheets import done
from tests.house.source import PACKAGE, TEMPLATES


@pytest.fixture
def in_request(app: Flask) -> Iterator[None]:
    """A request in the invented language, which shows what is not translated."""
    with app.test_request_context("/?lang=qps"):
        yield


def walk() -> str:
    """Return the walk from `docs/developing.md`."""
    text = (ROOT / "docs" / "developing.md").read_text(encoding="utf-8")
    return text.split("## Walk: a new outcome of a decision")[1].split("\n## ")[0]


@cache
def source() -> str:
    """Return all code and templates in one string."""
    files = [
        *PACKAGE.rglob("*.py"),
        *TEMPLATES.rglob("*.html"),
        *(ROOT / "migrations").rglob("*.py"),
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.usefixtures("in_request")
@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_has_words_in_the_record_and_on_the_answer(outcome: Outcome) -> None:
    assert outcome_words(outcome.value) != outcome.value
    assert done(outcome)


@pytest.mark.parametrize(
    "word", [*Outcome, *Status], ids=lambda word: f"{type(word).__name__} {word}"
)
def test_each_state_has_words_on_the_page(app: Flask, word: Outcome | Status) -> None:
    with app.test_request_context():
        assert get_template_attribute("components/amendment_state.html", "state_words")(word)


@pytest.mark.parametrize("outcome", ANSWERS)
def test_each_answer_has_a_button(app: Flask, outcome: Outcome) -> None:
    with app.test_request_context():
        assert get_template_attribute("decisions/words.html", "answer_words")(outcome)


def test_each_outcome_but_reopening_can_be_chosen() -> None:
    assert set(ANSWERS) == set(Outcome) - {Outcome.REOPENED}
    assert set(BATCH_ANSWERS) == IN_A_BATCH


def test_each_state_of_what_was_sent_stands_in_one_list() -> None:
    listed = [status for states in STATES.values() for status in states]
    assert sorted(listed) == sorted(set(Status) - PRIVATE)


def test_the_walk_to_a_new_outcome_names_files_that_are_there() -> None:
    paths = re.findall(r"`([\w./]+/[\w.]*)`", walk())
    assert len(paths) > 20
    assert not [path for path in paths if not (ROOT / path).exists()]


def test_the_walk_to_a_new_outcome_names_what_the_code_has() -> None:
    names = set(re.findall(r"`([A-Za-z_]+)`", walk()))
    assert len(names) > 15
    assert not [name for name in names if not re.search(rf"\b{name}\b", source())]
