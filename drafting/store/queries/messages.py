"""Finding messages: what waits to be sent, and what was."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from drafting.store.models import Message

SHOWN = 200


def waiting_messages(session: Session, most: int = 1000) -> Sequence[Message]:
    """Return messages not sent and not given up, oldest first."""
    return session.scalars(
        select(Message)
        .where(Message.sent_at.is_(None), Message.body != "")
        .order_by(Message.id)
        .limit(most)
    ).all()


def find_message(session: Session, message_id: int) -> Message | None:
    """Return a message by its number."""
    return session.get(Message, message_id)


def waits_already(session: Session, message: Message) -> bool:
    """Say whether a mail of these words waits for this person."""
    same = select(Message.id).where(
        Message.person_id == message.person_id,
        Message.sent_at.is_(None),
        Message.subject == message.subject,
        Message.body == message.body,
    )
    return session.scalar(same.limit(1)) is not None


def latest_messages(session: Session) -> Sequence[Message]:
    """Return the newest messages, newest first."""
    return session.scalars(select(Message).order_by(Message.id.desc()).limit(SHOWN)).all()


def count_waiting(session: Session) -> int:
    """Return how many messages wait."""
    waiting = select(func.count()).where(Message.sent_at.is_(None), Message.body != "")
    return session.scalar(waiting) or 0
