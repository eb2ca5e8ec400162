"""Which rows an entry vouches for, and what it says of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.seals import seal_rows
from drafting.actions.steps.tellings import tell_texts
from drafting.rules.journal import Json
from drafting.store.base import Base
from drafting.store.models import Statement
from drafting.store.queries.journal import seqs_of
from drafting.store.queries.journal_rows import is_covered, is_unspoken, list_covered
from drafting.store.touched import take_written, written_in


@dataclass(frozen=True, slots=True)
class Vouched:
    """Rows that this very act wrote, rows that stood before it, and the numbers of entries.

    A row that is to name its entry names the one to come; one that stood before keeps its own.
    """

    written: Collection[Base]
    standing: Collection[Base]
    seqs: Mapping[int | None, int]
    seq: int


def rows_to_tell(
    session: Session, statement: Statement, seq: int, *, whole: bool, own_rows: bool
) -> Vouched:
    """Take what was written; where `whole`, also all that stood. Drafts are in no record.

    Without `own_rows` what was written is left to the entry that follows.
    """

    def is_ours(row: Base) -> bool:
        return is_covered(session, statement.id, row)

    session.flush()
    known = set(written_in(session))
    written = take_written(session, is_ours) if own_rows else []
    standing = [
        row
        for row in (list_covered(session, statement.id) if whole else ())
        if id(row) not in known and not is_unspoken(row)
    ]
    needed = [row for row in (*written, *standing) if getattr(row, "entry_id", None) is not None]
    seqs = seqs_of(session, statement.id) if needed else {}
    return Vouched(written, standing, seqs, seq)


def vouched_facts(
    session: Session, vouched: Vouched, salt: bytes, *, whole: bool
) -> dict[str, Json]:
    """Tell of the text as it stands or moved, and seal each row."""
    told = tell_texts(session, (*vouched.standing, *vouched.written), whole=whole)
    told["rows"] = {
        **seal_rows(vouched.standing, salt, vouched.seqs),
        **seal_rows(vouched.written, salt, {**vouched.seqs, None: vouched.seq}),
    }
    return {**told, "whole": True} if whole else told
