"""The review of pasted lines: how each was understood, and the groups that are made along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from drafting.actions.steps.groups import NewGroup, shape_group
from drafting.errors import BadInput
from drafting.rules.actors import Actor, Right
from drafting.rules.invitations import (
    PROGRAMME,
    SENDERS,
    Invitee,
    Role,
    check,
    offered_roles,
)
from drafting.rules.invitations_lines import new_words, read_lines, settled
from drafting.rules.marks import LONGEST, suggested
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Group, Statement
from drafting.store.queries.grants import grants_in, known_in
from drafting.store.queries.groups import groups_of, marks_by_name
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.grants import role_words, title_words
from drafting.web.presenters.people import pairs


@dataclass(frozen=True)
class ReviewPage:
    """Pasted lines as they were understood, with what must be mended.

    `new` are the words for groups that do not exist yet, `faults` what is wrong with them.
    """

    slug: str
    invitees: tuple[Invitee, ...]
    roles: tuple[tuple[str, str], ...]
    titles: tuple[tuple[str, str], ...]
    short_of_senders: tuple[str, ...]
    new: tuple[str, ...]
    faults: Mapping[str, BadInput]

    @property
    def lines_are_sound(self) -> bool:
        """Whether all lines may be invited as they stand."""
        return bool(self.invitees) and not any(one.problems for one in self.invitees)


def read_pasted(session: Session, actor: Actor, slug: str, lines: str) -> tuple[Invitee, ...]:
    """Read pasted lines with the marks and names of this text's groups."""
    statement = get_statement(session, slug)
    scope = Scope(statement_id=statement.id)
    require(actor, Permission.SEE_STATEMENT, scope)
    marks = marks_by_name(groups_of(session, statement.id))
    return read_lines(lines, marks, founds=may(actor, Permission.INVITE, scope))


def propose_groups(
    session: Session, actor: Actor, slug: str, invitees: Sequence[Invitee]
) -> dict[str, NewGroup]:
    """Return a mark and a name for each word that stands for a group which does not exist yet."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    groups = groups_of(session, statement.id)
    taken = [group.mark for group in groups]
    proposed = {}
    for word in new_words(invitees, marks_by_name(groups)):
        proposed[word] = NewGroup(suggested(word, taken) or word[:LONGEST], word)
        taken.append(proposed[word].mark)
    return proposed


def show_review(
    session: Session,
    actor: Actor,
    slug: str,
    invitees: Sequence[Invitee],
    asked: Mapping[str, NewGroup],
) -> ReviewPage:
    """Show each line with its problems, and the usual pairs of right and title to choose from."""
    statement = get_statement(session, slug)
    groups = groups_of(session, statement.id)
    marks = marks_by_name(groups)
    people = settled(invitees, marks)
    new = tuple(word for word in new_words(people, marks) if word in asked)
    offered = offered_roles(actor, statement.id, pairs(groups), new)
    if not offered:
        require(actor, Permission.INVITE, Scope(statement_id=statement.id))
    names = {group.mark: group.name for group in groups}
    names |= {word: _("%(group)s (new)", group=asked[word].name or word) for word in new}
    checked = check(people, offered, known_in(session, statement.id))
    return ReviewPage(
        slug=statement.slug,
        invitees=checked,
        roles=tuple((role.code, role_words(role, names)) for role in offered),
        titles=(("", "–"), *((title, title_words(title)) for title in PROGRAMME)),
        short_of_senders=tuple(short_of_senders(session, statement, names, checked)),
        new=new,
        faults=dict(faults_of(statement, groups, {word: asked[word] for word in new})),
    )


def faults_of(
    statement: Statement, groups: Sequence[Group], asked: Mapping[str, NewGroup]
) -> Iterable[tuple[str, BadInput]]:
    """Yield each word with what would keep its group from being made, one after the other."""
    others = list(groups)
    for word, group in asked.items():
        try:
            others.append(shape_group(statement.id, group, others))
        except BadInput as fault:
            yield word, fault


def short_of_senders(
    session: Session, statement: Statement, names: Mapping[str, str], invitees: Iterable[Invitee]
) -> Iterable[str]:
    """Yield the names of the groups here that would have fewer than two senders."""
    coming = [one.role for one in invitees if one.role]
    held = [
        Role(grant.right, grant.group.mark)
        for grant in grants_in(session, statement.id)
        if grant.group
    ]
    for mark, name in names.items():
        sends = Role(Right.SEND, mark)
        if mark in {role.mark for role in coming} and (coming + held).count(sends) < SENDERS:
            yield name
