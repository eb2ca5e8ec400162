"""What changed: how much and where first, the rest folded, moves named, frames left out."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.orders import moved_between
from drafting.store.models import Outline
from drafting.store.models.sections import Source
from drafting.web.presenters.editions_changed import runs_of
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.editions import ADOPTION, exported, publish
from tests.factories.world import NOON, World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
COMPARED = f"{TEXT}/published/compare?from=0&to=1"
SINCE = f"{TEXT}/text?view=since&since=0"


def reorder(world: World, *places: int) -> None:
    """Put the sections into another order; those that are not named go."""
    keys = [world.sections[at].key for at in places]
    world.session.add(
        Outline(
            statement_id=world.statement.id, number=2, keys=keys, source=Source.CORRECTION, at=NOON
        )
    )
    world.session.flush()


def pages(world: World, client: PageClient) -> list[Page]:
    """Publish, and return both pages that hold the text against the Zero draft."""
    publish(world)
    world.session.commit()
    return [client.get_page(COMPARED), client.get_page(SINCE)]


def test_changes_are_counted_and_led_to_and_the_rest_is_folded(
    world: World, client_of: Clients
) -> None:
    decide(world, send_change(world))
    for page in pages(world, client_of("reader")):
        assert "1 change in ¶2." in page.text
        hrefs = [one.get("href") or "" for one in page.all("a") if text_of(one) == "¶2"]
        assert any(page.all("div", id=href[1:]) for href in hrefs if href[0] == "#")
        folded = [text_of(one) for one in page.all("summary")]
        assert "4 paragraphs without change" in folded


def test_a_moved_section_is_marked(world: World, client_of: Clients) -> None:
    reorder(world, 1, 0, 2)
    for page in pages(world, client_of("reader")):
        assert page.text.count("This section stands in another place now.") == 1
        assert "1 change in" in page.text
    assert "(moved)" in exported(world, 1, "html", against=0)


def test_a_section_that_went_is_taken_out_but_never_a_frame(
    world: World, client_of: Clients
) -> None:
    reorder(world, 0)
    for page in pages(world, client_of("reader")):
        assert "Calls for action (taken out)" in page.text
        assert "Guiding questions" not in page.text
    assert "Guiding questions" not in exported(world, 1, "html", against=0)


def test_the_final_takes_no_frame_out(world: World, client: PageClient) -> None:
    publish(world, ADOPTION)
    world.session.commit()
    assert "taken out" not in client.get_page(COMPARED).text
    assert "taken out" not in exported(world, 1, "html", against=0)


def test_no_change_says_so_and_with_what_to_compare(world: World, client_of: Clients) -> None:
    decide(world, send_change(world))
    first, second = pages(world, client_of("reader"))
    publish(world)
    world.session.commit()
    page = client_of("reader").get_page(f"{TEXT}/published/compare?from=1&to=2")
    assert "These two drafts read the same." in page.text
    assert f"{TEXT}/published/compare?from=0&to=2" in page.links
    page = client_of("reader").get_page(f"{TEXT}/text?view=since")
    assert "Nothing changed since Rev. 2." in page.text
    assert f"{TEXT}/text?view=since&since=1" in page.links
    assert first.url != second.url


@given(st.lists(st.booleans()))
def test_runs_keep_every_block_in_order(blocks: list[bool]) -> None:
    runs = runs_of(blocks, lambda one: one)
    assert [block for run in runs for block in run.blocks] == blocks
    assert not [run for run in runs if run.folded and (any(run.blocks) or len(run.blocks) < 2)]


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")))
def test_the_fewest_moves_explain_an_order(after: list[str], gone: set[str]) -> None:
    before = [one for one in "abcdef" if one not in gone]
    moved = moved_between(before, after)
    stayed = [one for one in after if one in before and one not in moved]
    assert stayed == sorted(stayed)
    assert moved <= set(before)
    assert bool(moved) == ([one for one in after if one in before] != before)


def test_the_draft_that_is_chosen_is_the_one_that_is_shown(
    world: World, client_of: Clients
) -> None:
    _compared, page = pages(world, client_of("reader"))
    chosen = [one.get("value") for one in page.all("option") if one.get("selected") is not None]
    assert chosen == ["0"]


def test_a_list_that_is_narrowed_says_nothing_of_the_others(
    world: World, client_of: Clients
) -> None:
    send_change(world)
    world.session.commit()
    words = client_of("reader").get_page(f"{TEXT}/changes?state=taken").text
    assert "No change of this kind." in words
    assert "No change was sent here yet." not in words
