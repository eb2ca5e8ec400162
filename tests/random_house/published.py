"""That a published draft is the text as it stood."""

from __future__ import annotations

from sqlalchemy import select

from drafting.store.models import Edition, EditionSection
from drafting.store.models.sections import SectionKind
from tests.random_house.house import House
from tests.random_house.pages import bare
from tests.support.pages import Page


def hold_published(house: House, page: Page, *, final: bool = False) -> None:
    """Hold that the newest draft froze the present texts in their order, and shows their titles."""
    kinds = (SectionKind.TEXT, SectionKind.LOCKED) if final else ()
    heads = house.versions(*kinds)
    with house.reading() as session:
        here = select(Edition.id).where(Edition.statement_id == house.world.statement.id)
        newest = here.order_by(Edition.number.desc()).limit(1).scalar_subquery()
        frozen = session.scalars(
            select(EditionSection.version_id)
            .where(EditionSection.edition_id == newest)
            .order_by(EditionSection.position)
        ).all()
    assert list(frozen) == [one.id for one in heads], "another text was published"
    there = bare(page.text)
    missing = [one.title for one in heads if bare(one.title) not in there]
    assert not missing, f"the published draft shows no {missing}"
