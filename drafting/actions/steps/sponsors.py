"""Groups that stand with an amendment's author, each bound to the revision it read."""

from __future__ import annotations

from sqlalchemy.orm import Session

from drafting.errors import N_, Refused, Stale
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Step, after
from drafting.store.models import Amendment, Group, Sponsor
from drafting.store.models.amendments import SponsorState


def check_open_to(amendment: Amendment, group: Group, revision: int | None) -> None:
    """Go on only where this group may join the words that it read.

    Raises: WrongStep once answered, Stale when they were revised, Refused for the author.
    """
    after(amendment.status, Step.JOIN)
    if amendment.group_id == group.id:
        raise Refused(N_("This is your own group's change."))
    if revision is not None and revision != amendment.revision:
        raise Stale


def sponsor_of(amendment: Amendment, group: Group) -> Sponsor | None:
    """Return how this group stands to the amendment; sponsors must be loaded."""
    for sponsor in amendment.sponsors:
        if sponsor.group_id == group.id:
            return sponsor
    return None


def set_sponsor(
    session: Session, amendment: Amendment, group: Group, state: SponsorState, actor: Actor
) -> Sponsor:
    """Write how this group stands to the standing revision."""
    sponsor = sponsor_of(amendment, group)
    if sponsor is None:
        sponsor = Sponsor(amendment_id=amendment.id, group_id=group.id)
        session.add(sponsor)
    sponsor.revision = amendment.revision
    sponsor.state = state
    sponsor.at = actor.at
    session.flush()
    return sponsor
