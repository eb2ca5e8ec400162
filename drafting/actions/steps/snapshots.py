"""Making a snapshot of a published draft: rows in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from drafting.actions.steps.credits import credits_by_key
from drafting.exchange.snapshot import (
    Adopted,
    OpenPoint,
    PublicAmendment,
    Snapshot,
    SnapshotParagraph,
    SnapshotSection,
)
from drafting.rules.credits import Credit, named
from drafting.rules.digests import EditionHead
from drafting.rules.labels import amendment_label, edition_label
from drafting.rules.lifecycle import Audience, Status
from drafting.store.models import (
    Amendment,
    Edition,
    EditionParagraph,
    EditionSection,
    Ruling,
    Statement,
)
from drafting.store.models.editions import EditionKind
from drafting.store.queries.amendments import Wanted, latest, list_sent
from drafting.store.queries.decisions import last_rulings
from drafting.text import Passage, read, write


def take_snapshot(session: Session, statement: Statement, edition: Edition) -> Snapshot:
    """Return the draft as plain values; its sections, versions and paragraphs must be loaded."""
    credit = credits_by_key(session, statement, edition.published_at)
    final = edition.kind is EditionKind.FINAL
    name = edition_label(edition.number, final=final)
    head = EditionHead(statement.slug, edition.number, name, edition.published_at)
    sealed = {one.key: one for one in edition.paragraphs}
    return Snapshot(
        statement=statement.title,
        slug=statement.slug,
        language=statement.language,
        number=edition.number,
        name=name,
        at=head.instant,
        digest=edition.digest,
        sections=tuple(section_of(row, sealed, credit) for row in edition.sections),
        final=final,
        adopted=adopted_of(edition),
        open_points=open_points(session, statement, edition),
        amendments=public_amendments(session, statement, edition),
    )


def section_of(
    row: EditionSection,
    sealed: Mapping[str, EditionParagraph],
    credit: Mapping[str, Sequence[Credit]],
) -> SnapshotSection:
    """Return one section with its sealed paragraphs."""
    passage = read(row.version.markdown)
    paragraphs = [
        SnapshotParagraph(
            key=key,
            label=sealed[key].label,
            markdown=write(Passage((block,))),
            salt=sealed[key].salt.hex(),
            digest=sealed[key].digest,
            names=named(credit.get(key, ())),
        )
        for key, block in zip(row.version.keys, passage.blocks, strict=True)
    ]
    return SnapshotSection(
        row.section.key, row.version.title, row.kind.value, passage, tuple(paragraphs)
    )


def adopted_of(edition: Edition) -> Adopted | None:
    """Return how the final text was adopted."""
    if edition.adopted_session is None or edition.adopted_on is None:
        return None
    return Adopted(
        session=edition.adopted_session,
        on=edition.adopted_on.isoformat(),
        by_consensus=bool(edition.by_consensus),
        groups=tuple(edition.groups_present or ()),
    )


def open_points(
    session: Session, statement: Statement, edition: Edition
) -> tuple[OpenPoint, ...]:
    """Return what the final text leaves open, where it says so; public wishes alone."""
    if not edition.with_open_points:
        return ()
    wanted = Wanted({Status.OPEN_POINT}, audience=Audience.PUBLIC)
    return tuple(
        OpenPoint(
            amendment_label(one.number or 0), (one.group.public_name,), latest(one).heading
        )
        for one in list_sent(session, statement.id, wanted)
    )


def public_amendments(
    session: Session, statement: Statement, edition: Edition
) -> tuple[PublicAmendment, ...]:
    """Return what was sent for the public before the draft, with the answers up to then."""
    sent = [
        one
        for one in list_sent(session, statement.id, Wanted(audience=Audience.PUBLIC))
        if one.sent_at is not None and one.sent_at <= edition.published_at
    ]
    answers = last_rulings(session, [one.id for one in sent])
    return tuple(
        public_amendment(
            one,
            [
                ruling
                for ruling in (answers[one.id][1] if one.id in answers else ())
                if ruling.decision.at <= edition.published_at
            ],
        )
        for one in sent
    )


def public_amendment(amendment: Amendment, rulings: Sequence[Ruling]) -> PublicAmendment:
    """Return what the public may know of one amendment."""
    revision = latest(amendment)
    return PublicAmendment(
        label=amendment_label(amendment.number or 0),
        revision=revision.number,
        group=amendment.group.public_name,
        heading=revision.heading,
        reason=revision.reason,
        status=rulings[-1].outcome.value if rulings else Status.SUBMITTED.value,
        changes=tuple(
            {name: change.get(name, "") for name in ("letter", "kind", "before", "after")}
            for part in revision.parts
            for change in part.changes
        ),
        answers=tuple(
            {"outcome": one.outcome.value, "reason": one.decision.reason} for one in rulings
        ),
    )
