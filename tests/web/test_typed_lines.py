"""Lines and marks of lists, typed in the field of one paragraph, from the preview to the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.store.queries.amendments import latest, pending
from tests.factories.decisions import decide, text_of
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import text_of as words_in

ClientOf = Callable[[str], PageClient]
LINES = "First new line.\r\nSecond new line.\r\n\r\nThird new line."


@pytest.mark.parametrize("at", [(0, 0), (0, 2), (1, 0), (1, 1), (1, 3)])
def test_each_line_is_seen_as_a_block_before_it_is_sent(
    world: World, client_of: ClientOf, at: tuple[int, int]
) -> None:
    client = client_of("sender")
    form = client.get_page(f"/texts/dhaka/paragraphs/{world.key(*at)}/change").form("#my-change")
    [words] = form.fields["words"]
    page = client.submit(form, act="see", words=f"{words}\r\n{LINES}")
    shown = [words_in(one).strip() for one in [*page.all("p"), *page.all("li")]]
    for line in LINES.split("\r\n"):
        assert not line or any(one.endswith(line) for one in shown)


@pytest.mark.parametrize("mark", ["3.", "৩.", "•", "-", "(3)"])
def test_a_typed_mark_is_no_word_of_the_text(world: World, client_of: ClientOf, mark: str) -> None:
    client = client_of("sender")
    page = client.get_page(f"/texts/dhaka/paragraphs/{world.key(1, 2)}/change")
    form = page.form("#my-change")
    [words] = form.fields["words"]
    client.submit(form, act="send", words=f"{words}\r\n{mark} Hear the migrants;", reason="Yes.")
    [row] = pending(world.session, world.statement.id)
    assert [one["after"] for one in latest(row).parts[0].changes] == ["Hear the migrants;"]
    decide(world, row)
    assert "police;\n3. Hear the migrants;\n4. Respect" in text_of(world, 1)
