"""Making groups: a group that wants another name for the public is never shown under its own."""

from __future__ import annotations

from collections.abc import Callable

from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]


def test_another_name_for_the_public_must_be_written(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    asked = {"mark": "CAR", "name": "Caribbean", "public": "other", "other_name": " "}
    answer = client.post_to("/texts/dhaka/groups", **asked)
    assert answer.status_code == 422
    assert "Write the other words." in answer.get_data(as_text=True)
