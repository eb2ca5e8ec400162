"""What stands near a change that is being written: drafts of the own group, wishes of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafting.actions.steps.parts import carried_of
from drafting.actions.steps.sameness import asking_the_same
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Status
from drafting.rules.places import keys_of_changes
from drafting.store.models import Amendment, AmendmentPart, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import drafts_of, latest, pending, writers_of
from drafting.store.session import Session
from drafting.web.presenters.amendments import (
    SHOWN,
    ChangeFacts,
    GroupChoice,
    Wish,
    facts_of,
    keys_of_part,
    wish_of,
)
from drafting.web.presenters.amendments_start import Start


@dataclass(frozen=True, slots=True)
class OtherWish:
    """What is asked here already; `own` by the reader's group. Groups by what they may do.

    `ours` where the reader's group stands behind it, as its author or since it joined. `author`
    is the name of the group that asks.
    """

    wish: Wish
    author: str
    own: bool
    ours: bool
    join: tuple[GroupChoice, ...]
    ask: tuple[GroupChoice, ...]


@dataclass(frozen=True, slots=True)
class DraftHere:
    """A draft of the own group at this place, and who wrote it."""

    key: str
    changes: tuple[ChangeFacts, ...]
    by: str
    ready: bool


@dataclass(slots=True)
class Desk:
    """What is looked up once and used by every piece of the page."""

    session: Session
    actor: Actor
    statement: Statement
    versions: Sequence[SectionVersion]
    labels: Mapping[str, str]
    amendment: Amendment | None
    choices: list[GroupChoice]

    @property
    def titles(self) -> dict[str, str]:
        """The present titles of sections by key, in order."""
        return {version.section.key: version.title for version in self.versions}


def drafts_at(desk: Desk, start: Start) -> tuple[DraftHere, ...]:
    """Return the drafts of the own groups at the place where another one would be begun."""
    if desk.amendment is not None or start.section_id is None:
        return ()
    drafts = [
        draft
        for choice in desk.choices
        if choice.own
        for draft in drafts_of(desk.session, desk.statement.id, choice.id)
        if any(is_at(part, start) for part in latest(draft).parts)
    ]
    writers = writers_of(desk.session, [draft.id for draft in drafts])
    return tuple(
        DraftHere(
            key=draft.key,
            changes=facts_of(latest(draft).parts)[:SHOWN],
            by=writers.get(draft.id, ""),
            ready=draft.status is Status.READY,
        )
        for draft in drafts
    )


def is_at(part: AmendmentPart, start: Start) -> bool:
    """Say whether a draft changes the paragraph, or anything of the section, that is written at."""
    if start.paragraph:
        return start.paragraph in keys_of_part(part)
    return part.section_id == start.section_id


def equal_wishes(desk: Desk, parts: Sequence[AmendmentPart]) -> tuple[OtherWish, ...]:
    """Return what waits and asks for the very same as these new parts."""
    sections = {part.section.id if part.section else None for part in parts}
    section_id = sections.pop() if len(sections) == 1 else None
    own = desk.amendment.id if desk.amendment else None
    rows = [row for row in pending(desk.session, desk.statement.id, section_id) if row.id != own]
    same = asking_the_same(desk.session, desk.statement, parts, rows)
    return tuple(other_wish(desk, row) for row in same)


def others_at(desk: Desk, start: Start) -> tuple[OtherWish, ...]:
    """Return what waits at the same place: the paragraph's, else all of the section."""
    if start.section_id is None:
        return ()
    own = desk.amendment.id if desk.amendment else None
    rows = pending(desk.session, desk.statement.id, start.section_id)
    return tuple(
        other_wish(desk, row)
        for row in rows
        if row.id != own and (not start.paragraph or start.paragraph in keys_asked(row))
    )


def keys_asked(amendment: Amendment) -> set[str]:
    """Return the keys of the paragraphs that an amendment would change now."""
    keys: set[str] = set()
    for part in latest(amendment).parts:
        if part.kind is PartKind.TEXT and part.carried is not None:
            version = part.carried.section_version
            keys.update(keys_of_changes(carried_of(part), version.keys if version else []))
    return keys


def other_wish(desk: Desk, amendment: Amendment) -> OtherWish:
    """Return a wish with what the reader's groups may do about it."""
    standing = {row.group_id for row in amendment.sponsors if row.state.value == "joined"}
    own = [choice for choice in desk.choices if choice.own]
    free = [one for one in own if one.id != amendment.group_id and one.id not in standing]
    return OtherWish(
        wish=wish_of(amendment, desk.statement, desk.actor, desk.labels),
        author=amendment.group.name,
        own=amendment.group_id in {choice.id for choice in own},
        ours=len(free) < len(own),
        join=tuple(choice for choice in free if choice.ways.send),
        ask=tuple(choice for choice in free if choice.ways.write and not choice.ways.send),
    )
