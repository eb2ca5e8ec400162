"""Words under which the text has moved: carried from their own text to the present one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafting.actions.steps.proposals import parts_said
from drafting.errors import BadInput, Unchanged
from drafting.rules.edits import Edit, ParagraphEdit, SectionEdit, Wording
from drafting.store.models import Amendment, AmendmentPart, Statement
from drafting.store.queries.amendments import latest
from drafting.store.queries.bases import find_version
from drafting.store.queries.sections import section_of_paragraph
from drafting.store.session import Session
from drafting.web.presenters.amendments_revisit import KEEP, edits_of, start_of, start_typed
from drafting.web.presenters.amendments_start import Start, paragraph_start, section_start


@dataclass(frozen=True, slots=True)
class Back:
    """What became of the words: `moved` when the text has changed since they were written.

    `fits` when they stand on the present text now; else `now` is how it reads at their place.
    `waited` when they had been kept in a browser.
    """

    moved: bool
    fits: bool = True
    now: str = ""
    waited: bool = False


def put_back(
    session: Session, statement: Statement, present: Start, wording: Wording
) -> tuple[Start, Back]:
    """Return the fields with the kept words: on the present text where they fit, else as written.

    `present` is what stands in the fields of a page opened now.
    """
    moved = has_moved(session, statement, wording)
    if moved and len(wording.edits) == 1:
        carried = carry_edit(session, statement, wording.edits[0])
        if carried is not None and not carried.moved:
            return carried, Back(moved)
    typed = start_typed(session, statement, present, wording)
    return typed, Back(moved, fits=not moved, now=reads_now(session, statement, wording))


def has_moved(session: Session, statement: Statement, wording: Wording) -> bool:
    """Say whether the text has changed since these words were begun."""
    return any(is_old(session, statement, edit) for edit in wording.edits)


def reads_now(session: Session, statement: Statement, wording: Wording) -> str:
    """Return how the text reads at the places where it has moved; empty where they are gone."""
    old = [edit for edit in wording.edits if is_old(session, statement, edit)]
    starts = [start_now(session, statement, edit) for edit in old]
    return "\n\n".join(start.original for start in starts if start is not None)


def over_present(session: Session, statement: Statement, wording: Wording) -> Wording:
    """Return the same words asked of the present text, for drawing; unchanged where it is gone."""
    starts = [start_now(session, statement, edit) for edit in wording.edits]
    edits = [
        replace(edit, base=start.base) if start else edit
        for edit, start in zip(wording.edits, starts, strict=True)
    ]
    return replace(wording, edits=tuple(edits))


def start_now(session: Session, statement: Statement, edit: Edit) -> Start | None:
    """Return the place of an edit as it stands now; None where it is gone, or is of the order."""
    if isinstance(edit, ParagraphEdit):
        section = section_of_paragraph(session, statement.id, edit.paragraph)
        version = find_version(session, statement.id, section.key)
        if edit.paragraph not in version.keys:
            return None
        return paragraph_start(version, version.keys.index(edit.paragraph), None)
    if isinstance(edit, SectionEdit):
        version = find_version(session, statement.id, edit.section)
        return section_start(version, version.markdown, version.title)
    return None


def moved_draft(
    session: Session, statement: Statement, draft: Amendment | None, start: Start
) -> Back | None:
    """Say what became of a draft that is opened on another text than it was written on."""
    if draft is None or draft.number is not None or start.kind == KEEP.kind:
        return None
    places = [(part.section_version, part.section) for part in latest(draft).parts]
    if all(not version or not own or version.number == own.head for version, own in places):
        return None
    wording = Wording(tuple(edits_of(start)))
    fits = not has_moved(session, statement, wording)
    return Back(True, fits=fits, now=reads_now(session, statement, wording))


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
