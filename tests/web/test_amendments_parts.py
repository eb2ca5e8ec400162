"""Revising what was sent about several places, or about the order of sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.rules.edits import (
    DroppedSection,
    Edit,
    MovedSection,
    NewSection,
    SectionEdit,
    Wording,
)
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, load_whole
from tests.factories.amendments import WORDS, form_key, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
REVISE = f"{TEXT}/changes/A1/revise"
LONG = "x" * 60_001


def send_edits(world: World, *edits: Edit) -> Amendment:
    """Ask for several things in one amendment."""
    wording = Wording(edits, "All of it.")
    request = SubmitAmendment("dhaka", "ASIA", wording, Audience.MEETING, form_key())
    row = submit_amendment(world.session, world.actor("sender"), request)
    world.session.commit()
    return row


def send_several(world: World) -> Amendment:
    """Ask for other words in two sections, another title, and another order."""
    calls = world.versions[1].markdown.replace("the detention of", "all detention of")
    return send_edits(
        world,
        words_for(world, WORDS),
        SectionEdit(world.sections[1].key, 1, calls, "Urgent calls"),
        MovedSection(1, world.sections[1].key, None),
    )


def now(world: World, row: Amendment) -> Amendment:
    """Load it as the last request left it."""
    return load_whole(world.session, row.id)


def test_every_part_is_written_anew(world: World, client_of: Clients) -> None:
    row = send_several(world)
    client = client_of("sender")
    form = client.get_page(REVISE).form("#my-change")
    assert (form.fields["words-0"], form.fields["title-1"]) == ([WORDS], ["Urgent calls"])
    typed: dict[str, Any] = {
        "words-0": WORDS.replace("must", "shall"),
        "markdown-1": form.fields["markdown-1"][0].replace("all detention", "any detention"),
        "title-1": "Calls",
        "after-2": world.sections[2].key,
    }
    page = client.submit(form, act="see", **typed)
    form = page.form("#my-change")
    assert {name: form.fields[name][0] for name in typed} == typed
    assert "goes after “Guiding questions”" in page.text
    assert client.submit(form, act="revise").url == f"{TEXT}/changes/A1"
    words, calls, title, move = latest(now(world, row)).parts
    assert "shall mean" in (words.markdown or "")
    assert "any detention" in (calls.markdown or "")
    assert title.title == "Calls"
    assert (move.outline_keys or [])[-1] == world.sections[1].key


def test_where_a_section_goes_is_chosen_anew(world: World, client_of: Clients) -> None:
    row = send_edits(world, MovedSection(1, world.sections[1].key, None))
    client = client_of("sender")
    form = client.get_page(REVISE).form("#my-change")
    assert form.fields["after"] == [""]
    form = client.submit(form, act="see", after=world.sections[2].key).form("#my-change")
    assert form.fields["after"] == [world.sections[2].key]
    client.submit(form, act="revise")
    (part,) = latest(now(world, row)).parts
    assert part.outline_keys == [world.sections[at].key for at in (0, 2, 1)]


def test_a_drop_is_revised_in_its_reason(world: World, client_of: Clients) -> None:
    row = send_edits(world, DroppedSection(1, world.sections[1].key))
    client = client_of("sender")
    page = client.get_page(REVISE)
    assert "The whole section goes out of the text." in page.text
    client.submit(page.form("#my-change"), act="revise", reason="It stands elsewhere.")
    revision = latest(now(world, row))
    assert (revision.reason, revision.parts[0].kind) == ("It stands elsewhere.", PartKind.DROP)


def test_a_drop_among_others_is_let_go(world: World, client_of: Clients) -> None:
    key = world.sections[1].key
    row = send_edits(
        world,
        DroppedSection(1, key),
        words_for(world, WORDS),
        MovedSection(1, world.sections[0].key, key),
    )
    client = client_of("sender")
    form = client.get_page(REVISE).form("#my-change")
    unticked: dict[str, Any] = {"goes-1": None}
    form = client.submit(form, act="see", **unticked).form("#my-change")
    assert "goes-1" not in form.fields
    assert form.fields["words-0"] == [WORDS]
    client.submit(form, act="revise")
    assert [part.kind for part in latest(now(world, row)).parts] == [PartKind.TEXT, PartKind.MOVE]


def test_a_refused_part_keeps_what_was_typed(world: World, client_of: Clients) -> None:
    send_several(world)
    client = client_of("sender")
    form = client.get_page(REVISE).form("#my-change")
    typed: dict[str, Any] = {"words-0": "Nothing else.", "title-1": " "}
    page = client.submit(form, act="revise", status=422, **typed)
    assert "Give the section a title." in page.text
    assert page.form("#my-change").fields["words-0"] == ["Nothing else."]
    page = client.submit(form, act="revise", status=422, **{"words-0": LONG})
    assert "These words are too long." in page.text


def test_a_part_on_words_that_changed_shows_those_that_stand(
    world: World, client_of: Clients
) -> None:
    send_several(world)
    decide(world, send_change(world, "african", WORDS.replace("must", "will")))
    world.session.commit()
    page = client_of("sender").get_page(REVISE)
    assert "The text has changed since. It reads now:" in page.text
    assert "governance will mean" in page.text
    assert page.form("#my-change").fields["words-0"] == [WORDS]


def test_words_typed_beside_a_drop_stay_when_others_let_it_go(
    world: World, client_of: Clients
) -> None:
    drop = DroppedSection(1, world.sections[1].key)
    send_edits(world, drop, NewSection(1, None, "Work", "Work is decent."))
    client = client_of("sender")
    mine, theirs = (client.get_page(REVISE).form("#my-change") for _ in range(2))
    unticked: dict[str, Any] = {"goes-0": None}
    client.submit(theirs, act="revise", **unticked)
    typed: dict[str, Any] = {"markdown-1": "Work is decent, and paid."}
    page = client.submit(mine, act="revise", status=409, **typed)
    assert page.form("#my-change").fields["markdown-1"] == ["Work is decent, and paid."]
    assert page.form("#my-change").fields["kind-0"] == ["drop"]
