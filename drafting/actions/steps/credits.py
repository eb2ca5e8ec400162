"""Finding whose words changed each paragraph of a published draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.rules.credits import Credit, credit_of
from drafting.store.models import Ruling, SectionVersion, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.rulings import standing_rulings, versions_of
from drafting.text import read


def credits_by_key(
    session: Session, statement: Statement, until: datetime
) -> Mapping[str, Sequence[Credit]]:
    """Return, by paragraph key, who changed it up to an instant, in the order of the answers."""
    rulings = standing_rulings(session, statement.id, until)
    versions = versions_of(session, rulings)
    found: dict[str, list[Credit]] = defaultdict(list)
    for ruling in rulings:
        before = versions.get(ruling.before_version_id or 0)
        after = versions.get(ruling.after_version_id or 0)
        if after is not None:
            for key in keys_changed(before, after):
                found[key].append(credit_of(ruling.outcome, number_of(ruling), groups_of(ruling)))
    return found


def keys_changed(before: SectionVersion | None, after: SectionVersion) -> list[str]:
    """Return the keys of the blocks that read otherwise in the later version, or are new in it."""
    was = blocks_by_key(before) if before is not None else {}
    return [key for key, block in blocks_by_key(after).items() if was.get(key) != block]


def blocks_by_key(version: SectionVersion) -> Mapping[str, object]:
    """Return the blocks of a version by their keys."""
    return dict(zip(version.keys, read(version.markdown).blocks, strict=True))


def number_of(ruling: Ruling) -> int:
    """Return the number of the amendment that was answered."""
    return ruling.amendment.number or 0


def groups_of(ruling: Ruling) -> list[str]:
    """Return the public names of the group that asked and of those that had joined its words."""
    joined = [
        sponsor.group.public_name
        for sponsor in ruling.amendment.sponsors
        if sponsor.state is SponsorState.JOINED and sponsor.revision == ruling.revision
    ]
    return [ruling.amendment.group.public_name, *joined]
