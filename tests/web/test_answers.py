"""What every answer carries: masked tokens, packed text, headers; and what an address may say."""

from __future__ import annotations

import gzip
from base64 import urlsafe_b64decode
from dataclasses import replace

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from drafting.app import create_app
from drafting.config import Settings
from drafting.web.addresses import number_in, numbers_in, site_address
from drafting.web.csrf import mask, unmask
from tests.support.client import PageClient


def test_a_token_is_another_each_time_and_comes_back() -> None:
    masks = {mask("a token of some length") for _ in range(20)}
    assert len(masks) == 20
    assert {unmask(one) for one in masks} == {"a token of some length"}


@pytest.mark.parametrize("typed", ["", "a", "no base64 at all", "é", "AAAA", "____"])
def test_what_was_never_masked_gives_no_token(typed: str) -> None:
    assert unmask(typed) == ""


def test_the_mask_shows_nothing_of_the_token() -> None:
    assert b"secret" not in urlsafe_b64decode(mask("secret"))


def test_a_form_without_its_token_is_refused(client: PageClient) -> None:
    assert client.post("/sign-in", data={"handle": "lina"}).status_code == 400
    assert client.post_to("/sign-in", handle="lina").status_code != 400


@pytest.mark.parametrize(
    ("raw", "number"),
    [("7", 7), ("0", 0), ("", None), ("-1", None), ("1.5", None), ("٣", None), ("9999999", None)],
)
def test_nonsense_in_an_address_is_nothing(raw: str, number: int | None) -> None:
    assert number_in({"against": raw}, "against") == number
    assert numbers_in({"from": raw}, "from", "to", spare=1) == (1 if number is None else number, 1)


def test_mails_carry_the_address_of_the_house_not_of_the_request(settings: Settings) -> None:
    house = replace(settings, public_url="https://text.example", secret_key="x" * 32)
    with create_app(house).test_request_context("/", base_url="http://evil.example"):
        assert site_address() == "https://text.example"
    with create_app(settings).test_request_context("/", base_url="http://127.0.0.1:8001"):
        assert site_address() == "http://127.0.0.1:8001"


def test_long_text_is_packed_for_those_who_accept_it(app: Flask) -> None:
    client = FlaskClient(app, Response)
    plain = client.get("/help/words")
    packed = client.get("/help/words", headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data).startswith(b"<!doctype html>")
    assert len(packed.data) < len(plain.data) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Content-Encoding" not in plain.headers


def test_each_answer_carries_the_strict_headers(client: PageClient) -> None:
    answer = client.get("/help")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in answer.headers


def test_behind_https_a_browser_stays_with_https(settings: Settings) -> None:
    client = house_of(replace(settings, public_url="https://statement.example"))
    answer = client.get("/sign-in", base_url="https://statement.example")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert is_bound_to_its_host(answer.headers["Set-Cookie"])


def test_without_https_no_cookie_claims_it(settings: Settings) -> None:
    client = house_of(replace(settings, public_url="http://localhost"))
    answer = client.get("/sign-in", base_url="http://statement.example")
    assert answer.headers["Set-Cookie"].startswith("drafting=")


def is_bound_to_its_host(cookie: str) -> bool:
    """Whether browsers take this cookie from this host alone, and only by https."""
    name, *rules = cookie.split("; ")
    kept = {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(rules)
    return name.startswith("__Host-") and kept and "Domain" not in cookie


def house_of(settings: Settings) -> FlaskClient:
    """Return a client of a house with these settings."""
    return FlaskClient(create_app(settings), Response)
