"""Rights and titles in the words of pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from babel.lists import format_list
from flask_babel import get_locale, lazy_gettext
from flask_babel import gettext as _

from drafting.rules.actors import GROUP_RIGHTS, Actor, Right
from drafting.rules.invitations import Role
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant, Group, Person, Statement
from drafting.store.queries.grants import grants_in
from drafting.store.queries.groups import groups_of
from drafting.store.queries.sign_ins import is_active
from drafting.store.session import Session

BY_WEIGHT = (Right.DECIDE, Right.SEND, Right.ENTER, Right.WRITE, Right.READ)

TITLES: Mapping[str, object] = {
    "moderator": lazy_gettext("Moderator"),
    "discussion starter": lazy_gettext("Discussion starter"),
    "facilitator": lazy_gettext("Facilitator"),
    "rapporteur": lazy_gettext("Rapporteur"),
}


def title_words(title: str) -> str:
    """Say a title of the programme; one that is not of the usual ones stands as it was typed."""
    return str(TITLES.get(title, title))


def role_words(role: Role, names: Mapping[str, str]) -> str:
    """Say what may be given to a person; `names` gives the name of a group by its mark."""
    group = names.get(role.mark, role.mark)
    return {
        Right.SEND: _("%(group)s: sends", group=group),
        Right.WRITE: _("%(group)s: writes", group=group),
        Right.DECIDE: _("Moderates"),
        Right.ENTER: _("Types for all groups"),
        Right.READ: _("Reads"),
    }[role.right]


def right_words(right: Right) -> str:
    """Say in one word or two what a person does."""
    return {
        Right.READ: _("reads"),
        Right.WRITE: _("writes"),
        Right.SEND: _("sends"),
        Right.ENTER: _("types for others"),
        Right.DECIDE: _("moderates"),
        Right.ADMINISTER: _("administers the site"),
    }[right]


def come_in_words(right: Right, group: str) -> str:
    """Say what stands on the button of an invitation."""
    if right in GROUP_RIGHTS:
        return _("Come in as delegate of %(group)s", group=group)
    return {
        Right.DECIDE: _("Come in as moderator"),
        Right.ENTER: _("Come in as rapporteur"),
        Right.ADMINISTER: _("Come in as administrator"),
    }.get(right, _("Come in as reader"))


def names_of_senders(grants: Sequence[Grant], group_id: int | None) -> list[str]:
    """Return the names of those who send for a group now."""
    return [
        grant.person.name
        for grant in grants
        if grant.right == Right.SEND and grant.group_id == group_id and is_active(grant)
    ]


def rights_line(session: Session, actor: Actor, statement: Statement) -> str:
    """Say what the reader may do: *Asia. You can write; Anwar and Lina send.*

    Empty for the public.
    """
    scope = Scope(statement_id=statement.id)
    if actor.person_id is None or not (actor.holdings or actor.administrator):
        return ""
    require(actor, Permission.SEE_STATEMENT, scope)
    grants = grants_in(session, statement.id)
    groups = groups_of(session, statement.id)
    return " ".join(lines(actor, statement.id, groups, grants))


def lines(
    actor: Actor, statement_id: int, groups: Sequence[Group], grants: Sequence[Grant]
) -> Iterator[str]:
    """Yield one sentence for each thing that the reader may do, the highest first."""
    if actor.holds(Right.DECIDE, statement_id):
        yield _("You moderate.")
    if actor.holds(Right.ENTER, statement_id):
        yield _("You type for all groups.")
    for group in groups:
        yield from group_lines(actor, statement_id, group, grants)
    if actor.holds(Right.READ, statement_id):
        yield _("You can read.")
    if actor.administrator:
        yield _("You administer the site.")


def group_lines(
    actor: Actor, statement_id: int, group: Group, grants: Sequence[Grant]
) -> Iterator[str]:
    """Yield what the reader may do for one group."""
    own = grant_names(actor, grants)
    others = [name for name in names_of_senders(grants, group.id) if name not in own]
    if actor.holds(Right.SEND, statement_id, group.id):
        yield sender_line(group.name, others)
    elif actor.holds(Right.WRITE, statement_id, group.id):
        yield writer_line(group.name, others)
    elif actor.holds(Right.ENTER, statement_id, group.id):
        yield _("You type for %(group)s.", group=group.name)


def grant_names(actor: Actor, grants: Sequence[Grant]) -> frozenset[str]:
    """Return the reader's own name, as far as the rights tell it."""
    return frozenset(grant.person.name for grant in grants if grant.person_id == actor.person_id)


def sender_line(group: str, others: Sequence[str]) -> str:
    """Say that the reader sends, and with whom."""
    if others:
        return _("%(group)s. You send, with %(names)s.", group=group, names=together(others))
    return _("%(group)s. You send in its name.", group=group)


def writer_line(group: str, senders: Sequence[str]) -> str:
    """Say that the reader writes, and who sends."""
    if len(senders) > 1:
        names = together(senders)
        return _("%(group)s. You can write; %(names)s send.", group=group, names=names)
    if senders:
        return _("%(group)s. You can write; %(name)s sends.", group=group, name=senders[0])
    return _("%(group)s. You can write. Nobody sends now.", group=group)


def together(names: Sequence[str]) -> str:
    """Join names as the reader's language does: *Anwar and Lina*."""
    return format_list(list(names), locale=get_locale())


def held_by(person: Person) -> list[Grant]:
    """Return the rights that were not removed (waiting ones first, then by weight)."""
    held = [grant for grant in person.grants if grant.removed_at is None]
    return sorted(held, key=lambda one: (one.taken_up_at is not None, BY_WEIGHT.index(one.right)))


def rights_of(person: Person) -> list[tuple[str, str, str]]:
    """Return text, group and right for each thing a person may do."""
    return [
        (grant.statement.title, grant.group.name if grant.group else "", right_words(grant.right))
        for grant in held_by(person)
    ]
