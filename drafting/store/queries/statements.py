"""Finding statements, and the lock under which their numbers are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from drafting.errors import NotVisible
from drafting.store.models import Grant, Statement

NAMES = 2_026
"""The number of the lock, of this program's own choosing."""


def get_statement(session: Session, slug: str) -> Statement:
    """Return the statement of this short name. Raises: NotVisible."""
    found = session.scalar(select(Statement).where(Statement.slug == slug))
    if found is None:
        raise NotVisible
    return found


def lock_statement(session: Session, statement_id: int) -> Statement:
    """Return the statement, locked until the transaction ends (SQLite is locked as a whole)."""
    return session.scalars(
        select(Statement)
        .where(Statement.id == statement_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def lock_names(session: Session) -> None:
    """Let one transaction at a time draw handles and short names, until it ends.

    After the lock on a statement, never before it; SQLite is locked as a whole.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(NAMES)))


def list_statements(session: Session) -> Sequence[Statement]:
    """Return all statements, newest first."""
    return session.scalars(select(Statement).order_by(Statement.id.desc())).all()


def statements_of(session: Session, person_id: int) -> Sequence[Statement]:
    """Return the statements in which a person holds an active right, newest first."""
    active = (
        select(Grant.statement_id)
        .where(Grant.person_id == person_id)
        .where(Grant.taken_up_at.is_not(None), Grant.removed_at.is_(None))
    )
    return session.scalars(
        select(Statement).where(Statement.id.in_(active)).order_by(Statement.id.desc())
    ).all()


def all_slugs(session: Session) -> frozenset[str]:
    """Return the short names that are taken."""
    return frozenset(session.scalars(select(Statement.slug)))
