"""A change as everybody will see it, before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from drafting.actions.steps.edited import is_emptied
from drafting.actions.steps.parts import redline_of
from drafting.actions.steps.proposals import name_parts, parts_for
from drafting.errors import Refused
from drafting.rules.claims import may_be_editorial
from drafting.rules.edits import Emptied, Wording
from drafting.store.models import AmendmentPart
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.web.presenters.amendments import (
    ChangeFacts,
    facts_of,
    say,
)
from drafting.web.presenters.amendments_claims import touched_words
from drafting.web.presenters.amendments_near import Desk, OtherWish, equal_wishes
from drafting.web.presenters.amendments_parts import PartView, part_views


@dataclass(frozen=True, slots=True)
class Preview:
    """The change as everybody will see it; `same` are wishes of others for the very same."""

    parts: tuple[PartView, ...]
    heading: str
    changes: tuple[ChangeFacts, ...]
    editorial: bool
    touched: tuple[str, ...]
    empties: bool
    same: tuple[OtherWish, ...]


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
        editorial=ticked(wording, parts),
        touched=touched_words(parts),
        empties=wording.emptied is not None or any(map(is_emptied, parts)),
        same=equal_wishes(desk, parts),
    )


def ticked(wording: Wording, parts: Sequence[AmendmentPart]) -> bool:
    """Say whether *language only* is ticked: as a person left it, else proposed from the words.

    It is a claim only once it is sent from here, where it was seen.
    """
    if wording.editorial is not None:
        return wording.editorial
    if any(part.kind is not PartKind.TEXT for part in parts):
        return False
    return may_be_editorial(map(redline_of, parts))
