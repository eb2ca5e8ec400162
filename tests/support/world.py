"""The world that the access table and page tests walk through: one person of each kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sqlalchemy.orm import Session

from drafting.rules.actors import Right
from drafting.store.models import Group, Person, Statement
from tests.factories.people import give_right, make_person, open_sign_in
from tests.factories.statements import (
    make_group,
    make_outline,
    make_section,
    make_statement,
    open_round,
)

KINDS = (
    "public",
    "reader",
    "writer",
    "sender",
    "other_sender",
    "enterer",
    "decider",
    "administrator",
    "former",
)
"""The public, then people with each right (`other_sender` in another group), then one who left."""

PARAGRAPHS = MappingProxyType(
    {
        "para1": "States should respect the rights of migrants at every stage.",
        "para2": "Civil society should be part of every review.",
        "para3": "Climate change drives people from their homes.",
    }
)


@dataclass
class World:
    """What was made: numbers, keys and tokens only, so that no row outlives its session."""

    slug: str
    statement_id: int
    section: str
    paragraph: str
    groups: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)


def make_world(session: Session, at: datetime) -> World:
    """Add a statement that is open for changes, two groups, and one signed-in person a kind."""
    statement = make_statement(session, at)
    africa = make_group(session, statement, "AFR", "Africa")
    asia = make_group(session, statement, "ASIA", "Asia")
    section = make_section(session, statement, "sect1", at, "Context", dict(PARAGRAPHS))
    make_outline(session, statement, [section], at)
    open_round(session, statement, at)
    world = World(statement.slug, statement.id, section.key, "para1")
    world.groups = {group.mark: group.id for group in (africa, asia)}
    for kind in KINDS[1:]:
        person = make_person(session, f"A {kind.replace('_', ' ')}", at)
        grant(session, kind, person, statement, africa, asia, at)
        world.people[kind] = person.id
        world.tokens[kind] = open_sign_in(session, person, at)
    return world


def grant(
    session: Session,
    kind: str,
    person: Person,
    statement: Statement,
    own: Group,
    other: Group,
    at: datetime,
) -> None:
    """Give the right that makes this kind of person."""
    if kind == "administrator":
        person.administrator = True
        return
    right, group = {
        "reader": (Right.READ, None),
        "writer": (Right.WRITE, own),
        "sender": (Right.SEND, own),
        "other_sender": (Right.SEND, other),
        "enterer": (Right.ENTER, None),
        "decider": (Right.DECIDE, None),
        "former": (Right.SEND, own),
    }[kind]
    give_right(session, person, statement, right, at, group, removed=kind == "former")
