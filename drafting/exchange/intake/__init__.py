"""Bringing a text in: propose a split of a source, edit it, account for its words, write it."""

from __future__ import annotations

from drafting.exchange.intake.edit import (
    cut_points,
    join,
    leave_out,
    leave_section_out,
    mark,
    move,
    put_back,
    put_section_back,
    retitle,
    set_depth,
    split_before,
)
from drafting.exchange.intake.marking import to_markdown
from drafting.exchange.intake.propose import leftovers, split
from drafting.exchange.intake.shape import (
    KINDS,
    Account,
    Piece,
    PlannedSection,
    SectionKind,
    Split,
    account,
)

__all__ = [
    "KINDS", "Account", "Piece", "PlannedSection", "SectionKind", "Split", "account", "cut_points",
    "join", "leave_out", "leave_section_out", "leftovers", "mark", "move", "put_back",
    "put_section_back", "retitle", "set_depth", "split", "split_before", "to_markdown",
]  # fmt: skip
