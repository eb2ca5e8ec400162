"""The source and the split that an intake holds, and its history of splits."""

from __future__ import annotations

from drafting.errors import Stale
from drafting.exchange.intake import Split
from drafting.exchange.intake.arrange import Arrangement, arrange
from drafting.exchange.readers import Source
from drafting.store.models import Intake

MOST_STEPS = 200


def source_of(intake: Intake) -> Source:
    """Return the source as it was read."""
    return Source.from_json(intake.source)


def split_of(intake: Intake) -> Split:
    """Return the split as it stands."""
    return Split.from_json(intake.splits[intake.cursor])


def keep_step(intake: Intake, cursor: int, wanted: Arrangement) -> None:
    """Take a step and put the new split behind the present one; what was undone is forgotten.

    Raises: Stale when the page showed another split; BadInput.
    """
    if cursor != intake.cursor:
        raise Stale
    before = split_of(intake)
    after = arrange(before, source_of(intake), wanted)
    if after == before:
        return
    kept = [*intake.splits[: intake.cursor + 1], after.to_json()]
    intake.splits = kept[-MOST_STEPS:]
    intake.cursor = len(intake.splits) - 1


def step_back(intake: Intake, by: int) -> None:
    """Undo (1) or redo (-1) a step, as far as there are any."""
    intake.cursor = min(max(intake.cursor - by, 0), len(intake.splits) - 1)
