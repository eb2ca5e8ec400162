"""Finding amendments: drafts of the own groups, what was sent, what stands at one place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from drafting.errors import NotVisible
from drafting.rules.lifecycle import PENDING, PRIVATE, Audience, Status
from drafting.rules.permits import Scope
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    AmendmentRevision,
    CarriedPart,
    Hand,
    Person,
    Question,
    SectionVersion,
    Sponsor,
    Statement,
)
from drafting.store.models.amendments import SponsorState


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of sent amendments is narrowed to; None leaves it open."""

    statuses: Collection[Status] | None = None
    group_id: int | None = None
    section_id: int | None = None
    audience: Audience | None = None


def scope_of(amendment: Amendment, *, leaderless: bool = False) -> Scope:
    """Say what an act on this amendment is about, for the permits."""
    return Scope(
        statement_id=amendment.statement_id,
        group_id=amendment.group_id,
        private=amendment.status in PRIVATE,
        audience=amendment.audience,
        leaderless=leaderless,
    )


def whole() -> tuple[ORMOption, ...]:
    """Load with an amendment all that a page or a decision asks of it."""
    parts = selectinload(Amendment.revisions).selectinload(AmendmentRevision.parts)
    return (
        joinedload(Amendment.group),
        selectinload(Amendment.sponsors).joinedload(Sponsor.group),
        parts.joinedload(AmendmentPart.section),
        parts.joinedload(AmendmentPart.section_version).joinedload(SectionVersion.section),
        parts.joinedload(AmendmentPart.outline),
        parts.joinedload(AmendmentPart.carried).options(
            joinedload(CarriedPart.section_version).joinedload(SectionVersion.section),
            joinedload(CarriedPart.outline),
        ),
    )


def fresh(query: Select[Any]) -> Select[Any]:
    """Read whole amendments anew, also those that this session has seen before."""
    return query.options(*whole()).execution_options(populate_existing=True)


def get_amendment(session: Session, statement: Statement, number: int) -> Amendment:
    """Return the amendment of this number, whole. Raises: NotVisible."""
    return one(session, Amendment.statement_id == statement.id, Amendment.number == number)


def was_sent_for(session: Session, statement: Statement, number: int, audience: Audience) -> bool:
    """Say whether the amendment of this number is there for this audience, by one look."""
    wanted = select(Amendment.id).where(
        Amendment.statement_id == statement.id,
        Amendment.number == number,
        Amendment.audience == audience,
    )
    return session.scalar(wanted) is not None


def get_draft(session: Session, statement: Statement, key: str) -> Amendment:
    """Return what was not sent yet, whole. Raises: NotVisible."""
    found = get_by_key(session, statement, key)
    if found.status not in PRIVATE:
        raise NotVisible
    return found


def get_by_key(session: Session, statement: Statement, key: str) -> Amendment:
    """Return a draft, or what became of it, whole. Raises: NotVisible."""
    return one(session, Amendment.statement_id == statement.id, Amendment.key == key)


def load_whole(session: Session, amendment_id: int) -> Amendment:
    """Return an amendment by its row number, whole. Raises: NotVisible."""
    return one(session, Amendment.id == amendment_id)


def one(session: Session, *where: ColumnElement[bool]) -> Amendment:
    """Return the one whole amendment. Raises: NotVisible."""
    session.flush()
    found: Amendment | None = session.scalar(fresh(select(Amendment).where(*where)))
    if found is None:
        raise NotVisible
    return found


def latest(amendment: Amendment) -> AmendmentRevision:
    """Return the revision that stands now; revisions must be loaded."""
    return revision_of(amendment, amendment.revision)


def revision_of(amendment: Amendment, number: int) -> AmendmentRevision:
    """Return one revision; revisions must be loaded. Raises: NotVisible."""
    for revision in amendment.revisions:
        if revision.number == number:
            return revision
    raise NotVisible


def touches(section_id: int) -> ColumnElement[bool]:
    """Ask for amendments whose standing revision has a part in this section."""
    return exists(
        select(AmendmentPart.id)
        .join(AmendmentPart.revision)
        .where(AmendmentRevision.amendment_id == Amendment.id)
        .where(AmendmentRevision.number == Amendment.revision)
        .where(AmendmentPart.section_id == section_id)
    )


def pending(
    session: Session, statement_id: int, section_id: int | None = None
) -> Sequence[Amendment]:
    """Return what waits for an answer, whole, by number; of one section where it is named."""
    return list_sent(session, statement_id, Wanted(PENDING, section_id=section_id))


def list_sent(session: Session, statement_id: int, wanted: Wanted) -> Sequence[Amendment]:
    """Return what was sent, whole, by number."""
    session.flush()
    query = select(Amendment).where(
        Amendment.statement_id == statement_id, Amendment.number.is_not(None)
    )
    if wanted.statuses is not None:
        query = query.where(Amendment.status.in_(wanted.statuses))
    if wanted.group_id is not None:
        joined = exists(
            select(Sponsor.id)
            .where(Sponsor.amendment_id == Amendment.id, Sponsor.group_id == wanted.group_id)
            .where(Sponsor.state == SponsorState.JOINED)
        )
        query = query.where(or_(Amendment.group_id == wanted.group_id, joined))
    if wanted.section_id is not None:
        query = query.where(touches(wanted.section_id))
    if wanted.audience is not None:
        query = query.where(Amendment.audience == wanted.audience)
    return session.scalars(fresh(query.order_by(Amendment.number))).all()


def list_of_groups(
    session: Session, statement_id: int, group_ids: Collection[int]
) -> Sequence[Amendment]:
    """Return all that these groups wrote, sent or joined, whole, newest first."""
    session.flush()
    sponsored = exists(
        select(Sponsor.id)
        .where(Sponsor.amendment_id == Amendment.id, Sponsor.group_id.in_(group_ids))
        .where(Sponsor.state != SponsorState.LEFT)
    )
    query = select(Amendment).where(
        Amendment.statement_id == statement_id,
        or_(Amendment.group_id.in_(group_ids), and_(Amendment.number.is_not(None), sponsored)),
    )
    return session.scalars(fresh(query.order_by(Amendment.id.desc()))).all()


def drafts_of(session: Session, statement_id: int, group_id: int) -> Sequence[Amendment]:
    """Return what a group has not sent yet, whole, what is ready first, then the oldest."""
    session.flush()
    query = select(Amendment).where(
        Amendment.statement_id == statement_id,
        Amendment.group_id == group_id,
        Amendment.status.in_(PRIVATE),
    )
    ready_first = query.order_by(Amendment.status != Status.READY, Amendment.id)
    return session.scalars(fresh(ready_first)).all()


def list_entered_by(session: Session, statement_id: int, person_id: int) -> Sequence[Amendment]:
    """Return what this person entered for groups, whole, newest first."""
    session.flush()
    by_hand = exists(
        select(Hand.id).where(Hand.amendment_id == Amendment.id, Hand.person_id == person_id)
    )
    query = select(Amendment).where(
        Amendment.statement_id == statement_id,
        Amendment.entered,
        Amendment.number.is_not(None),
        by_hand,
    )
    return session.scalars(fresh(query.order_by(Amendment.id.desc()))).all()


def next_unsent(
    session: Session, statement_id: int, group_ids: Collection[int]
) -> Amendment | None:
    """Return what these groups may send next, whole: what is ready first, then older drafts."""
    query = select(Amendment).where(
        Amendment.statement_id == statement_id,
        Amendment.group_id.in_(group_ids),
        Amendment.status.in_(PRIVATE),
    )
    first = query.order_by(Amendment.status != Status.READY, Amendment.id).limit(1)
    return session.scalars(fresh(first)).one_or_none()


def count_pending(session: Session, statement_id: int) -> int:
    """Count what waits for the moderators' answer."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Amendment)
            .where(Amendment.statement_id == statement_id, Amendment.status.in_(PENDING))
        )
        or 0
    )


def count_ready(session: Session, statement_id: int, group_ids: Collection[int]) -> int:
    """Count what waits for these groups' senders to send it."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Amendment)
            .where(Amendment.statement_id == statement_id)
            .where(Amendment.status == Status.READY, Amendment.group_id.in_(group_ids))
        )
        or 0
    )


def count_asked_to_join(session: Session, statement_id: int, group_ids: Collection[int]) -> int:
    """Count what writers ask these groups' senders to join, while it waits."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Sponsor)
            .join(Sponsor.amendment)
            .where(Amendment.statement_id == statement_id, Amendment.status.in_(PENDING))
            .where(Sponsor.group_id.in_(group_ids), Sponsor.state == SponsorState.ASKED)
        )
        or 0
    )


def open_questions(session: Session, amendment_id: int) -> Sequence[Question]:
    """Return what groups are asked about an amendment and have not answered, groups loaded."""
    return session.scalars(
        select(Question)
        .join(Question.group)
        .options(contains_eager(Question.group))
        .where(Question.amendment_id == amendment_id, Question.closed_at.is_(None))
        .order_by(Question.id)
    ).all()


def asked_about(session: Session, statement_id: int, group_ids: Collection[int]) -> frozenset[int]:
    """Return the amendments about which these groups are asked something, by row number."""
    return frozenset(
        session.scalars(
            select(Question.amendment_id)
            .where(Question.statement_id == statement_id, Question.group_id.in_(group_ids))
            .where(Question.closed_at.is_(None))
        )
    )


def writers_of(session: Session, amendment_ids: Collection[int]) -> dict[int, str]:
    """Return the name of the person who last had a hand in each amendment, where it is kept."""
    rows = session.execute(
        select(Hand.amendment_id, Person.name)
        .join(Person, Person.id == Hand.person_id)
        .where(Hand.amendment_id.in_(amendment_ids))
        .order_by(Hand.id)
    )
    return {amendment_id: name for amendment_id, name in rows if amendment_id is not None}
