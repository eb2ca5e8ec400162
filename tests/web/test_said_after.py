"""What a group did is said to it; forms of groups outlive a lost answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.amendments import join_change, send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
PAGE = "/texts/dhaka/changes/A1"


@pytest.mark.parametrize(
    ("who", "act", "said"),
    [
        ("african", "join", "Your group has joined."),
        ("european", "leave", "Your group is not among them."),
        ("writer", "ask-to-join", "Your sender is asked to join."),
        ("sender", "withdraw", "Taken back. It is closed, and stays to be read."),
    ],
)
def test_what_happened_is_said(
    world: World, client_of: Clients, who: str, act: str, said: str
) -> None:
    send_change(world, "african" if act == "ask-to-join" else "sender")
    if act == "leave":
        join_change(world, "european")
    world.session.commit()
    client = client_of(who)
    form = client.get_page(PAGE).form(f"A1/{act}")
    assert said in client.submit(form).text


def test_forms_of_groups_are_sent_with_patience(world: World, client_of: Clients) -> None:
    send_change(world, "african")
    world.session.commit()
    for who in ("sender", "african", "writer"):
        forms = client_of(who).get_page(PAGE).all("form")
        patient = [form for form in forms if "/changes/A1/" in (form.get("action") or "")]
        assert patient
        assert all(form.get("data-sends") is not None for form in patient)


def test_a_group_that_has_time_is_no_missing_field(world: World, client_of: Clients) -> None:
    send_change(world, "african", words="Better governance shall mean more choices.")
    decide(world, send_change(world))
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(f"{PAGE}/decide?outcome=rejected")
    form = page.form("A1/decide")
    page = client.submit(form, status=422, act="decide", reason="Others won.")
    assert "a group still has time to answer" in page.text
    assert "something is missing below" not in page.text
    assert "may answer until" in page.text
