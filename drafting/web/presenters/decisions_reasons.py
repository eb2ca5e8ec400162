"""When an answer needs a reason, and the reasons that moderators often give."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext as _

from drafting.actions.decide_amendment import CLOSING
from drafting.rules.lifecycle import NEEDS_REASON, Outcome
from drafting.web.presenters.decisions_effects import EffectLine


def needed_if(
    outcome: Outcome, effects: Iterable[EffectLine], *, quotation: bool, named: bool
) -> tuple[str, ...]:
    """Say in which cases an answer that stands without a reason needs one after all.

    `named` when it is known which change fulfilled or overtook what is answered.
    """
    if outcome in NEEDS_REASON:
        return ()
    refuses = any(line.along in NEEDS_REASON for line in effects)
    cases = (
        (refuses, _("Needed if you tick “Don't take”.")),
        (quotation, _("Needed if you answer “Yes” above.")),
        (outcome in CLOSING and not named, _("Needed if you name no change above.")),
    )
    return tuple(words for holds, words in cases if holds)


def ready_reasons(outcome: Outcome) -> tuple[str, ...]:
    """Return reasons that moderators often give, to be put in by one tap and edited."""
    if outcome is Outcome.REJECTED:
        return (
            _("The text already says this in other words."),
            _("Another wish for the same words was taken."),
            _("This goes beyond what the meeting discussed."),
            _("Most groups preferred the words as they stand."),
            _("This belongs in another part of the text."),
        )
    if outcome in {Outcome.AS_MODIFIED, Outcome.IN_PART}:
        return (
            _("This brings together what several groups asked."),
            _("The meaning is kept; the words follow the rest of the text."),
            _("The other part goes beyond what the meeting discussed."),
        )
    return ()
