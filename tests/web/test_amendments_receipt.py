"""What can be sent next: on the receipt, and among my changes."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from drafting.rules.labels import spoken_head
from drafting.store.models import Entry
from tests.factories.amendments import keep_draft, send_change, words_for
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
RECEIPT = "/texts/dhaka/changes/A1/receipt"


def test_a_sender_is_led_from_the_receipt_to_what_is_ready(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    keep_draft(world, words=words_for(world, "They have not.", block=2))
    ready = keep_draft(world, words=words_for(world, "They have.", block=2), ready=True)
    world.session.commit()
    page = client_of("sender").get_page(RECEIPT)
    assert "Ready to send next:" in page.text
    assert f"/texts/dhaka/drafts/{ready.key}" in page.links


def test_a_draft_that_nobody_called_ready_is_named_as_such(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    draft = keep_draft(world, words=words_for(world, "They have not.", block=2))
    world.session.commit()
    page = client_of("sender").get_page(RECEIPT)
    assert "A draft of your group, not sent yet:" in page.text
    assert f"/texts/dhaka/drafts/{draft.key}" in page.links


def test_drafts_are_named_to_those_who_may_send_them_alone(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    keep_draft(world, words=words_for(world, "They have not.", block=2), ready=True)
    world.session.commit()
    for name in ("writer", "african", "moderator", "rapporteur"):
        assert "/drafts/" not in client_of(name).get_page(RECEIPT).source


def test_what_is_ready_waits_for_the_sender_who_looks(world: World, client_of: Clients) -> None:
    keep_draft(world, ready=True)
    world.session.commit()
    assert "Ready for you to send" in client_of("sender").get_page("/texts/dhaka/my-changes").text
    page = client_of("writer").get_page("/texts/dhaka/my-changes")
    assert "Ready: waits for your sender" in page.text


def test_what_a_change_still_lacks_is_one_link_away_from_the_top(
    world: World, client_of: Clients
) -> None:
    client = client_of("rapporteur")
    form = client.get_page(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change").form("#my-change")
    page = client.submit(form, status=422, words="Other words.", act="send")
    assert "Choose the group you write for." in page.text.partition("The words")[0]
    assert "#group" in page.links


def test_a_receipt_bears_witness_to_the_record(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    head = world.session.scalars(select(Entry.hash).order_by(Entry.seq.desc())).first()
    assert f"Record: {spoken_head(head or '')}" in client_of("sender").get_page(RECEIPT).text
