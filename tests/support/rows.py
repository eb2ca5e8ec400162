"""Looks into the database beside a test's own session, so that nobody waits for its lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Engine, select

from drafting.store.base import Base
from drafting.store.session import open_session

Row = TypeVar("Row", bound=Base)


def rows(engine: Engine, kind: type[Row], **values: object) -> Sequence[Row]:
    """Return the rows of a table with these values, in the order in which they were made."""
    query = select(kind).filter_by(**values).order_by(kind.__table__.c.id)
    with open_session(engine, writing=False) as session:
        return session.scalars(query).all()
