"""What people call a published draft."""

from __future__ import annotations

from flask_babel import gettext as _

from drafting.store.models import Edition
from drafting.store.models.editions import EditionKind


def edition_name(edition: Edition) -> str:
    """Say *Zero draft*, *Rev. 2* or *Final* in the reader's language."""
    if edition.kind is EditionKind.ZERO:
        return _("Zero draft")
    if edition.kind is EditionKind.FINAL:
        return _("Final")
    return _("Rev. %(number)s", number=edition.number)
