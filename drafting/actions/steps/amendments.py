"""What writing, sending and revising have in common: rows of an amendment, number, letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from drafting.actions.steps.carry import carry_amendment
from drafting.actions.steps.entries import tell
from drafting.actions.steps.journal import keep_hand
from drafting.actions.steps.keys import random_key
from drafting.actions.steps.notices import mail_carried, mail_questions, mail_ready
from drafting.actions.steps.parts import carried_of, changes_of
from drafting.actions.steps.proposals import own_heading
from drafting.actions.steps.standing import carried_fates
from drafting.errors import N_, BadInput, Refused, Stale
from drafting.rules.actors import Actor, Right
from drafting.rules.edits import Wording
from drafting.rules.journal import EventKind, Json, canonical
from drafting.rules.letters import give_letters
from drafting.rules.lifecycle import Audience, Status, Step, after
from drafting.rules.questions import answer_until
from drafting.rules.rounds import DoorState
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    AmendmentRevision,
    CarriedPart,
    Group,
    Question,
    Round,
    Sponsor,
    Statement,
)
from drafting.store.models.amendments import PartKind, SponsorState
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import latest
from drafting.store.queries.groups import get_group
from drafting.store.queries.rounds import door_now, list_rounds
from drafting.text import Passage, edited_blocks, write

LONGEST_REASON = 2_000
KEY_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Sending:
    """How an amendment is sent: for whom, by which right, and what stands on it because of that."""

    audience: Audience
    right: Right
    entered: bool = False
    late: bool = False
    by_writer: bool = False


def check_not_final(statement: Statement) -> None:
    """Go on only before the Final. Raises: Refused."""
    if statement.final_at is not None:
        raise Refused(N_("The text is final. It takes no more changes."))


def chosen_group(session: Session, statement: Statement, mark: str) -> Group:
    """Return the group that was chosen in a form. Raises: BadInput for none, NotVisible."""
    if not mark:
        raise BadInput(N_("Choose the group you write for."), field="group")
    return get_group(session, statement.id, mark)


def new_draft(
    session: Session, statement: Statement, group: Group, audience: Audience, actor: Actor
) -> Amendment:
    """Make an empty draft of a group."""
    amendment = Amendment(
        statement_id=statement.id,
        group_id=group.id,
        key=random_key(KEY_LENGTH),
        status=Status.DRAFT,
        revision=1,
        audience=audience,
        made_at=actor.at,
    )
    session.add(amendment)
    session.flush()
    set_committed_value(amendment, "group", group)
    set_committed_value(amendment, "sponsors", [])
    set_committed_value(amendment, "revisions", [])
    return amendment


def check_seen(amendment: Amendment, seen: str) -> None:
    """Go on only when nobody changed a draft since its page was made. Raises: Stale."""
    if seen and amendment.revisions and latest(amendment).at.isoformat() != seen:
        raise Stale(N_("Somebody of your group changed this draft. Both texts are shown."))


def make_ready(session: Session, statement: Statement, actor: Actor, draft: Amendment) -> None:
    """Mark a draft as ready to be sent.

    Raises: Refused in the grace after a session, which is for what was ready in time.
    """
    if door_now(session, statement, actor.at).state is DoorState.GRACE:
        raise Refused(N_("The session has just closed. Keep your words as a draft."))
    draft.status = after(draft.status, Step.MARK_READY)
    keep_hand(session, statement, actor, Right.WRITE, act="made ready", amendment=draft)
    mail_ready(session, statement, actor, draft)


def write_revision(
    session: Session,
    amendment: Amendment,
    wording: Wording,
    parts: Sequence[AmendmentPart],
    labels: Mapping[str, str],
    actor: Actor,
) -> AmendmentRevision:
    """Write the words into the standing revision; what a draft said before is replaced."""
    revision = next((row for row in amendment.revisions if row.number == amendment.revision), None)
    if revision is None:
        revision = AmendmentRevision(amendment_id=amendment.id, number=amendment.revision)
        set_committed_value(amendment, "revisions", [*amendment.revisions, revision])
    else:
        drop_parts(session, revision)
    revision.heading = own_heading(parts, labels, wording.heading)
    revision.reason = checked_reason(wording.reason, parts)
    revision.editorial = bool(wording.editorial)
    revision.at = actor.at
    session.add(revision)
    session.flush()
    for part in parts:
        part.revision_id = revision.id
    session.add_all(parts)
    session.flush()
    set_committed_value(revision, "parts", list(parts))
    return revision


def drop_parts(session: Session, revision: AmendmentRevision) -> None:
    """Take out the parts of a draft, with what was derived from them; parts must be loaded."""
    own = [part.id for part in revision.parts]
    for part in revision.parts:
        session.expunge(part)
    set_committed_value(revision, "parts", [])
    for rows in (
        delete(CarriedPart).where(CarriedPart.part_id.in_(own)),
        delete(AmendmentPart).where(AmendmentPart.id.in_(own)),
    ):
        session.execute(rows, execution_options={"synchronize_session": False})


def checked_reason(reason: str, parts: Sequence[AmendmentPart]) -> str:
    """Return the reason without blanks around it.

    Raises: BadInput when it is too long, or when a section is to go without one.
    """
    words = reason.strip()
    if len(words) > LONGEST_REASON:
        raise BadInput(N_("Say why in fewer words."), field="reason")
    if not words and any(part.kind is PartKind.DROP for part in parts):
        raise BadInput(N_("Say why the section should go."), field="reason")
    return words


def letter_parts(amendment: Amendment) -> None:
    """Give letters to the standing revision's changes; those of earlier revisions are kept."""
    parts = latest(amendment).parts
    earlier = [
        (part_of(part), changes_of(part))
        for revision in amendment.revisions
        if revision.number < amendment.revision
        for part in revision.parts
    ]
    lettered = give_letters([(part_of(part), part.changes) for part in parts], earlier)
    for part, changes in zip(parts, lettered, strict=True):
        part.changes = changes


def part_of(part: AmendmentPart) -> tuple[str, int | None]:
    """Say what a part is of, whichever version it was written on."""
    return part.kind.value, part.section_id


def send_out(
    session: Session, statement: Statement, actor: Actor, amendment: Amendment, sending: Sending
) -> None:
    """Number the amendment, letter its changes, carry it onto the present, and tell the journal.

    What was typed for a group asks the group first: the record vouches for the question too.

    Under the statement's lock. It never fails because the text moved.
    """
    amendment.status = after(amendment.status, Step.SUBMIT)
    statement.last_amendment += 1
    amendment.number = statement.last_amendment
    amendment.sent_at = latest(amendment).at = actor.at
    amendment.audience = sending.audience
    amendment.entered = amendment.unconfirmed = sending.entered
    amendment.late = sending.late
    amendment.sent_by_writer = sending.by_writer
    letter_parts(amendment)
    session.flush()
    carried = carry_amendment(session, amendment, at=actor.at)
    if sending.entered:
        rounds = list_rounds(session, statement.id)
        ask_groups(session, amendment, QuestionKind.ENTERED, [amendment.group_id], rounds, actor)
    tell(session, statement, actor, amendment, EventKind.SUBMITTED, sending.right)
    mail_carried(session, statement, actor, [carried])


def ask_groups(
    session: Session,
    amendment: Amendment,
    kind: QuestionKind,
    group_ids: Sequence[int],
    rounds: Sequence[Round],
    actor: Actor,
) -> None:
    """Ask these groups one thing each about an amendment, until the usual time."""
    questions = [
        Question(
            statement_id=amendment.statement_id,
            group_id=group_id,
            amendment_id=amendment.id,
            kind=kind,
            letters=[],
            revision=amendment.revision,
            asked_at=actor.at,
            until=answer_until(rounds, actor.at),
        )
        for group_id in group_ids
    ]
    session.add_all(questions)
    session.flush()
    mail_questions(session, actor, amendment, questions)


def joined(amendment: Amendment) -> list[Sponsor]:
    """Return who stands with the author now; sponsors must be loaded."""
    return [sponsor for sponsor in amendment.sponsors if sponsor.state is SponsorState.JOINED]


def digest_of(amendment: Amendment) -> str:
    """Return the digest of an amendment as it is shown: its words, fates, and the blocks around.

    Carried parts must be loaded; it changes when what a reader saw has changed, not whenever
    the section has a newer version.
    """
    shown: list[Json] = [amendment.revision, amendment.status.value]
    for part in latest(amendment).parts:
        shown.append([part.kind.value, part.title, part.markdown, part.outline_keys])
        if part.carried is not None:
            fates: dict[str, Json] = {sign: str(fate) for sign, fate in carried_fates(part).items()}
            shown.append([fates, *touched_blocks(part)])
    return sha256(canonical(shown)).hexdigest()


def touched_blocks(part: AmendmentPart) -> list[Json]:
    """Return the present words of each block that the carried changes lie in."""
    return [write(Passage((block,))) for block in edited_blocks(carried_of(part))]
