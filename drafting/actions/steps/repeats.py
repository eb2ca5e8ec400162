"""Forms that arrive again: whether they say what they said before, or other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import checked_reason
from drafting.actions.steps.proposals import own_heading, parts_said
from drafting.actions.steps.sameness import asked_by, written
from drafting.errors import AskedAlready, NotVisible, Refused, SentBefore
from drafting.rules.actors import Actor
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import PRIVATE, Audience
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Amendment, AmendmentPart, AmendmentRevision, Group, Statement
from drafting.store.queries.amendments import drafts_of, get_by_key, latest, scope_of
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
    described = checked_reason(wording.reason, parts), bool(wording.editorial)
    said = own_heading(parts, labels, wording.heading), *described
    return said == (revision.heading, revision.reason, revision.editorial)


def asked(part: AmendmentPart) -> tuple[object, ...]:
    """Return what a part asks, and of which version."""
    return (
        part.kind,
        part.section_version.id if part.section_version else None,
        part.title,
        part.markdown,
        part.outline_keys,
    )


Said = tuple[Wording, Sequence[AmendmentPart]]
"""What a form says, and the parts that it makes."""


def as_kept(draft: Amendment) -> Said:
    """Return what a draft says as it stands."""
    revision = latest(draft)
    return Wording((), revision.reason, revision.heading, revision.editorial), revision.parts


def check_unasked(
    session: Session, statement: Statement, group_id: int, said: Said, audience: Audience
) -> None:
    """Go on only where no change of the group that waits asks for the very same.

    Raises: AskedAlready.
    """
    wording, parts = said
    twin = asked_by(session, statement, group_id, parts)
    if twin is None:
        return
    wider = audience is Audience.PUBLIC and twin.audience is not Audience.PUBLIC
    adds = wider or says_more(wording, parts, latest(twin))
    raise AskedAlready(twin.number, twin.key, adds=adds, wider=wider)


def says_more(
    wording: Wording, parts: Sequence[AmendmentPart], revision: AmendmentRevision
) -> bool:
    """Say whether something typed beside the words would be lost in this revision."""
    reason, heading = checked_reason(wording.reason, parts), " ".join(wording.heading.split())
    claim = wording.editorial is not None and wording.editorial != revision.editorial
    return claim or reason not in ("", revision.reason) or heading not in ("", revision.heading)


def draft_of_these(
    session: Session, statement: Statement, actor: Actor, group: Group, said: Said
) -> Amendment | None:
    """Return the group's draft of these very words, of which nothing is lost by sending them."""
    scope = Scope(statement.id, group.id, private=True)
    if not may(actor, Permission.WRITE, scope):
        return None
    wording, parts = said
    wrote = set(map(written, parts))
    for draft in drafts_of(session, statement.id, group.id):
        kept, kept_parts = as_kept(draft)
        same = set(map(written, kept_parts)) == wrote
        if same and kept.reason in ("", checked_reason(wording.reason, parts)):
            return draft
    return None
