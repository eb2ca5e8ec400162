"""Publishes drafts in tests, as a moderator does who looked at the text first."""

from __future__ import annotations

from datetime import date, datetime

from drafting.actions.export_edition import ExportEdition, export_edition
from drafting.actions.publish_edition import PublishEdition, publish_edition, text_digest
from drafting.actions.steps.editions import Adoption
from drafting.store.models import Edition
from drafting.store.queries.sections import present_outline, present_versions
from tests.factories.world import NOON, World

ADOPTION = Adoption("Session 2A", date(2026, 11, 25), True, ("Africa", "Asia"))


def seen_in(world: World) -> str:
    """Name the state of the text that a moderator sees now."""
    outline = present_outline(world.session, world.statement.id)
    assert outline is not None
    versions = present_versions(world.session, world.statement.id)
    return text_digest(world.session, world.statement, outline, versions)


def publish(
    world: World, adoption: Adoption | None = None, *, at: datetime = NOON, by: str = "moderator"
) -> Edition:
    """Publish the next draft, or the final text where it says how it was adopted."""
    request = PublishEdition(world.statement.slug, seen_in(world), adoption)
    return publish_edition(world.session, world.actor(by, at), request)


def exported(
    world: World, number: int, form: str, against: int | None = None, by: str = "public"
) -> str:
    """Take a published draft away as a file, and return what it says."""
    request = ExportEdition(world.statement.slug, number, form, against)
    return export_edition(world.session, world.actor(by), request).data.decode()
