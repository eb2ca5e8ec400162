"""The sample for trying: made by what people do, kept by a second run, its links fresh."""

from __future__ import annotations

from functools import partial

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from drafting.cli.sample import PEOPLE, load_sample
from drafting.config import Settings
from drafting.rules.lifecycle import Status
from drafting.store.models import Amendment, Edition, Entry, Person
from drafting.store.session import Engine, open_session
from tests.factories.world import World
from tests.support.client import PageClient

Links = list[tuple[str, str]]


@pytest.fixture
def links(engine: Engine, settings: Settings) -> Links:
    """The links that the first run gives."""
    return load_sample(partial(open_session, engine, writing=True), settings)


def test_there_is_a_link_for_each_right_of_each_group(links: Links) -> None:
    labels = [label.split(" (")[0] for label, _path in links]
    assert labels[:5] == ["Administrator", "Moderator", "Rapporteur", "Sender AFR", "Writer AFR"]
    assert len(links) == len(PEOPLE) + 1


def test_the_meeting_is_in_full_swing(links: Links, session: Session) -> None:
    assert links
    found = set(session.scalars(select(Amendment.status)))
    assert found >= set(Status) - {Status.OVERTAKEN, Status.OPEN_POINT}
    assert session.scalars(select(Edition.number).order_by(Edition.number)).all() == [0, 1]


def test_a_second_run_keeps_the_data_and_gives_fresh_links(
    links: Links, engine: Engine, settings: Settings, session: Session
) -> None:
    before = session.scalar(select(func.count()).select_from(Entry))
    session.commit()
    again = load_sample(partial(open_session, engine, writing=True), settings)
    assert [label for label, _path in again] == [label for label, _path in links]
    assert not {path for _label, path in again} & {path for _label, path in links}
    assert session.scalar(select(func.count()).select_from(Entry)) == before


def test_a_link_signs_in_and_an_older_one_does_not(
    links: Links, engine: Engine, settings: Settings, app: Flask
) -> None:
    again = dict(load_sample(partial(open_session, engine, writing=True), settings))
    client = app.test_client()
    assert isinstance(client, PageClient)
    assert client.get(dict(links)["Moderator (Grace Okafor)"]).status_code == 410
    page = client.get_page(again["Moderator (Grace Okafor)"])
    assert "Grace Okafor" in page.text


def test_a_database_of_somebody_is_left_alone(
    world: World, engine: Engine, settings: Settings, session: Session
) -> None:
    assert load_sample(partial(open_session, engine, writing=True), settings) == []
    assert session.scalar(select(func.count()).select_from(Person)) == len(world.people)
