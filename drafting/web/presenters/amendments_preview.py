"""A change as everybody will see it, before it is sent; and what others ask at the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from drafting.actions.steps.amendments import claimed
from drafting.actions.steps.edited import is_emptied
from drafting.actions.steps.parts import carried_of
from drafting.actions.steps.proposals import name_parts, parts_for
from drafting.errors import Refused
from drafting.rules.actors import Actor
from drafting.rules.edits import Emptied, Wording
from drafting.rules.places import keys_of_changes
from drafting.store.models import Amendment, AmendmentPart, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, pending
from drafting.store.session import Session
from drafting.web.presenters.amendments import (
    ChangeFacts,
    GroupChoice,
    Wish,
    facts_of,
    say,
    wish_of,
)
from drafting.web.presenters.amendments_claims import touched_words
from drafting.web.presenters.amendments_parts import PartView, part_views
from drafting.web.presenters.amendments_start import Start


@dataclass(frozen=True, slots=True)
class Preview:
    """The change as everybody will see it."""

    parts: tuple[PartView, ...]
    heading: str
    changes: tuple[ChangeFacts, ...]
    editorial: bool
    touched: tuple[str, ...]
    empties: bool


@dataclass(frozen=True, slots=True)
class OtherWish:
    """What another group asks here, and what the reader may do about it."""

    wish: Wish
    may_join: bool
    may_ask: bool


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


def look(desk: Desk, wording: Wording, *, shown: bool) -> tuple[Preview | None, str]:
    """Return the change as it will be seen, or why there is none to be seen."""
    if not shown:
        return None, ""
    before = latest(desk.amendment) if desk.amendment else None
    try:
        parts = parts_for(desk.session, desk.statement, answered(wording), before)
    except Refused as error:
        return None, _(error.sentence, **error.values)
    return preview_of(desk, wording, parts), ""


def answered(wording: Wording) -> Wording:
    """Return what is asked as if a section that loses its words kept its title, unless said."""
    return wording if wording.emptied else replace(wording, emptied=Emptied.KEEP_TITLE)


def preview_of(desk: Desk, wording: Wording, parts: Sequence[AmendmentPart]) -> Preview:
    """Draw the parts that the words make."""
    own = wording.heading.strip()
    return Preview(
        parts=part_views(desk.session, parts, desk.labels, desk.titles),
        heading=own or say(name_parts(parts, desk.labels)),
        changes=facts_of(parts),
        editorial=claimed(wording, parts),
        touched=touched_words(parts),
        empties=wording.emptied is not None or any(map(is_emptied, parts)),
    )


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
    free = [
        choice
        for choice in desk.choices
        if choice.own and choice.id != amendment.group_id and choice.id not in standing
    ]
    return OtherWish(
        wish=wish_of(amendment, desk.statement, desk.actor, desk.labels),
        may_join=any(choice.ways.send for choice in free),
        may_ask=any(choice.ways.write and not choice.ways.send for choice in free),
    )
