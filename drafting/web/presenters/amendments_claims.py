"""The claim *language only*, held against the words: what readers are told of a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask_babel import gettext as _

from drafting.actions.steps.parts import OUTLINE_KINDS, redline_of
from drafting.rules.claims import Touched, touched
from drafting.store.models import AmendmentPart
from drafting.text import Redline


def touched_words(
    parts: Iterable[AmendmentPart], drawn: Callable[[AmendmentPart], Redline] = redline_of
) -> tuple[str, ...]:
    """Say what words of weight some parts touch, in the text or in titles.

    `drawn` says on which text; what it needs must be loaded.
    """
    names = {
        Touched.FORCE: _("how strong it is"),
        Touched.NEGATION: _("yes or no"),
        Touched.NUMBER: _("a number"),
        Touched.NAME: _("a name"),
        Touched.QUOTATION: _("a quotation"),
        Touched.REACH: _("how far it goes"),
    }
    found = touched(drawn(part) for part in parts if part.kind not in OUTLINE_KINDS)
    return tuple(words for kind, words in names.items() if kind in found)
