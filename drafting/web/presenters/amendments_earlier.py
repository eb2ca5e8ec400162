"""What a form had made before it came again: named on the page that shows its words again."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.errors import AskedAlready, SentBefore
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import PENDING
from drafting.rules.permits import Permission, may, require
from drafting.store.queries.amendments import get_by_key, scope_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was made before; `number` is None for a draft.

    `same` is true where it asks for these very words, `wider` where it was to be read by more
    people now; `may_revise` where the words can be put in its place.
    """

    key: str
    number: int | None
    label: str
    same: bool
    wider: bool
    may_revise: bool


def show_earlier(session: Session, actor: Actor, slug: str, before: SentBefore) -> Earlier:
    """Show what was made before. Raises: NotVisible."""
    amendment = get_by_key(session, get_statement(session, slug), before.key)
    require(actor, Permission.SEE_AMENDMENT, scope_of(amendment))
    scope = scope_of(amendment, leaderless=group_is_leaderless(session, amendment.group_id))
    return Earlier(
        key=amendment.key,
        number=amendment.number,
        label=amendment_label(amendment.number) if amendment.number else "",
        same=isinstance(before, AskedAlready),
        wider=isinstance(before, AskedAlready) and before.wider,
        may_revise=amendment.status in PENDING and may(actor, Permission.SEND, scope),
    )
