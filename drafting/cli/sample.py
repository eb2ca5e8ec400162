"""The sample for trying: a text, five groups, people of each right, changes in every state.

Everything is made by the same actions that people use; nothing is written past them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from drafting.actions.bring_in_text import BringInText, bring_in_text
from drafting.actions.create_group import CreateGroup, create_group
from drafting.actions.create_statement import NewStatement, create_statement
from drafting.actions.invite_people import InvitePeople, invite_people
from drafting.actions.name_administrator import NameAdministrator, name_administrator
from drafting.actions.reshape_intake import ReshapeIntake, reshape_intake
from drafting.actions.save_intake import SaveIntake, save_intake
from drafting.actions.set_round import SetRound, set_round
from drafting.actions.steps.groups import NewGroup
from drafting.actions.steps.sign_ins import make_link, revoke_links
from drafting.cli.sample_changes import Cast, play
from drafting.config import Settings
from drafting.exchange.intake.arrange import Arrangement
from drafting.rules.actors import Actor, Holding, Right
from drafting.rules.invitations import Invitee, Role
from drafting.store.models import Group, Person, Statement
from drafting.store.queries.people import list_people
from drafting.store.session import Session

GROUPS = (
    ("AFR", "Africa"),
    ("AMER", "Americas"),
    ("ASIA", "Asia"),
    ("EUR", "Europe"),
    ("MENA", "Middle East and North Africa"),
)
ADMINISTRATOR = "Noor Administrator"
PEOPLE: tuple[tuple[str, Right, str, str], ...] = (
    ("Grace Okafor", Right.DECIDE, "", "Moderator"),
    ("Elena Petrova", Right.ENTER, "", "Rapporteur"),
    ("Amina Diallo", Right.SEND, "AFR", "Facilitator"),
    ("Kofi Mensah", Right.WRITE, "AFR", ""),
    ("Lucía Romero", Right.SEND, "AMER", "Facilitator"),
    ("João Pereira", Right.WRITE, "AMER", ""),
    ("Anwar Hossain", Right.SEND, "ASIA", "Facilitator"),
    ("Lina Santos", Right.WRITE, "ASIA", ""),
    ("Marta Nowak", Right.SEND, "EUR", "Facilitator"),
    ("Jonas Weber", Right.WRITE, "EUR", ""),
    ("Samira Haddad", Right.SEND, "MENA", "Facilitator"),
    ("Youssef Amrani", Right.WRITE, "MENA", ""),
)
TITLE = "Who Governs Movement?"
PAPER = Path(__file__).with_name("sample.txt")
TITLES = Arrangement(titles={0: "Programme", 7: "The issues"})
"""What the moderator changes of the proposed split."""


def load_sample(open_writing: Callable[[], Session], settings: Settings) -> list[tuple[str, str]]:
    """Fill an empty database, and return a fresh sign-in link (label, path) for each person.

    A database that holds anything else is left alone, and has no links to give.
    """
    with open_writing() as session:
        people = list_people(session)
        if not people:
            make_sample(session, settings)
            people = list_people(session)
        links = fresh_links(session, settings, {person.name: person for person in people})
        session.commit()
    return links


def fresh_links(
    session: Session, settings: Settings, people: dict[str, Person]
) -> list[tuple[str, str]]:
    """Make a link for each person of the sample, none where they are not all here."""
    labels = {ADMINISTRATOR: "Administrator"}
    labels |= {name: f"{right.value} {mark}".strip().title() for name, right, mark, _t in PEOPLE}
    if not set(labels) <= set(people):
        return []
    operator = Actor(at=settings.clock())
    links = []
    for name, label in labels.items():
        revoke_links(session, people[name], operator.at)
        token = make_link(session, people[name], operator)
        links.append((f"{words_for(label)} ({name})", f"/sign-in/{token}"))
    return links


def words_for(label: str) -> str:
    """Say a right as the pages do, and keep the group's mark in capitals."""
    right, _, mark = label.partition(" ")
    words = {"Decide": "Moderator", "Enter": "Rapporteur", "Send": "Sender", "Write": "Writer"}
    return f"{words.get(right, right)} {mark.upper()}".strip()


def make_sample(session: Session, settings: Settings) -> None:
    """Make the site from nothing, up to a meeting in full swing."""
    now = settings.clock()
    site = Actor(at=now - timedelta(days=3), administrator=True)
    name_administrator(session, site, NameAdministrator(ADMINISTRATOR))
    statement = create_statement(session, site, NewStatement(TITLE, "en", "Asia/Dhaka", "Dhaka"))
    groups = {
        mark: create_group(session, site, CreateGroup(statement.slug, NewGroup(mark, name)))
        for mark, name in GROUPS
    }
    cast = Cast(session, statement, now, actors(session, site, statement, groups))
    moderator = cast.actor("moderator", hours=60)
    bring_in(session, moderator, statement)
    set_round(
        session,
        moderator,
        SetRound(statement.slug, "Session 1A", now - timedelta(hours=48), now + timedelta(days=3)),
    )
    play(cast)


def actors(
    session: Session, site: Actor, statement: Statement, groups: dict[str, Group]
) -> dict[str, tuple[Person, Holding]]:
    """Invite everybody, as if they had come in already; return who acts under which name."""
    invitees = tuple(
        Invitee(name=name, role=Role(right, mark), title=title, printed=bool(title))
        for name, right, mark, title in PEOPLE
    )
    invited = invite_people(session, site, InvitePeople(statement.slug, invitees, ""))
    found = {}
    for invitation, (_name, right, mark, _title) in zip(invited, PEOPLE, strict=True):
        invitation.grant.taken_up_at = site.at
        group_id = groups[mark].id if mark else None
        called = {Right.DECIDE: "moderator", Right.ENTER: "rapporteur"}.get(right)
        called = called or f"{right.value} {mark}"
        found[called] = (invitation.person, Holding(right, statement.id, group_id))
    session.flush()
    return found


def bring_in(session: Session, moderator: Actor, statement: Statement) -> None:
    """Bring the paper in, as a moderator would who mends the proposed split."""
    slug = statement.slug
    wanted = BringInText(slug, PAPER.name, PAPER.read_bytes())
    intake = bring_in_text(session, moderator, wanted)
    intake = reshape_intake(session, moderator, ReshapeIntake(slug, intake.cursor, TITLES))
    save_intake(session, moderator, SaveIntake(slug, intake.cursor, Arrangement()))
