"""One amendment of several parts: sent, numbered, lettered, carried and revised as one."""

from __future__ import annotations

from collections.abc import Callable

from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.rules.edits import MovedSection, ParagraphEdit, Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, load_whole
from tests.factories.amendments import WORDS, form_key, words_for
from tests.factories.world import World
from tests.support.client import PageClient


def send_parts(world: World) -> Amendment:
    """Ask for other words in two sections, twice in one, and for another order."""
    edits = (
        words_for(world, WORDS),
        words_for(world, "States promised in 2016 to work together. They have not.", block=2),
        ParagraphEdit(1, world.key(1, 1), "End the detention of all children at once;"),
        MovedSection(1, world.sections[1].key, None),
    )
    request = SubmitAmendment(
        "dhaka", "ASIA", Wording(edits, "All of it."), Audience.MEETING, form_key()
    )
    row = submit_amendment(world.session, world.actor("sender"), request)
    return load_whole(world.session, row.id)


def test_each_section_is_one_part_and_letters_count_on(world: World) -> None:
    parts = latest(send_parts(world)).parts
    assert [part.kind for part in parts] == [PartKind.TEXT, PartKind.TEXT, PartKind.MOVE]
    letters = [change["letter"] for part in parts for change in part.changes]
    assert letters == sorted(set(letters))
    assert [change["after"] for change in parts[0].changes][:2] == ["must", "2016"]


def test_every_part_is_carried(world: World) -> None:
    for part in latest(send_parts(world)).parts:
        assert part.carried is not None
        assert set(part.carried.fates) == {change["letter"] for change in part.changes}
        assert set(part.carried.fates.values()) == {"carried"}


def test_its_page_shows_all_parts_and_its_why_is_revised(
    world: World, client_of: Callable[[str], PageClient]
) -> None:
    send_parts(world)
    world.session.commit()
    client = client_of("sender")
    page = client.get_page("/texts/dhaka/changes/A1")
    for words in ("must", "2016", "all children", "goes to the beginning"):
        assert words in page.text
    page = client.get_page("/texts/dhaka/changes/A1/revise")
    page = client.submit(page.form("#my-change"), act="revise", reason="Nothing less.")
    assert "Nothing less." in page.text
    assert "2016" in page.text
