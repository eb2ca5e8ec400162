"""Requests that no page makes: huge numbers, control signs, files too large, times out of reach."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest

from drafting.errors import BadInput
from drafting.rules.marks import read_mark
from tests.factories.amendments import form_key, send_change
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.databases import both_databases

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
HUGE = "9" * 30


@pytest.mark.parametrize(
    "address", [f"{TEXT}/published/{HUGE}", f"{TEXT}/published/{HUGE}/download/json"]
)
def test_a_number_beyond_every_draft_is_nothing(
    world: World, client: PageClient, address: str
) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        f"{TEXT}/questions/{HUGE}",
        f"{TEXT}/sessions/{HUGE}/close",
        f"{TEXT}/people/{HUGE}/remove",
        f"{TEXT}/people/{HUGE}/link",
    ],
)
def test_a_number_beyond_every_row_is_nothing(
    world: World, client_of: Clients, address: str
) -> None:
    assert client_of("moderator").post_to(address).status_code == 404


def test_numbers_in_fields_are_kept_small(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    client, writer = client_of("moderator"), client_of("writer")
    decide = f"{TEXT}/changes/A1/decide"
    answers = [
        client.post_to(decide, act="decide", along=f"{HUGE}:rejected"),
        client.post_to(decide, act="decide", along=f"{'9' * 5000}:rejected"),
        client.post_to(decide, act="decide", seen=f"sec0xy:{HUGE}"),
        client.post_to(f"{TEXT}/to-decide/batch", pick=f"{HUGE}:1", act="decide"),
        client.get(f"{TEXT}/to-decide/batch?pick={HUGE}:1"),
        client.post_to("/me/sign-ins/end", sign_in=HUGE),
        writer.post_to(
            f"{TEXT}/paragraphs/{world.key(0, 1)}/change",
            kind="paragraph", paragraph=world.key(0, 1), base=HUGE, words="x", act="send",
        ),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} <= {200, 303, 404, 409, 422}


@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_times_out_of_reach_are_refused(world: World, client_of: Clients, typed: str) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("moderator")
    made = client.post_to(f"{TEXT}/sessions", name="Late", opens_at="", closes_at=typed)
    asked = client.post_to(f"{TEXT}/changes/A1/decide", act="decide", question_until=typed)
    assert made.status_code == 422
    assert asked.status_code < 500
    assert client.get(f"{TEXT}/text").status_code == 200


@pytest.mark.parametrize("address", [f"{TEXT}/bring-in", "/sign-in", f"{TEXT}/drafts/abcdef/send"])
def test_what_is_too_large_is_answered_with_a_page(
    world: World, client_of: Clients, address: str
) -> None:
    client = client_of("moderator")
    big = {"csrf_token": client.token(), "file": (BytesIO(b"x" * 6_000_000), "big.txt")}
    answer = client.post(address, data=big, content_type="multipart/form-data")
    answer.request.environ["wsgi.input"].close()  # the test client's own file on the disk
    assert answer.status_code == 413
    assert "too large" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "typed", ["\u3164\u3164", "\u0301\u0301", "A\ufe0f", "\u115f\u1160", "A\u034fB"]
)
def test_a_mark_that_nobody_sees_is_none(typed: str) -> None:
    with pytest.raises(BadInput):
        read_mark(typed)


def test_a_mark_may_be_in_any_script() -> None:
    assert [read_mark(typed) for typed in ("মেনা", "آسيا", "asia")] == ["মেনা", "آسيا", "ASIA"]


def test_signs_that_turn_words_round_are_dropped_from_names(
    world: World, client_of: Clients
) -> None:
    client = client_of("moderator")
    rows = {"name-0": "Lina \u202egnorw\u2066", "role-0": "write:ASIA"}
    page = client.post_to(f"{TEXT}/people/invite", **rows).get_data(as_text=True)
    assert "Lina gnorw" in page
    client.post_to(f"{TEXT}/groups", mark="CAR", name="Cari\u202ebbean\x00", public="own")
    assert "Caribbean" in client.get(f"{TEXT}/people").get_data(as_text=True)


@both_databases
@pytest.mark.parametrize("name", ["paragraph", "group", "kind", "form_key"])
def test_a_sign_that_no_database_keeps_breaks_no_hidden_field(
    world: World, client_of: Clients, name: str
) -> None:
    key = world.key(0, 1)
    fields = {"kind": "paragraph", "paragraph": key, "base": "1", "group": "ASIA", "act": "draft"}
    typed = {"words": "Other words.", "form_key": form_key(), **fields}
    typed[name] = "a\x00b"
    client = client_of("sender")
    answer = client.post_to(f"{TEXT}/paragraphs/{key}/change", **typed)
    if answer.location:
        answer = client.get(answer.location)
    assert answer.status_code in {404, 422}
