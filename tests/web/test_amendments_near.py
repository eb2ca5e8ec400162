"""What stands near while words are written: own drafts, wishes of others, and equal ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.actors import Right
from drafting.store.queries.amendments import pending
from tests.factories.amendments import WORDS, join_change, keep_draft, send_change, words_for
from tests.factories.world import World, add_grant
from tests.support.client import PageClient
from tests.support.pages import Form, Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
OTHER = WORDS.replace("must", "shall")


def opened(world: World, client: PageClient) -> Page:
    """Open *Change this* at the second paragraph, with all that tests have made."""
    world.session.commit()
    return client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")


def press(client: PageClient, page: Page, act: str, status: int = 200, **fields: str) -> Page:
    """Press a button of the form in which words are written."""
    return client.submit(page.form("#my-change"), status=status, act=act, **fields)


def numbers(world: World) -> list[int | None]:
    """Return what waits."""
    world.session.expire_all()
    rows = [row.number for row in pending(world.session, world.statement.id)]
    world.session.commit()
    return rows


@pytest.mark.parametrize("who", ["writer", "sender"])
def test_a_draft_of_the_group_is_shown_before_another_is_begun(
    world: World, client_of: Clients, who: str
) -> None:
    draft = keep_draft(world)
    client = client_of(who)
    page = opened(world, client)
    assert "Your group has a draft here, not sent yet." in page.text
    assert f"{TEXT}/drafts/{draft.key}" in page.links
    assert "Writer" in page.text.partition("Or begin another one below.")[0]
    kept = press(client, page, "draft", words=OTHER)
    assert f"{draft.key}" not in kept.url, "another one is begun all the same"


def test_drafts_elsewhere_or_of_others_are_not_shown(world: World, client_of: Clients) -> None:
    keep_draft(world, words=words_for(world, "They have not.", block=2))
    keep_draft(world, "african")
    page = opened(world, client_of("writer"))
    assert "not sent yet" not in page.text
    assert "Your group has" in opened(world, client_of("african")).text
    assert "Your group has" not in opened(world, client_of("rapporteur")).text


def test_what_others_ask_stands_above_the_field(world: World, client_of: Clients) -> None:
    send_change(world, "african")
    client = client_of("sender")
    page = opened(world, client)
    assert page.source.index("What others ask here") < page.source.index("<textarea")
    joined = client.submit(page.form("/join"))
    assert "Joined by Asia." in joined.text


def test_enter_in_the_form_never_joins(world: World, client_of: Clients) -> None:
    send_change(world, "african")
    client = client_of("sender")
    page = press(client, opened(world, client), "see", words=WORDS)
    inside = page.form("#my-change").element.iter("button")
    first = next(button for button in inside if not button.get("form"))
    assert first.get("value") == "see"


def test_an_equal_wish_is_named_in_the_preview(world: World, client_of: Clients) -> None:
    send_change(world, "european")
    client = client_of("sender")
    page = press(client, opened(world, client), "see", words=WORDS)
    assert "Europe asks the very same: A1" in page.text
    client.submit(same_form(page))
    assert "Joined by Asia." in client.get_page(f"{TEXT}/changes/A1").text


def same_form(page: Page) -> Form:
    """Return the form of the button that joins the equal wish."""
    button = next(one for one in page.all("button") if (one.get("form") or "").startswith("same-"))
    forms = [form for form in page.forms() if form.element.get("id") == button.get("form")]
    assert len(forms) == 1
    return forms[0]


def test_sent_unseen_it_is_named_first_and_goes_all_the_same(
    world: World, client_of: Clients
) -> None:
    send_change(world, "european")
    client = client_of("sender")
    page = press(client, opened(world, client), "send", 409, words=WORDS, reason="It must bind.")
    assert "Not sent yet." in page.text
    assert page.form("#my-change").fields["reason"] == ["It must bind."]
    assert numbers(world) == [1]
    assert "Received: A2" in press(client, page, "send").text


def test_seen_in_the_preview_it_goes_at_once(world: World, client_of: Clients) -> None:
    send_change(world, "european")
    client = client_of("sender")
    seen = press(client, opened(world, client), "see", words=WORDS)
    assert "Received: A2" in press(client, seen, "send").text


def test_one_that_came_since_is_named_too(world: World, client_of: Clients) -> None:
    send_change(world, "european")
    client = client_of("sender")
    seen = press(client, opened(world, client), "see", words=WORDS)
    send_change(world, "african")
    world.session.commit()
    again = press(client, seen, "send", 409)
    assert "Africa asks the very same: A2" in again.text


def test_a_ready_draft_is_not_sent_past_an_equal_wish(world: World, client_of: Clients) -> None:
    send_change(world, "european")
    draft = keep_draft(world, ready=True)
    world.session.commit()
    client = client_of("sender")
    page = client.submit(client.get_page(f"{TEXT}/my-changes").form(f"{draft.key}/send"))
    assert "Not sent yet. Look who asks for the same, then send." in page.text
    assert "Europe asks the very same: A1" in page.text
    assert "Received: A2" in press(client, page, "send").text


def test_who_sends_for_two_groups_joins_for_one_of_them(world: World, client_of: Clients) -> None:
    add_grant(world, world.people["sender"], Right.SEND, "AFR")
    send_change(world, "european")
    join_change(world)
    page = opened(world, client_of("sender"))
    assert "Join A1" in page.text
    send_change(world, "european", OTHER)
    assert "Join A2 for Africa" in opened(world, client_of("sender")).text


def test_other_words_for_the_same_place_stop_nobody(world: World, client_of: Clients) -> None:
    send_change(world, "european")
    client = client_of("sender")
    assert "Received: A2" in press(client, opened(world, client), "send", words=OTHER).text


def test_what_the_own_group_asks_stands_apart_from_what_others_ask(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    assert "Your group asks here: 1" in opened(world, client_of("sender")).text
    assert "What others ask here" not in opened(world, client_of("writer")).text
    page = opened(world, client_of("african"))
    assert "What others ask here: 1" in page.text
    assert "Your group asks here" not in page.text
    join_change(world)
    page = opened(world, client_of("african"))
    assert "Your group asks here: 1" in page.text
    assert "What others ask here" not in page.text
