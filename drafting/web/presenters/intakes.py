"""A text that is being brought in: the proposed split, line by line, with what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.actions.steps.intakes import source_of, split_of
from drafting.errors import N_, Refused
from drafting.exchange.intake import Piece, PlannedSection, account, cut_points
from drafting.exchange.intake.shape import heading_words, keeps_heading
from drafting.exchange.readers import Source
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.queries.intakes import find_intake, get_intake
from drafting.store.queries.sections import present_outline
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session

BEGINNING = 40


@dataclass(frozen=True, slots=True)
class UploadPage:
    """Before a file is chosen; `waiting` names one that was read and not saved."""

    slug: str
    megabytes: int
    waiting: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence inside a paragraph at which a section may begin."""

    at: int
    beginning: str


@dataclass(frozen=True, slots=True)
class SplitLine:
    """One line of the source, or a piece of it."""

    key: str
    words: str
    marker: str
    kind: str
    depth: int
    out: bool
    first: bool
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class SplitSection:
    """One proposed section; `lost` are words of its heading that the typed title dropped."""

    place: int
    title: str
    kind: str
    out: bool
    lost: str
    lines: tuple[SplitLine, ...]


@dataclass(frozen=True, slots=True)
class SplitPage:
    """The proposed split as it stands."""

    slug: str
    name: str
    language: str
    cursor: int
    sections: tuple[SplitSection, ...]
    kept: int
    left_out: int
    can_undo: bool
    can_redo: bool


def show_upload(session: Session, actor: Actor, slug: str, megabytes: int) -> UploadPage:
    """Show where a file is chosen. Raises: Refused when the statement has its text already."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    intake = find_intake(session, statement.id)
    waiting = intake.name if intake is not None and intake.saved_at is None else ""
    if present_outline(session, statement.id) is not None:
        raise Refused(N_("A text was brought in already. Correct its sections instead."))
    return UploadPage(slug, megabytes, waiting)


def show_split(session: Session, actor: Actor, slug: str) -> SplitPage:
    """Show the proposed split."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    intake = get_intake(session, statement.id)
    source, split = source_of(intake), split_of(intake)
    told = account(split, source)
    return SplitPage(
        slug=slug,
        name=intake.name,
        language=statement.language,
        cursor=intake.cursor,
        sections=tuple(
            section_of(place, section, source) for place, section in enumerate(split.sections)
        ),
        kept=len(told.kept),
        left_out=len(told.left_out),
        can_undo=intake.cursor > 0,
        can_redo=intake.cursor < len(intake.splits) - 1,
    )


def section_of(place: int, section: PlannedSection, source: Source) -> SplitSection:
    """Return one proposed section with its lines."""
    lost = "" if keeps_heading(source, section) else heading_words(source, section)
    return SplitSection(
        place=place,
        title=section.title,
        kind=section.kind,
        out=section.is_left_out,
        lost=lost,
        lines=tuple(
            line_of(piece, source, first=index == 0)
            for index, piece in enumerate(section.pieces)
            if piece.words(source)
        ),
    )


def line_of(piece: Piece, source: Source, *, first: bool) -> SplitLine:
    """Return one line with what can be done to it."""
    line = source.lines[piece.line]
    return SplitLine(
        key=piece.key,
        words=piece.words(source),
        marker=line.marker if piece.start == 0 else "",
        kind=line.kind,
        depth=line.depth if piece.depth is None else piece.depth,
        out=piece.out,
        first=first,
        cuts=tuple(
            Cut(at, line.text[at : at + BEGINNING].strip() + "…")
            for at in cut_points(source, piece)
        ),
    )
