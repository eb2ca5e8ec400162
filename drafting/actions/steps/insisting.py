"""Writing an amendment anew on the present text from the words it has: a revision by answer."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from drafting.actions.steps.carry import Present, Shelf, carry_amendment, load_bases
from drafting.actions.steps.parts import (
    OUTLINE_KINDS,
    Packed,
    changes_of,
    outline_keys,
    title_words,
)
from drafting.actions.steps.ruling import asked_words
from drafting.actions.steps.standing import stand
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Fate
from drafting.store.models import Amendment, AmendmentPart, AmendmentRevision, CarriedPart
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.text import Redline, write


def parts_on_present(
    session: Session, amendment: Amendment, *, insist: bool
) -> list[AmendmentPart]:
    """Make the parts of a next revision: what fits, and the words in question if `insist`.

    Empty when nothing would be left to ask. Raises: Refused when the words fit nowhere.
    """
    wanted = {Fate.CARRIED, Fate.IN_QUESTION} if insist else {Fate.CARRIED}
    shelf = Shelf(session, amendment.statement_id)
    made = []
    for part in latest(amendment).parts:
        load_bases(session, part)
        present = shelf.present_of(part)
        passage = present.passage(part)
        standing = stand(part, passage)
        letters = [sign for sign, fate in standing.fates.items() if fate in wanted]
        if passage is None or not letters:
            continue
        redline, changes = asked_words(part, standing, passage, letters)
        made.append(part_from(part, present, redline, changes))
    for position, part in enumerate(made):
        part.position = position
    return made


def part_from(
    part: AmendmentPart, present: Present, redline: Redline, changes: Packed
) -> AmendmentPart:
    """Make a part like another one, bound to the present version."""
    made = AmendmentPart(
        kind=part.kind,
        section_id=part.section_id,
        section_version_id=present.version.id if present.version else None,
        outline_id=present.outline.id if present.outline else None,
        section_key=part.section_key,
        title=part.title,
        markdown=part.markdown,
        changes=changes,
    )
    if part.kind in OUTLINE_KINDS:
        made.outline_keys = outline_keys(redline.after)
    elif part.kind is PartKind.TITLE:
        made.title = title_words(redline.after)
    else:
        made.markdown = write(redline.after)
    set_committed_value(made, "section", part.section)
    set_committed_value(made, "section_version", present.version)
    set_committed_value(made, "outline", present.outline)
    return made


def add_revision(
    session: Session, amendment: Amendment, parts: Sequence[AmendmentPart], actor: Actor
) -> AmendmentRevision:
    """Add the parts as the next revision, heading and reason kept, and carry it."""
    before = latest(amendment)
    old = [part.id for part in before.parts]
    session.execute(
        delete(CarriedPart).where(CarriedPart.part_id.in_(old)),
        execution_options={"synchronize_session": False},
    )
    amendment.revision += 1
    revision = AmendmentRevision(
        amendment_id=amendment.id,
        number=amendment.revision,
        heading=before.heading,
        reason=before.reason,
        editorial=before.editorial,
        at=actor.at,
    )
    session.add(revision)
    session.flush()
    for part in parts:
        part.revision_id = revision.id
    session.add_all(parts)
    session.flush()
    set_committed_value(revision, "parts", list(parts))
    set_committed_value(amendment, "revisions", [*amendment.revisions, revision])
    carry_amendment(session, amendment, at=actor.at)
    return revision


def copied_parts(revision: AmendmentRevision) -> list[AmendmentPart]:
    """Return the parts of a revision again, on their own bases, without letters."""
    return [copied(part) for part in revision.parts]


def copied(part: AmendmentPart) -> AmendmentPart:
    """Return one part again."""
    made = AmendmentPart(
        position=part.position,
        kind=part.kind,
        section_id=part.section_id,
        section_version_id=part.section_version_id,
        outline_id=part.outline_id,
        section_key=part.section_key,
        title=part.title,
        markdown=part.markdown,
        outline_keys=part.outline_keys,
        changes=[
            {name: value for name, value in change.items() if name != "letter"}
            for change in changes_of(part)
        ],
    )
    set_committed_value(made, "section", part.section)
    set_committed_value(made, "section_version", part.section_version)
    set_committed_value(made, "outline", part.outline)
    return made
