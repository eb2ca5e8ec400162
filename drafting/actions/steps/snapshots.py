"""Making a snapshot of a published draft: rows in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sqlalchemy.orm import Session

from drafting.actions.steps.attribution import NOTHING, attribution_of
from drafting.actions.steps.credits import NO_ANSWERS, Answers, answers_until, dropped_by
from drafting.actions.steps.parts import changes_of
from drafting.actions.steps.proposals import heading_now
from drafting.exchange.snapshot import (
    Adopted,
    OpenPoint,
    PublicAmendment,
    Snapshot,
    SnapshotParagraph,
    SnapshotSection,
)
from drafting.rules.credits import named_between
from drafting.rules.digests import EditionHead
from drafting.rules.journal import EventKind
from drafting.rules.labels import amendment_label, edition_label
from drafting.rules.lifecycle import Audience, Status, overall, state_after
from drafting.store.models import (
    Amendment,
    Edition,
    EditionParagraph,
    EditionSection,
    Ruling,
    SectionVersion,
    Statement,
)
from drafting.store.models.amendments import SponsorState
from drafting.store.models.editions import EditionKind
from drafting.store.models.sections import Source
from drafting.store.queries.amendments import Wanted, latest, list_sent, revision_of
from drafting.store.queries.journal import LastAct, hash_of, joins_of, told_before
from drafting.store.queries.rulings import answers_before, versions_by_section
from drafting.text import Attribution, Passage, attribute, read, write

Told = tuple[Passage, Attribution]


def take_snapshot(
    session: Session,
    statement: Statement,
    edition: Edition,
    since: Edition | None = None,
    *,
    named: bool = True,
) -> Snapshot:
    """Return the draft as plain values; its sections, versions and paragraphs must be loaded.

    With `since`, an earlier draft, those alone are named whose words came in after that; nobody
    is where no names are wanted.
    """
    final = edition.kind is EditionKind.FINAL
    name = edition_label(edition.number, final=final)
    head = EditionHead(statement.slug, edition.number, name, edition.published_at)
    sealed = {one.key: one for one in edition.paragraphs}
    answers = answers_until(session, edition) if named else NO_ANSWERS
    whose = whose_words(session, answers, edition, since)
    return Snapshot(
        statement=statement.title,
        slug=statement.slug,
        language=statement.language,
        zone=statement.zone,
        place=statement.place,
        number=edition.number,
        name=name,
        at=head.instant,
        digest=edition.digest,
        record=hash_of(session, edition.entry_id),
        sections=tuple(section_of(row, sealed, whose[row.section_id]) for row in edition.sections),
        final=final,
        adopted=adopted_of(edition),
        open_points=open_points(session, statement, edition),
        amendments=public_amendments(session, statement, edition),
        dropped=dropped_by(answers, sections_missing(edition, since)),
        form=edition.form,
    )


def whose_words(
    session: Session, answers: Answers, edition: Edition, since: Edition | None
) -> Mapping[int, Told]:
    """Say by section what it read before, and whose words it holds since then.

    Before is an earlier draft, or the text as it was brought in.
    """
    if answers is NO_ANSWERS:
        present = {row.section_id: read(row.version.markdown) for row in edition.sections}
        return {number: (text, attribute(text, ())) for number, text in present.items()}
    versions = versions_by_section(session, [row.section_id for row in edition.sections])
    before = {row.section_id: row.version for row in since.sections} if since else {}
    found = {}
    for row in edition.sections:
        first = before.get(row.section_id) if since else first_of(versions[row.section_id])
        through = versions_between(versions[row.section_id], first, row.version)
        whose = attribution_of(answers, row.section.key, through, new=first is None)
        found[row.section_id] = (read(first.markdown) if first else NOTHING, whose)
    return found


def first_of(versions: Sequence[SectionVersion]) -> SectionVersion | None:
    """Return the version of a section that was brought in; none for one that an answer added."""
    return None if versions[0].source is Source.DECISION else versions[0]


def versions_between(
    versions: Sequence[SectionVersion], first: SectionVersion | None, last: SectionVersion
) -> Sequence[SectionVersion]:
    """Return the versions from one to another; these two alone where time runs backwards."""
    if first is not None and first.number > last.number:
        return [first, last]
    low = first.number if first else 1
    return [one for one in versions if low <= one.number <= last.number]


def sections_missing(edition: Edition, since: Edition | None) -> Sequence[str]:
    """Return the keys of the sections of an earlier draft that this one has no longer."""
    standing = {row.section_id for row in edition.sections}
    earlier = since.sections if since else ()
    return [row.section.key for row in earlier if row.section_id not in standing]


def section_of(
    row: EditionSection, sealed: Mapping[str, EditionParagraph], told: Told
) -> SnapshotSection:
    """Return one section with its sealed paragraphs."""
    before, whose = told
    passage = whose.passage
    edges = pairwise((*passage.starts, len(passage.flat)))
    paragraphs = [
        SnapshotParagraph(
            key=key,
            label=sealed[key].label,
            markdown=write(Passage((block,))),
            salt=sealed[key].salt.hex(),
            digest=sealed[key].digest,
            names=named_between(whose, low, high),
        )
        for key, block, (low, high) in zip(row.version.keys, passage.blocks, edges, strict=True)
    ]
    return SnapshotSection(
        key=row.section.key,
        title=row.version.title,
        kind=row.kind.value,
        passage=passage,
        paragraphs=tuple(paragraphs),
        before=before,
        whose=whose,
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


def open_points(session: Session, statement: Statement, edition: Edition) -> tuple[OpenPoint, ...]:
    """Return what the final text leaves open, where it says so; public wishes alone."""
    if not edition.with_open_points:
        return ()
    wanted = Wanted({Status.OPEN_POINT}, audience=Audience.PUBLIC)
    labels = labels_in(edition)
    return tuple(
        OpenPoint(
            amendment_label(one.number or 0), groups_of(one), str(heading_now(latest(one), labels))
        )
        for one in list_sent(session, statement.id, wanted)
    )


def labels_in(edition: Edition) -> Mapping[str, str]:
    """Return the number of each paragraph of a draft, by its key."""
    return {one.key: one.label for one in edition.paragraphs if one.label}


def groups_of(amendment: Amendment) -> tuple[str, ...]:
    """Return the public names of the group that asks, and of those that joined these words."""
    joined = [
        sponsor.group.public_name
        for sponsor in amendment.sponsors
        if sponsor.state is SponsorState.JOINED and sponsor.revision == amendment.revision
    ]
    return (amendment.group.public_name, *joined)


def public_amendments(
    session: Session, statement: Statement, edition: Edition
) -> tuple[PublicAmendment, ...]:
    """Return what was sent for the public before the draft, as it stood then."""
    told = told_before(session, edition)
    answers = answers_before(session, edition)
    labels = labels_in(edition)
    rows = list_sent(session, statement.id, Wanted(audience=Audience.PUBLIC))
    joined = joined_before(session, edition, told)
    return tuple(
        public_amendment(one, told[one.id], joined[one.id], answers.get(one.id, ()), labels)
        for one in rows
        if one.id in told
    )


def joined_before(
    session: Session, edition: Edition, told: Mapping[int, LastAct]
) -> Mapping[int, tuple[str, ...]]:
    """Return the public names of the groups that stood with the words told, by amendment."""
    standing: dict[int, dict[str, bool]] = {number: {} for number in told}
    for one in joins_of(session, told.keys()):
        if one.entry_id < (edition.entry_id or 0):
            holds = one.holds and one.revision == told[one.amendment_id].revision
            standing[one.amendment_id][one.group] = holds
    return {
        number: tuple(name for name, holds in groups.items() if holds)
        for number, groups in standing.items()
    }


def public_amendment(
    amendment: Amendment,
    told: LastAct,
    joined: Sequence[str],
    rulings: Sequence[Ruling],
    labels: Mapping[str, str],
) -> PublicAmendment:
    """Return what the public may know of one amendment, with the last answer to it."""
    revision = revision_of(amendment, told.revision)
    return PublicAmendment(
        label=amendment_label(amendment.number or 0),
        revision=revision.number,
        groups=(amendment.group.public_name, *joined),
        heading=str(heading_now(revision, labels)),
        reason=revision.reason,
        status=status_of(told, rulings).value,
        changes=tuple(
            {name: change.get(name, "") for name in ("letter", "kind", "before", "after")}
            for part in revision.parts
            for change in changes_of(part)
        ),
        answers=tuple(
            {"outcome": one.outcome.value, "reason": public_reason(one)} for one in rulings
        ),
    )


def status_of(told: LastAct, rulings: Sequence[Ruling]) -> Status:
    """Say how an amendment stood: as last answered, unless its group had taken it back."""
    if told.kind == EventKind.WITHDRAWN:
        return Status.WITHDRAWN
    if not rulings:
        return Status.SUBMITTED
    return state_after(overall([one.outcome for one in rulings]))


def public_reason(ruling: Ruling) -> str:
    """Return why it was answered so; a reason shared with a change for the meeting stays there."""
    shared = {one.audience for one in ruling.decision.rulings}
    return ruling.decision.reason if shared == {Audience.PUBLIC} else ""
