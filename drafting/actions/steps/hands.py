"""Whose hand an entry was: sealed in it, so that the row vouches and can still be erased."""

from __future__ import annotations

from drafting.actions.steps.seals import plain
from drafting.rules.journal import commit
from drafting.store.models import Hand


def hand_digest(hand: Hand) -> str:
    """Return the commitment to a hand, by its own random bytes; empty once it was erased."""
    if hand.nonce is None:
        return ""
    facts = {name: plain(getattr(hand, name)) for name in ("act", "person_id", "right", "at")}
    return commit(hand.nonce, facts)
