"""A small world for tests: one statement, five groups, a person of each right, an open round."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete

from drafting.actions.steps.editions import seal
from drafting.rules.actors import Actor, Right
from drafting.store.models import (
    Edition,
    EditionParagraph,
    EditionSection,
    Grant,
    Group,
    Outline,
    Paragraph,
    Person,
    Round,
    Section,
    SectionVersion,
    SignIn,
    Statement,
)
from drafting.store.models.editions import EditionKind
from drafting.store.models.sections import SectionKind, Source
from drafting.store.queries.sign_ins import digest_of, load_actor
from drafting.store.session import Session
from drafting.text import read

NOON = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
"""Noon in Dhaka, when most tests happen."""

MARKS = {"AFR": "Africa", "AMER": "Americas", "ASIA": "Asia", "EUR": "Europe", "MENA": "MENA"}

INTRODUCTION = """\
Governments pay more attention to migration than before. Millions of people face danger on the way.

Better governance should mean that people are protected better. It should give women, men and \
children more choices.

States promised in 2015 to work together. They have not done so."""

CALLS = """\
We call on all States:

1. End the detention of children at once;
2. Build firewalls between services and the police;
3. Respect the rights of all migrants at work."""

Sections = Sequence[tuple[str, SectionKind, str]]
"""Title, kind and Markdown of each."""

SECTIONS: Sections = (
    ("Introduction", SectionKind.TEXT, INTRODUCTION),
    ("Calls for action", SectionKind.TEXT, CALLS),
    ("Guiding questions", SectionKind.FRAME, "Where can civil society act most effectively?"),
)

PEOPLE: tuple[tuple[str, Right | None, str | None], ...] = (
    ("reader", Right.READ, None),
    ("writer", Right.WRITE, "ASIA"),
    ("sender", Right.SEND, "ASIA"),
    ("african", Right.SEND, "AFR"),
    ("european", Right.SEND, "EUR"),
    ("rapporteur", Right.ENTER, None),
    ("moderator", Right.DECIDE, None),
    ("colleague", Right.DECIDE, None),
    ("administrator", None, None),
    ("former", Right.SEND, "ASIA"),
)


@dataclass
class World:
    """What a test may reach for; `tokens` are the cookies of open sessions, by person."""

    session: Session
    statement: Statement
    groups: dict[str, Group] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    versions: list[SectionVersion] = field(default_factory=list)

    def actor(self, name: str, at: datetime = NOON) -> Actor:
        """Return who acts; `public` for nobody."""
        if name == "public":
            return Actor(at=at)
        return load_actor(self.session, self.people[name].id, at)

    def key(self, section: int, block: int) -> str:
        """Return the key of a block of a section's first version."""
        return self.versions[section].keys[block]


def make_world(session: Session, slug: str = "dhaka", sections: Sections = SECTIONS) -> World:
    """Fill an empty database with these sections; the caller commits."""
    statement = Statement(
        slug=slug, title="Statement on Governance", zone="Asia/Dhaka", place="Dhaka", made_at=NOON,
        opened_at=NOON - timedelta(hours=3),
    )  # fmt: skip
    session.add(statement)
    session.flush()
    world = World(session, statement)
    add_groups(world)
    add_people(world)
    add_text(world, sections)
    session.add(
        Round(
            statement_id=statement.id, name="Session 1A",
            opens_at=NOON - timedelta(hours=3), closes_at=NOON + timedelta(hours=6),
        )
    )  # fmt: skip
    session.flush()
    return world


def add_groups(world: World) -> None:
    """Add the five groups."""
    for colour, (mark, name) in enumerate(MARKS.items()):
        group = Group(
            statement_id=world.statement.id, mark=mark, name=name, public_name=name, colour=colour
        )
        world.session.add(group)
        world.groups[mark] = group
    world.session.flush()


def add_people(world: World) -> None:
    """Add a person of each kind, signed in; the former member was removed yesterday."""
    for name, right, mark in PEOPLE:
        person = Person(
            name=name.title(), handle=name, administrator=name == "administrator", made_at=NOON
        )
        world.session.add(person)
        world.session.flush()
        world.people[name] = person
        world.tokens[name] = add_sign_in(world.session, person)
        if right is not None:
            add_grant(world, person, right, mark, removed=name == "former")
    world.session.flush()


def add_grant(
    world: World, person: Person, right: Right, mark: str | None, *, removed: bool = False
) -> Grant:
    """Give a person a right, taken up the day before."""
    grant = Grant(
        person_id=person.id, statement_id=world.statement.id, right=right,
        group_id=world.groups[mark].id if mark else None,
        made_at=NOON - timedelta(days=2), taken_up_at=NOON - timedelta(days=1),
        removed_at=NOON - timedelta(hours=1) if removed else None,
    )  # fmt: skip
    world.session.add(grant)
    return grant


def add_sign_in(session: Session, person: Person) -> str:
    """Open a session for a person, and return the token its cookie carries."""
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            person_id=person.id, token_digest=digest_of(token), began_at=NOON, seen_at=NOON,
            expires_at=datetime(2100, 1, 1, tzinfo=UTC), own_device=True,
        )
    )  # fmt: skip
    return token


def add_text(world: World, sections: Sections = SECTIONS) -> None:
    """Add the sections, the outline and the Zero draft."""
    session, statement = world.session, world.statement
    for number, (title, kind, markdown) in enumerate(sections):
        passage = read(markdown)
        keys = [f"k{number}b{block}xy" for block in range(len(passage.blocks))]
        section = Section(statement_id=statement.id, key=f"sec{number}xy", kind=kind)
        session.add(section)
        session.flush()
        version = SectionVersion(
            section_id=section.id, number=1, title=title, markdown=markdown, keys=keys,
            source=Source.IMPORT, at=NOON,
        )  # fmt: skip
        session.add(version)
        session.add_all(
            Paragraph(statement_id=statement.id, section_id=section.id, key=key) for key in keys
        )
        world.sections.append(section)
        world.versions.append(version)
    session.flush()
    add_zero_draft(world)


def add_zero_draft(world: World) -> None:
    """Publish what was brought in, paragraphs of text sections numbered from 1."""
    session, statement = world.session, world.statement
    outline = Outline(
        statement_id=statement.id, number=1, keys=[section.key for section in world.sections],
        source=Source.IMPORT, at=NOON,
    )  # fmt: skip
    session.add(outline)
    session.flush()
    edition = Edition(
        statement_id=statement.id, number=0, kind=EditionKind.ZERO, outline_id=outline.id,
        published_at=NOON - timedelta(hours=4), digest=sha256(b"zero").hexdigest(),
    )  # fmt: skip
    session.add(edition)
    session.flush()
    add_edition_sections(world, edition)


def add_edition_sections(world: World, edition: Edition) -> None:
    """Freeze the present versions into an edition, and number their paragraphs."""
    for place, (section, version) in enumerate(zip(world.sections, world.versions, strict=True)):
        world.session.add(
            EditionSection(
                edition_id=edition.id, position=place, section_id=section.id,
                version_id=version.id, kind=section.kind,
            )
        )  # fmt: skip
        version.section = section
    for paragraph in seal(world.versions):
        paragraph.edition_id = edition.id
        world.session.add(paragraph)
    world.session.flush()


def without_text(world: World) -> None:
    """Take the text away, as before anything was brought in."""
    for model in (EditionSection, EditionParagraph, Edition, Outline):
        world.session.execute(delete(model))
    world.session.commit()


def without_moderators(world: World) -> None:
    """Take the moderators' rights away, as before anybody moderates."""
    world.session.execute(delete(Grant).where(Grant.right == Right.DECIDE))
    world.session.commit()
