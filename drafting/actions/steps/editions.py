"""Freezing the present text as a published draft, its paragraphs numbered and sealed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.notices import mail_published
from drafting.rules.actors import Actor, Right
from drafting.rules.digests import EditionHead, SealedParagraph, SealedSection, full_digest
from drafting.rules.journal import FORM_NOW, NONCE_BYTES, EventKind, Json, salted
from drafting.rules.labels import edition_label
from drafting.rules.lifecycle import Audience
from drafting.rules.numbering import number
from drafting.store.models import (
    Edition,
    EditionParagraph,
    EditionSection,
    Outline,
    SectionVersion,
    Statement,
)
from drafting.store.models.editions import EditionKind
from drafting.store.models.sections import SectionKind
from drafting.store.queries.editions import latest_edition, shapes_in
from drafting.text import Passage, read, write


@dataclass(frozen=True, slots=True)
class Adoption:
    """How the final text was adopted: in which session, when, by consensus or not, before whom."""

    session: str
    on: date
    by_consensus: bool
    groups_present: tuple[str, ...]
    with_open_points: bool = False


def freeze_edition(
    session: Session,
    statement: Statement,
    actor: Actor,
    text: tuple[Outline, Sequence[SectionVersion]],
    adoption: Adoption | None = None,
) -> Edition:
    """Publish the present text under the next number, journal it, and tell everybody by mail.

    The first is the Zero draft; one with an adoption is the final text, without frame sections.
    """
    outline, versions = text
    last = latest_edition(session, statement.id)
    kind = EditionKind.FINAL if adoption else EditionKind.REVISION if last else EditionKind.ZERO
    edition = Edition(
        statement_id=statement.id,
        number=last.number + 1 if last else 0,
        kind=kind,
        outline_id=outline.id,
        published_at=actor.at.replace(microsecond=0),
        digest="",
        form=FORM_NOW,
        **adoption_columns(adoption),
    )
    printed = [one for one in versions if not (adoption and is_frame(one))]
    paragraphs = seal(printed)
    edition.digest = full_digest(
        head_of(statement, edition), statement.title, sealed_sections(printed, paragraphs)
    )
    session.add(edition)
    session.flush()
    add_rows(session, edition, printed, paragraphs)
    event = Event(
        EventKind.PUBLISHED,
        Right.DECIDE,
        public=published_facts(edition, adoption),
        private={"sections": [[one.section.key, one.number] for one in printed]},
        audience=Audience.PUBLIC,
    )
    edition.entry_id = append_entry(session, statement, actor, event).id
    session.flush()
    mail_published(session, statement, actor, edition)
    return edition


def adoption_columns(adoption: Adoption | None) -> dict[str, object]:
    """Return the columns that a final text fills."""
    if adoption is None:
        return {}
    return {
        "with_open_points": adoption.with_open_points,
        "adopted_session": adoption.session,
        "adopted_on": adoption.on,
        "by_consensus": adoption.by_consensus,
        "groups_present": list(adoption.groups_present),
    }


def is_frame(version: SectionVersion) -> bool:
    """Say whether a version is of a frame section, which the final leaves out."""
    return version.section.kind is SectionKind.FRAME


def head_of(statement: Statement, edition: Edition) -> EditionHead:
    """Return what names the draft, for its digest."""
    name = edition_label(edition.number, final=edition.kind is EditionKind.FINAL)
    return EditionHead(statement.slug, edition.number, name, edition.published_at)


def seal(versions: Sequence[SectionVersion]) -> list[EditionParagraph]:
    """Number all blocks afresh, and make the salted digest of each one's Markdown."""
    numbers = number(shapes_in(versions))
    blocks = [
        (version.section_id, write(Passage((block,))))
        for version in versions
        for block in read(version.markdown).blocks
    ]
    rows = []
    for position, (one, (section_id, words)) in enumerate(zip(numbers, blocks, strict=True)):
        salt = secrets.token_bytes(NONCE_BYTES)
        rows.append(
            EditionParagraph(
                position=position,
                section_id=section_id,
                key=one.key,
                label=one.label,
                salt=salt,
                digest=salted(salt, words),
            )
        )
    return rows


def sealed_sections(
    versions: Sequence[SectionVersion], paragraphs: Sequence[EditionParagraph]
) -> list[SealedSection]:
    """Return what lies under the seal of each section."""
    return [
        SealedSection(
            version.section.key,
            version.title,
            version.section.kind.value,
            [
                SealedParagraph(one.key, one.label, one.digest)
                for one in paragraphs
                if one.section_id == version.section_id
            ],
        )
        for version in versions
    ]


def add_rows(
    session: Session,
    edition: Edition,
    versions: Sequence[SectionVersion],
    paragraphs: Sequence[EditionParagraph],
) -> None:
    """Keep which versions and paragraphs stand in the draft."""
    session.add_all(
        EditionSection(
            edition_id=edition.id,
            position=position,
            section_id=version.section_id,
            version_id=version.id,
            kind=version.section.kind,
        )
        for position, version in enumerate(versions)
    )
    for paragraph in paragraphs:
        paragraph.edition_id = edition.id
        session.add(paragraph)


def published_facts(edition: Edition, adoption: Adoption | None) -> Mapping[str, Json]:
    """Return what the record says of the draft for ever."""
    facts: dict[str, Json] = {
        "edition": edition.number,
        "name": edition_label(edition.number, final=edition.kind is EditionKind.FINAL),
        "digest": edition.digest,
    }
    if adoption:
        facts["adopted"] = {
            "session": adoption.session,
            "on": adoption.on.isoformat(),
            "by consensus": adoption.by_consensus,
            "groups": list(adoption.groups_present),
        }
    return facts
