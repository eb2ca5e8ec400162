"""Taking out of a mail what was settled before the mail is sent."""

from __future__ import annotations

from sqlalchemy.orm import Session

from drafting.actions.steps.messages import fail_message
from drafting.store.models import Group, Message
from drafting.store.queries.amendments import count_ready
from drafting.store.queries.groups import group_is_leaderless, sender_named_since
from drafting.store.queries.questions import still_open

SETTLED = "Settled before it was sent."


def take_out_settled(session: Session, message: Message) -> None:
    """Take settled questions out of a mail; one that then says nothing new is emptied."""
    if not message.asks:
        return
    lines: dict[str, str] = message.asks["questions"]
    asked = still_open(session, [int(number) for number in lines])
    waits = waits_for_sender(session, message) or lacks_sender(session, message)
    if message.asks["alone"] and not asked and not waits:
        fail_message(message, SETTLED, final=True)
        return
    gone = set(lines.values()) - {lines[str(number)] for number in asked} - {""}
    message.body = "\n".join(row for row in message.body.split("\n") if row not in gone)


def waits_for_sender(session: Session, message: Message) -> bool:
    """Say whether a draft waits for which the mail asks to be sent."""
    number = message.asks["ready"]
    group = session.get(Group, number) if number is not None else None
    return group is not None and count_ready(session, group.statement_id, [group.id]) > 0


def lacks_sender(session: Session, message: Message) -> bool:
    """Say whether a group still has no sender, and nobody was named since the mail was written."""
    number = message.asks.get("sender")
    return group_is_leaderless(session, number) and not sender_named_since(
        session, number, message.made_at
    )
