"""What was written while a decision was brought about, for its rulings and its entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafting.actions.steps.carry import CarriedAmendment
from drafting.store.models import Decision, Outline, Question, SectionVersion


@dataclass
class Settled:
    """The rows of one decision: versions before and after by section, the order, what was carried,
    and the questions that were open and stayed without an answer.
    """

    decision: Decision
    versions: dict[int, tuple[SectionVersion, SectionVersion]] = field(default_factory=dict)
    outlines: tuple[Outline, Outline] | None = None
    carried: list[CarriedAmendment] = field(default_factory=list)
    unanswered: list[Question] = field(default_factory=list)
