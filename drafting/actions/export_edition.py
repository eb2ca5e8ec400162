"""Taking a published draft away as a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from drafting.actions.steps.snapshots import take_snapshot
from drafting.errors import N_, BadInput, NotVisible
from drafting.exchange.notices import Notices
from drafting.exchange.sheets import write_html
from drafting.exchange.writers.html import Labels
from drafting.exchange.writers.json import write_json
from drafting.exchange.writers.markdown import write_markdown
from drafting.exchange.writers.text import write_text
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Statement
from drafting.store.queries.editions import get_edition
from drafting.store.queries.statements import get_statement

ENDINGS = {"markdown": "md", "text": "txt", "html": "html", "json": "json"}
TYPES = {
    "markdown": "text/markdown",
    "text": "text/plain",
    "html": "text/html",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class ExportEdition:
    """Which draft in which format; `against` an earlier one marks the changes (HTML alone)."""

    slug: str
    number: int
    form: str
    against: int | None = None
    notices: Notices = field(default_factory=Notices)
    labels: Labels = field(default_factory=Labels)


@dataclass(frozen=True, slots=True)
class Export:
    """A file: its name, its media type, and its bytes."""

    name: str
    media_type: str
    data: bytes


def export_edition(session: Session, actor: Actor, request: ExportEdition) -> Export:
    """Write a published draft; the same request gives the same bytes.

    Raises: NotVisible for a draft or format that is not there; BadInput for marks in a format
    that has none.
    """
    require(actor, Permission.SEE_EDITION, Scope())
    if request.form not in ENDINGS:
        raise NotVisible
    if request.against is not None and request.form != "html":
        raise BadInput(N_("Changes can be marked in the web page format alone."))
    statement = get_statement(session, request.slug)
    stem, data = write_form(session, statement, request)
    return Export(f"{stem}.{ENDINGS[request.form]}", TYPES[request.form], data)


def write_form(session: Session, statement: Statement, request: ExportEdition) -> tuple[str, bytes]:
    """Write the draft in the wanted format, and name the file without its ending."""
    edition = get_edition(session, statement.id, request.number)
    since = None
    if request.against is not None:
        since = get_edition(session, statement.id, request.against)
    snapshot = take_snapshot(session, statement, edition, since)
    if request.form == "json":
        return snapshot.stem, write_json(snapshot)
    if request.form == "markdown":
        return snapshot.stem, write_markdown(snapshot, request.notices)
    if request.form == "text":
        return snapshot.stem, write_text(snapshot, request.notices)
    earlier = take_snapshot(session, statement, since) if since else None
    data = write_html(snapshot, earlier, request.notices, request.labels)
    return snapshot.stem + ("-changes" if earlier else ""), data
