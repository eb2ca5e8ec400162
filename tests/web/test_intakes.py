"""A moderator brings a text in, changes the split, and saves the Zero draft."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import select

from drafting.store.models import Edition, Intake, Section, SectionVersion
from tests.factories.world import World, without_text
from tests.support.client import PageClient
from tests.support.pages import Page

Clients = Callable[[str], PageClient]

TEXT = b"""# Introduction

People move. They need rights.

# Calls for action

We call on all States:

1. End detention;
   1. of children first;
2. Build firewalls.

Translate
"""


@pytest.fixture
def moderator(world: World, client_of: Clients) -> PageClient:
    """A moderator of a statement that has no text yet."""
    without_text(world)
    return client_of("moderator")


def upload(client: PageClient, data: bytes, name: str = "text.md", status: int = 200) -> Page:
    form = client.get_page("/texts/dhaka/bring-in").form(button="Read the file")
    return client.submit(form, status=status, file=(BytesIO(data), name))


def step(client: PageClient, do: str, status: int = 200, **fields: Any) -> Page:
    form = client.get_page("/texts/dhaka/bring-in/split").form(button="Keep titles")
    return client.submit(form, status=status, do=do, **fields)


def test_an_uploaded_text_is_shown_split_and_nothing_is_saved(
    moderator: PageClient, world: World
) -> None:
    page = upload(moderator, TEXT)
    assert page.form(button="Keep titles").fields["title-0"] == ["Introduction"]
    assert page.form(button="Keep titles").fields["title-1"] == ["Calls for action"]
    assert world.session.scalar(select(Edition)) is None


def test_saving_makes_the_zero_draft_with_every_section_at_version_one(
    moderator: PageClient, world: World
) -> None:
    upload(moderator, TEXT)
    page = step(moderator, "save")
    assert "End detention;" in page.text
    edition = world.session.scalars(select(Edition)).one()
    assert (edition.number, edition.kind.value) == (0, "zero")
    made = world.session.scalars(
        select(SectionVersion).join(Section).where(Section.id > 3).order_by(Section.id)
    ).all()
    assert [(one.number, one.title) for one in made] == [
        (1, "Introduction"),
        (1, "Calls for action"),
    ]


def test_a_line_that_is_left_out_can_be_put_back_by_undo(moderator: PageClient) -> None:
    upload(moderator, TEXT)
    last = moderator.get_page("/texts/dhaka/bring-in/split").buttons("do", "out:")[-1]
    assert "1 left out" in step(moderator, last).text
    assert "0 left out" in step(moderator, "undo").text
    assert "1 left out" in step(moderator, "redo").text


def test_titles_that_were_typed_are_kept_by_every_step(moderator: PageClient) -> None:
    upload(moderator, TEXT)
    typed: dict[str, Any] = {"title-1": "What we ask"}
    page = step(moderator, "down:0", **typed)
    assert page.form(button="Keep titles").fields["title-0"] == ["What we ask"]


def test_a_step_on_a_split_that_has_changed_meanwhile_is_told_so(moderator: PageClient) -> None:
    upload(moderator, TEXT)
    old = moderator.get_page("/texts/dhaka/bring-in/split").form(button="Keep titles")
    step(moderator, "join:1")
    moderator.submit(old, status=409, do="join:1")


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "a.txt"), (b"\x00\x01\x02", "a.txt"), (b"PK\x03\x04nonsense", "a.docx"),
     ("Zürich".encode("latin-1"), "a.txt"), (b"%PDF-1.7", "a.pdf")],
)  # fmt: skip
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_written(
    moderator: PageClient, world: World, data: bytes, name: str
) -> None:
    page = upload(moderator, data, name, status=422)
    assert page.all("p", class_="error")
    assert world.session.scalar(select(Intake)) is None


def test_a_second_text_cannot_be_brought_in(world: World, client_of: Clients) -> None:
    client_of("moderator").get_page("/texts/dhaka/bring-in", status=422)
