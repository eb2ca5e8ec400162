"""Makes amendments in tests, by the same actions that people use."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import select, update

from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.rules.actors import Right
from drafting.rules.edits import Edit, Emptied, ParagraphEdit, Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment, Entry, Grant
from drafting.store.queries.amendments import load_whole
from tests.factories.world import NOON, World

WORDS = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
"""The second paragraph of the introduction, with one word changed."""

MARK_OF = {"sender": "ASIA", "writer": "ASIA", "african": "AFR", "european": "EUR"}


def form_key() -> str:
    """Draw the key of one form."""
    return secrets.token_hex(16)


def words_for(
    world: World, words: str = WORDS, *, section: int = 0, block: int = 1, base: int = 1
) -> ParagraphEdit:
    """Return the edit of one block of the text."""
    return ParagraphEdit(base, world.key(section, block), words)


def wording_of(world: World, words: str = WORDS, **others: object) -> Wording:
    """Return what is filled in to change the second paragraph."""
    edits: tuple[Edit, ...] = (words_for(world, words),)
    return Wording(edits=edits, reason=str(others.get("reason", "It must bind.")))


def send_change(
    world: World,
    who: str = "sender",
    words: str | Edit = WORDS,
    *,
    audience: Audience = Audience.MEETING,
    group: str = "",
    at: datetime = NOON,
    reason: str = "It must bind.",
    key: str = "",
) -> Amendment:
    """Send a change in the name of a group, and return it whole."""
    edit = words_for(world, words) if isinstance(words, str) else words
    request = SubmitAmendment(
        statement=world.statement.slug,
        group=group or MARK_OF[who],
        wording=Wording((edit,), reason, emptied=Emptied.KEEP_TITLE),
        audience=audience,
        form_key=key or form_key(),
    )
    row = submit_amendment(world.session, world.actor(who, at), request)
    return load_whole(world.session, row.id)


def keep_draft(
    world: World,
    who: str = "writer",
    words: str | Edit = WORDS,
    *,
    ready: bool = False,
    at: datetime = NOON,
) -> Amendment:
    """Keep a change as a draft of a group, and return it whole."""
    edit = words_for(world, words) if isinstance(words, str) else words
    request = DraftAmendment(
        statement=world.statement.slug,
        group=MARK_OF[who],
        wording=Wording((edit,), "It must bind."),
        form_key=form_key(),
        ready=ready,
    )
    row = draft_amendment(world.session, world.actor(who, at), request)
    return load_whole(world.session, row.id)


def lose_senders(world: World, mark: str, at: datetime = NOON) -> None:
    """Remove everybody who sends for a group."""
    world.session.execute(
        update(Grant)
        .where(Grant.group_id == world.groups[mark].id, Grant.right == Right.SEND)
        .values(removed_at=at)
    )
    world.session.expire_all()


def join_change(world: World, who: str = "african", number: int = 1, revision: int = 1) -> None:
    """Join a change in the name of the person's group."""
    request = JoinAmendment(world.statement.slug, number, MARK_OF[who], revision)
    join_amendment(world.session, world.actor(who), request)


def entries_of(world: World) -> list[Entry]:
    """Return what the journal tells of amendments, in order."""
    rows = world.session.scalars(
        select(Entry).where(Entry.amendment_id.is_not(None)).order_by(Entry.seq)
    )
    return list(rows)
