"""Published drafts as plain values, made once however often they are read: they never change."""

from __future__ import annotations

from drafting.actions.steps.snapshots import take_snapshot
from drafting.exchange.snapshot import Snapshot
from drafting.store.models import Edition, Statement
from drafting.store.session import Session
from drafting.web.presenters.drawings import Drawings

SNAPSHOTS: Drawings[Snapshot] = Drawings(most=24)


def kept_snapshot(
    session: Session, statement: Statement, edition: Edition, since: Edition | None = None
) -> Snapshot:
    """Return a draft as plain values; no two drafts have one digest, for its salts are random."""
    key = (edition.digest, since.digest if since else "")
    return SNAPSHOTS.get(key, lambda: take_snapshot(session, statement, edition, since))
