"""Forms that arrive again: whether they say what they said before, or other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import checked_reason, claimed
from drafting.actions.steps.proposals import heading_for, parts_said
from drafting.errors import NotVisible, Refused, SentBefore
from drafting.rules.actors import Actor
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import PRIVATE
from drafting.rules.permits import Permission, require
from drafting.store.models import Amendment, AmendmentPart, AmendmentRevision, Statement
from drafting.store.queries.amendments import get_by_key, latest, scope_of
from drafting.store.queries.editions import labels_of
from drafting.store.queries.receipts import find_receipt


def own_draft(session: Session, statement: Statement, actor: Actor, key: str) -> Amendment:
    """Return the draft that a form names, whole. Raises: NotVisible, SentBefore when sent."""
    found = get_by_key(session, statement, key)
    if found.status not in PRIVATE:
        require(actor, Permission.SEE_AMENDMENT, scope_of(found))
        raise SentBefore(found.number, found.key)
    return found


def check_group(arrived: Amendment, mark: str) -> None:
    """Go on only where a form is for the group that it was for. Raises: SentBefore."""
    if mark and mark != arrived.group.mark:
        raise SentBefore(arrived.number, arrived.key)


def check_untouched(
    session: Session, actor: Actor, form_key: str, arrived: Amendment, mark: str
) -> None:
    """Go on only where a form meets its own words: those of its group, that nobody changed since.

    Raises: SentBefore.
    """
    check_group(arrived, mark)
    receipt = find_receipt(session, actor.person_id or 0, form_key)
    if receipt is None or arrived.number is not None or not arrived.revisions:
        return
    if latest(arrived).at > receipt.at:
        raise SentBefore(None, arrived.key)


def check_said(
    session: Session, statement: Statement, arrived: Amendment, wording: Wording
) -> None:
    """Go on only where some revision has these very words. Raises: SentBefore."""
    revisions = reversed(arrived.revisions)
    if not any(stands(session, statement, revision, wording) for revision in revisions):
        raise SentBefore(arrived.number, arrived.key)


def stands(
    session: Session, statement: Statement, revision: AmendmentRevision, wording: Wording
) -> bool:
    """Say whether a revision has these very words."""
    try:
        parts = parts_said(session, statement, wording, revision)
        return says_the_same(revision, wording, parts, labels_of(session, statement.id))
    except (NotVisible, Refused):
        return False


def says_the_same(
    revision: AmendmentRevision,
    wording: Wording,
    parts: Sequence[AmendmentPart],
    labels: Mapping[str, str],
) -> bool:
    """Say whether a revision asks for these parts, under this heading, for this reason.

    A heading that nobody wrote follows from the parts.
    """
    if [asked(part) for part in parts] != [asked(part) for part in revision.parts]:
        return False
    heading, own = heading_for(parts, labels, wording.heading)
    described = checked_reason(wording.reason, parts), claimed(wording, parts)
    same_heading = own == revision.heading_written and (not own or heading == revision.heading)
    return same_heading and described == (revision.reason, revision.editorial)


def asked(part: AmendmentPart) -> tuple[object, ...]:
    """Return what a part asks, and of which version."""
    return (
        part.kind,
        part.section_version.id if part.section_version else None,
        part.title,
        part.markdown,
        part.outline_keys,
    )
