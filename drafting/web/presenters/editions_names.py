"""What people call a published draft, and the sentences on its files, in the reader's language."""

from __future__ import annotations

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.exchange.notices import Notices
from drafting.store.models import Edition
from drafting.store.models.editions import EditionKind


def edition_name(edition: Edition) -> str:
    """Say *Zero draft*, *Rev. 2* or *Final* in the reader's language."""
    if edition.kind is EditionKind.ZERO:
        return _("Zero draft")
    if edition.kind is EditionKind.FINAL:
        return _("Final")
    return revision_name(edition.number)


def revision_name(number: int) -> str:
    """Say *Rev. 2* in the reader's language."""
    return _("Rev. %(number)s", number=number)


def notices() -> Notices:
    """Return the sentences of a file in the reader's language, their places still open."""
    return Notices(
        locale=get_locale(),
        working=_("Working text, not agreed."),
        final=_("Final text."),
        published=_("Published %(at)s, digest %(digest)s", at="%(at)s", digest="%(digest)s"),
        record=_("Record %(head)s", head="%(head)s"),
        adopted=_(
            "Adopted in %(session)s on %(on)s. Groups present: %(groups)s.",
            session="%(session)s", on="%(on)s", groups="%(groups)s",
        ),
        consensus=_("By consensus."),
        no_consensus=_("Not by consensus."),
        open_points=_("Open points"),
        against=_("Marked words changed since %(name)s.", name="%(name)s"),
        taken_out=_("taken out"),
        moved=_("moved"),
        title_before=_("Title before: “%(title)s”", title="%(title)s"),
    )  # fmt: skip
