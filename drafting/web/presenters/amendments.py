"""What every page says of an amendment in one line: who asks, for what, how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.amendments import joined
from drafting.actions.steps.parts import changes_of, redline_of
from drafting.actions.steps.proposals import base_title, heading_now, labels_of_part
from drafting.errors import NotVisible
from drafting.rules.actors import GROUP_RIGHTS, Actor
from drafting.rules.headings import Sentence, place_of, shorten
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Audience, Status
from drafting.rules.permits import Permission, Scope, may, require
from drafting.rules.places import keys_of_changes
from drafting.rules.sending import Ways, ways_of
from drafting.store.models import Amendment, AmendmentPart, AmendmentRevision, Group, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import get_amendment, latest, scope_of, was_sent_for
from drafting.store.queries.groups import group_is_leaderless, groups_of
from drafting.store.session import Session
from drafting.web.presenters.moments import Moment, day, moment

SHOWN = 4
"""Changes named in one line; the page of the amendment names them all."""
UNNAMED_COLOUR = 8
"""The one colour of all groups whose own name the public does not read."""


class Sent(Protocol):
    """What a route needs of what was sent or kept: by which name it is found."""

    @property
    def number(self) -> int | None:
        """The number, once sent."""

    @property
    def key(self) -> str:
        """The key of a draft."""


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """One change as `change_line` names it; words are cut short."""

    kind: str
    removed: str
    inserted: str


@dataclass(frozen=True, slots=True)
class GroupMark:
    """A group as its mark is drawn."""

    mark: str
    name: str
    colour: int


@dataclass(frozen=True, slots=True)
class Wish:
    """An amendment in a list."""

    number: int | None
    key: str
    label: str
    heading: str
    changes: tuple[ChangeFacts, ...]
    groups: tuple[GroupMark, ...]
    status: Status
    for_room: bool
    revision: int
    question: bool
    unconfirmed: bool
    editorial: bool
    reason: str
    when: Moment
    place: str

    @property
    def state(self) -> str:
        """The word of `amendment_state`."""
        return "for the room" if self.for_room and self.status is Status.SUBMITTED else self.status


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """A group that the reader may act for, and how."""

    id: int
    mark: str
    name: str
    ways: Ways
    own: bool


def group_mark_of(group: Group, *, member: bool = True) -> GroupMark:
    """Return what is drawn of a group; the public reads the name that the group chose for it."""
    if member or group.public_name == group.name:
        return GroupMark(group.mark, group.name, group.colour)
    return GroupMark(group.public_name, group.public_name, UNNAMED_COLOUR)


def is_member(actor: Actor, statement_id: int) -> bool:
    """Say whether the reader belongs to the meeting, or is one of the public."""
    return may(actor, Permission.SEE_STATEMENT, Scope(statement_id))


def find_readable(session: Session, actor: Actor, statement: Statement, number: int) -> Amendment:
    """Return an amendment that this reader may see. Raises: NotVisible.

    A stranger learns nothing from how long the answer takes: one look says whether it was sent
    for the public.
    """
    if not is_member(actor, statement.id) and not was_sent_for(
        session, statement, number, Audience.PUBLIC
    ):
        raise NotVisible
    amendment = get_amendment(session, statement, number)
    require(actor, Permission.SEE_AMENDMENT, scope_of(amendment))
    return amendment


def when_acted(instant: datetime, statement: Statement, actor: Actor) -> Moment:
    """Say when somebody acted; the public reads the day alone, the one that the record has."""
    if is_member(actor, statement.id):
        return moment(instant, actor.at, get_locale(), statement)
    return day(instant.astimezone(ZoneInfo(statement.zone)).date(), get_locale())


def wish_of(
    amendment: Amendment,
    statement: Statement,
    actor: Actor,
    labels: Mapping[str, str],
    asked: Collection[int] = frozenset(),
) -> Wish:
    """Return the line of an amendment, loaded whole; `asked` are those with a question open."""
    revision = latest(amendment)
    instant = amendment.sent_at or revision.at
    return Wish(
        number=amendment.number,
        key=amendment.key,
        label=amendment_label(amendment.number) if amendment.number else _("Draft"),
        heading=heading_words(revision, labels),
        changes=facts_of(revision.parts)[:SHOWN],
        groups=groups_behind(amendment, member=is_member(actor, statement.id)),
        status=status_shown(amendment, statement),
        for_room=amendment.for_room,
        revision=amendment.revision,
        question=amendment.id in asked,
        unconfirmed=amendment.unconfirmed,
        editorial=revision.editorial,
        reason=revision.reason,
        when=when_acted(instant, statement, actor),
        place=place_words(revision, labels),
    )


def status_shown(amendment: Amendment, statement: Statement) -> Status:
    """Return where an amendment stands; what was ready when the Final came is a draft like any."""
    if amendment.status is Status.READY and statement.final_at is not None:
        return Status.DRAFT
    return amendment.status


def groups_behind(amendment: Amendment, *, member: bool = True) -> tuple[GroupMark, ...]:
    """Return the author's group and those that joined it, each name once."""
    others = [sponsor.group for sponsor in joined(amendment)]
    marks = (group_mark_of(group, member=member) for group in (amendment.group, *others))
    return tuple(dict.fromkeys(marks))


def heading_words(revision: AmendmentRevision, labels: Mapping[str, str]) -> str:
    """Say the heading: the author's own, else made from the change in the reader's language."""
    heading = heading_now(revision, labels)
    return heading if isinstance(heading, str) else say(heading)


def place_words(revision: AmendmentRevision, labels: Mapping[str, str]) -> str:
    """Say where the words change: the ¶ numbers, else the section's title; empty for sections."""
    for part in revision.parts:
        if part.kind is PartKind.TEXT:
            return place_of(labels_of_part(part, labels), base_title(part))
    return ""


def say(sentence: Sentence) -> str:
    """Say a made sentence, with those in its places, in the reader's language."""
    values = {
        name: say(value) if isinstance(value, Sentence) else value
        for name, value in sentence.values.items()
    }
    words: str = _(sentence.words, **values)
    return words


def facts_of(parts: Iterable[AmendmentPart]) -> tuple[ChangeFacts, ...]:
    """Return all changes of some parts, in order."""
    return tuple(facts for part in parts for facts in change_facts(part))


def change_facts(
    part: AmendmentPart, changes: Sequence[Mapping[str, Any]] | None = None
) -> list[ChangeFacts]:
    """Name the changes of a part (its own, or those carried); sections by title, never by key."""
    if part.kind in TITLED:
        return [ChangeFacts(TITLED[part.kind], *titled(part))]
    return [
        ChangeFacts(
            change["kind"], shorten(change.get("before", "")), shorten(change.get("after", ""))
        )
        for change in (changes_of(part) if changes is None else changes)
    ]


def signs_of(part: AmendmentPart) -> list[str]:
    """Return the letters of a part's changes, as far as they have some."""
    return [change.get("letter", "") for change in changes_of(part)]


def keys_of_part(part: AmendmentPart) -> list[str]:
    """Return the keys of the paragraphs that a part changes, on the version it was written on."""
    if part.kind is not PartKind.TEXT or part.section_version is None:
        return []
    return keys_of_changes(redline_of(part), part.section_version.keys)


TITLED: Mapping[PartKind, str] = {
    PartKind.ADD: "insert",
    PartKind.DROP: "delete",
    PartKind.MOVE: "move",
}


def titled(part: AmendmentPart) -> tuple[str, str]:
    """Return the section's title as what goes in or out."""
    title = shorten(part.title or "")
    return ("", title) if part.kind is PartKind.ADD else (title, "")


def own_groups(actor: Actor, statement_id: int) -> frozenset[int]:
    """Return the groups for which the reader writes or sends."""
    return frozenset().union(*(actor.groups(right, statement_id) for right in GROUP_RIGHTS))


def group_choices(session: Session, actor: Actor, statement: Statement) -> list[GroupChoice]:
    """Return the groups that the reader may write, send or enter for, the own ones first."""
    own = own_groups(actor, statement.id)
    choices = []
    for group in groups_of(session, statement.id):
        leaderless = group.id in own and group_is_leaderless(session, group.id)
        ways = ways_of(actor, Scope(statement.id, group.id, leaderless=leaderless))
        if ways.any:
            choices.append(GroupChoice(group.id, group.mark, group.name, ways, group.id in own))
    return sorted(choices, key=lambda choice: not choice.own)
