"""The page on which a change is written: its words, why, and what others ask at the same place."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from flask_babel import get_locale

from drafting.actions.steps.amendments import digest_of
from drafting.errors import Forbidden, NotVisible
from drafting.rules.actors import Actor, Right
from drafting.rules.edits import Wording
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Step, after
from drafting.rules.permits import Permission, Scope, may, require
from drafting.rules.rounds import DoorState
from drafting.rules.sending import lets_through
from drafting.store.models import Amendment, Statement
from drafting.store.queries.amendments import get_amendment, get_draft, latest, scope_of, writers_of
from drafting.store.queries.editions import labels_of
from drafting.store.queries.grants import active_grants
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.rounds import door_now
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import GroupChoice, group_choices
from drafting.web.presenters.amendments_back import (
    Back,
    has_moved,
    moved_draft,
    over_present,
    put_back,
)
from drafting.web.presenters.amendments_near import (
    Desk,
    DraftHere,
    OtherWish,
    drafts_at,
    others_at,
)
from drafting.web.presenters.amendments_preview import Preview, look
from drafting.web.presenters.amendments_revisit import (
    KEEP,
    edits_of,
    start_from,
    start_typed,
)
from drafting.web.presenters.amendments_start import Place, Start, standing_words, start_at
from drafting.web.presenters.moments import Moment, moment


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the fields when a button was pressed."""

    wording: Wording
    form_key: str
    group: str = ""
    seen: str = ""
    revision: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class DoorLine:
    """What the page says where not everything may be sent now, and whom to ask."""

    state: str
    until: Moment | None
    moderators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Which buttons stand under the form."""

    send: bool = False
    enter: bool = False
    draft: bool = False
    ready: bool = False
    revise: bool = False


@dataclass(frozen=True, slots=True)
class DeskPage:
    """All that the page for writing shows."""

    statement: str
    language: str
    start: Start
    number: str
    numbers: tuple[str, ...]
    label: str
    wording: Wording
    form_key: str
    group: str
    groups: tuple[GroupChoice, ...]
    acting_for: str
    buttons: Buttons
    door: DoorLine | None
    preview: Preview | None
    refusal: str
    others: tuple[OtherWish, ...]
    drafts: tuple[DraftHere, ...]
    standing: str = ""
    draft: str = ""
    is_ready: bool = False
    written_by: str = ""
    seen: str = ""
    revision: int = 0
    digest: str = ""
    sections: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    back: Back | None = None
    typed: bool = False


def show_desk(
    session: Session,
    actor: Actor,
    place: Place,
    typed: Typed | None = None,
    *,
    stale: bool = False,
    back: bool = False,
) -> DeskPage:
    """Make the page; with `typed` it shows those words, and the change they make.

    `stale` shows beside them what stands there now; `back` carries them from the text on which
    they were written to the present one. Raises: NotVisible, Forbidden, WrongStep.
    """
    statement = get_statement(session, place.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    desk = open_desk(session, actor, statement, place)
    moved = typed is not None and not stale and has_moved(session, statement, typed.wording)
    if typed is not None and (back or moved):
        return put_back_page(desk, place, typed, waited=back)
    start = beginning(desk, place)
    standing = standing_words(start) if stale else ""
    if typed is not None:
        start = start_typed(session, statement, start, typed.wording)
    wording = typed.wording if typed else start.wording
    shown = typed is not None or bool(place.draft) or start.kind == "keep"
    drawn = look(desk, over_present(session, statement, wording), shown=shown)
    page = page_of(desk, start, wording, typed, drawn)
    told = None if typed else moved_draft(session, statement, desk.amendment, start)
    return replace(page, standing=standing, back=told)


def put_back_page(desk: Desk, place: Place, typed: Typed, *, waited: bool) -> DeskPage:
    """Make the page with words of an older text; also where their paragraph is gone meanwhile."""
    try:
        present = beginning(desk, place)
    except NotVisible:
        present = KEEP
    start, back = put_back(desk.session, desk.statement, present, typed.wording)
    wording = replace(typed.wording, edits=tuple(edits_of(start)))
    drawn = look(desk, over_present(desk.session, desk.statement, wording), shown=True)
    return replace(page_of(desk, start, wording, typed, drawn), back=replace(back, waited=waited))


def open_desk(session: Session, actor: Actor, statement: Statement, place: Place) -> Desk:
    """Look up what the page needs. Raises: NotVisible, Forbidden, WrongStep."""
    amendment = None
    choices = group_choices(session, actor, statement)
    if place.draft:
        amendment = get_draft(session, statement, place.draft)
        require(actor, Permission.WRITE, scope_of(amendment))
    elif place.number is not None:
        amendment = get_amendment(session, statement, place.number)
        leaderless = group_is_leaderless(session, amendment.group_id)
        require(actor, Permission.SEND, scope_of(amendment, leaderless=leaderless))
        after(amendment.status, Step.REVISE)
    elif not choices:
        raise Forbidden
    if amendment is not None:
        choices = [choice for choice in choices if choice.id == amendment.group_id]
    versions = present_versions(session, statement.id)
    return Desk(
        session, actor, statement, versions, labels_of(session, statement.id), amendment, choices
    )


def beginning(desk: Desk, place: Place) -> Start:
    """Return what stands in the fields before anything is typed."""
    if desk.amendment is not None:
        return start_from(desk.session, desk.statement, desk.amendment)
    return start_at(desk.session, desk.statement, place)


def page_of(
    desk: Desk,
    start: Start,
    wording: Wording,
    typed: Typed | None,
    drawn: tuple[Preview | None, str],
) -> DeskPage:
    """Put the page together."""
    amendment, statement = desk.amendment, desk.statement
    group = typed.group if typed and typed.group else preset_group(desk.choices)
    return DeskPage(
        statement=statement.slug,
        language=statement.language,
        start=start,
        number=desk.labels.get(start.paragraph, ""),
        numbers=tuple(desk.labels.get(part.paragraph, "") for part in start.parts),
        label=amendment_label(amendment.number) if amendment and amendment.number else "",
        wording=wording,
        form_key=typed.form_key if typed and typed.form_key else secrets.token_hex(16),
        group=group,
        groups=tuple(desk.choices),
        acting_for=desk.choices[0].name if len(desk.choices) == 1 else "",
        buttons=buttons_of(desk),
        door=door_line(desk),
        preview=drawn[0],
        refusal=drawn[1],
        others=others_at(desk, start),
        drafts=drafts_at(desk, start),
        draft=amendment.key if amendment and amendment.number is None else "",
        is_ready=bool(amendment and amendment.status.value == "ready"),
        written_by=writer_shown(desk),
        seen=typed.seen if typed and typed.seen else seen_shown(amendment),
        revision=typed.revision if typed and typed.revision else revision_shown(amendment),
        digest=typed.digest if typed and typed.digest else digest_shown(amendment),
        sections=tuple(desk.titles.items()),
        typed=typed is not None,
    )


def preset_group(choices: Sequence[GroupChoice]) -> str:
    """Return the group that is chosen at first: an own one; of those typed for, none of many."""
    if not choices or (len(choices) > 1 and not choices[0].own):
        return ""
    return choices[0].mark


def seen_shown(amendment: Amendment | None) -> str:
    """Return the instant of the words that the page shows of a draft."""
    return latest(amendment).at.isoformat() if amendment else ""


def writer_shown(desk: Desk) -> str:
    """Return who last wrote at a draft; its page is seen by its own group alone."""
    draft = desk.amendment
    if draft is None or draft.number is not None:
        return ""
    return writers_of(desk.session, [draft.id]).get(draft.id, "")


def revision_shown(amendment: Amendment | None) -> int:
    """Return the revision that the page shows."""
    return amendment.revision if amendment else 0


def digest_shown(amendment: Amendment | None) -> str:
    """Return the digest of what the page shows of something sent."""
    return digest_of(amendment) if amendment is not None and amendment.number else ""


def buttons_of(desk: Desk) -> Buttons:
    """Say which buttons stand under the form, for any of the groups to choose from."""
    state = door_now(desk.session, desk.statement, desk.actor.at)
    if state.state is DoorState.FINAL:
        return Buttons()
    if desk.amendment is not None and desk.amendment.number is not None:
        return Buttons(revise=True)
    status = desk.amendment.status if desk.amendment else None
    passes = [
        choice
        for choice in desk.choices
        if state.state is DoorState.OPEN
        or (status is not None and lets_through(state, status, may_enter=False))
        or may(desk.actor, Permission.ENTER, Scope(desk.statement.id, choice.id))
    ]
    return Buttons(
        send=any(choice.ways.send for choice in passes),
        enter=any(choice.ways.enter for choice in passes),
        draft=any(choice.ways.write for choice in desk.choices),
        ready=any(choice.ways.write and not choice.ways.send for choice in desk.choices),
    )


def door_line(desk: Desk) -> DoorLine | None:
    """Say until when the text is closed and whom to ask; nothing while it is open."""
    state = door_now(desk.session, desk.statement, desk.actor.at)
    if state.state is DoorState.OPEN:
        return None
    meeting = desk.statement
    turn = meeting.final_at or state.until
    grants = active_grants(desk.session, meeting.id, Right.DECIDE)
    return DoorLine(
        state=state.state.value,
        until=moment(turn, desk.actor.at, get_locale(), meeting) if turn else None,
        moderators=tuple(dict.fromkeys(grant.person.name for grant in grants)),
    )
