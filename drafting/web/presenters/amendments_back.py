"""Words that waited in a browser, put back: carried from their own text to the present one."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.actions.steps.proposals import parts_said
from drafting.errors import BadInput, Unchanged
from drafting.rules.edits import Edit, ParagraphEdit, SectionEdit, Wording
from drafting.store.models import AmendmentPart, Statement
from drafting.store.queries.bases import find_version
from drafting.store.queries.sections import section_of_paragraph
from drafting.store.session import Session
from drafting.web.presenters.amendments_revisit import start_of, start_typed
from drafting.web.presenters.amendments_start import Start


@dataclass(frozen=True, slots=True)
class Back:
    """What became of the words: `moved` when the text has changed since they were written.

    `fits` when they stand on the present text now; else `now` is how it reads at their place.
    """

    moved: bool
    fits: bool = True
    now: str = ""


def put_back(
    session: Session, statement: Statement, present: Start, wording: Wording
) -> tuple[Start, Back]:
    """Return the fields with the kept words: on the present text where they fit, else as written.

    `present` is what stands in the fields of a page opened now.
    """
    moved = any(is_old(session, statement, edit) for edit in wording.edits)
    if moved and len(wording.edits) == 1:
        carried = carry_edit(session, statement, wording.edits[0])
        if carried is not None and not carried.moved:
            return carried, Back(moved)
    typed = start_typed(session, statement, present, wording)
    return typed, Back(moved, fits=not moved, now=present.words if moved else "")


def is_old(session: Session, statement: Statement, edit: Edit) -> bool:
    """Whether a newer version took the place of the one that this was written on."""
    if isinstance(edit, ParagraphEdit):
        key = section_of_paragraph(session, statement.id, edit.paragraph).key
    elif isinstance(edit, SectionEdit):
        key = edit.section
    else:
        return False
    return find_version(session, statement.id, key).number != edit.base


def carry_edit(session: Session, statement: Statement, edit: Edit) -> Start | None:
    """Return the fields for an edit on the present text; None where it asks for nothing."""
    try:
        parts = parts_said(session, statement, Wording((edit,)), None)
    except (Unchanged, BadInput):
        return None
    return start_of(session, statement, [bound(part) for part in parts], sent=False)


def bound(part: AmendmentPart) -> AmendmentPart:
    """Return a part that is kept nowhere, with the numbers that rows are told apart by."""
    part.outline_id = part.outline.id if part.outline else None
    return part
