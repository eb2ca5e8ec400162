"""Finding published drafts, and the numbers of paragraphs that they hold still."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from drafting.errors import NotVisible
from drafting.rules.numbering import Number, Shape, hold, shapes_of
from drafting.store.models import Edition, EditionParagraph, EditionSection, SectionVersion
from drafting.store.models.sections import SectionKind
from drafting.store.queries.sections import present_versions
from drafting.text import read


def list_editions(session: Session, statement_id: int) -> Sequence[Edition]:
    """Return all published drafts, the newest first."""
    return session.scalars(
        select(Edition).where(Edition.statement_id == statement_id).order_by(Edition.number.desc())
    ).all()


def get_edition(session: Session, statement_id: int, number: int) -> Edition:
    """Return a published draft with its sections, versions and paragraphs. Raises: NotVisible."""
    found = session.scalar(
        select(Edition)
        .where(Edition.statement_id == statement_id, Edition.number == number)
        .options(
            selectinload(Edition.sections).options(
                joinedload(EditionSection.section), joinedload(EditionSection.version)
            ),
            selectinload(Edition.paragraphs),
        )
    )
    if found is None:
        raise NotVisible
    return found


def latest_edition(session: Session, statement_id: int) -> Edition | None:
    """Return the newest published draft, None before a text was brought in."""
    return session.scalar(
        select(Edition)
        .where(Edition.statement_id == statement_id)
        .order_by(Edition.number.desc())
        .limit(1)
    )


def published_versions(session: Session, statement_id: int) -> frozenset[int]:
    """Return the versions of sections that stand in some published draft, by row number."""
    return frozenset(
        session.scalars(
            select(EditionSection.version_id)
            .join(EditionSection.edition)
            .where(Edition.statement_id == statement_id)
        )
    )


def numbers_in(session: Session, edition: Edition) -> list[Number]:
    """Return the numbers that a published draft gave, in the order of its paragraphs."""
    rows = session.scalars(
        select(EditionParagraph)
        .where(EditionParagraph.edition_id == edition.id)
        .order_by(EditionParagraph.position)
    )
    return [Number(row.key, row.label, row.taken_out) for row in rows]


def shapes_in(versions: Sequence[SectionVersion]) -> list[Shape]:
    """Return what numbering must know of every block of these versions, sections loaded."""
    return [
        shape
        for version in versions
        for shape in shapes_of(
            read(version.markdown),
            version.keys,
            numbered=version.section.kind is not SectionKind.FRAME,
        )
    ]


def numbers_now(
    session: Session, statement_id: int, versions: Sequence[SectionVersion]
) -> list[Number]:
    """Return the numbers of the working text: those of the last published draft, held still."""
    edition = latest_edition(session, statement_id)
    previous = numbers_in(session, edition) if edition else []
    return hold(previous, shapes_in(versions))


def labels_of(session: Session, statement_id: int) -> dict[str, str]:
    """Return the present number of each paragraph's key; keys that have none are left out."""
    versions = present_versions(session, statement_id)
    return {
        number.key: number.label
        for number in numbers_now(session, statement_id, versions)
        if number.label
    }
