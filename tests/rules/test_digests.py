"""The digest of a published draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest

from drafting.rules.digests import EditionHead, edition_digest

HEAD = EditionHead("dhaka", 2, "Rev. 2", datetime(2026, 11, 24, 6, 0, tzinfo=UTC))


def test_the_digest_is_over_head_and_paragraphs_in_one_form() -> None:
    form = (
        '{"at":"2026-11-24T06:00:00Z","name":"Rev. 2","number":2,"paragraphs":["aa","bb"],'
        '"statement":"dhaka"}'
    )
    assert edition_digest(HEAD, ["aa", "bb"]) == sha256(form.encode()).hexdigest()


def test_the_order_of_paragraphs_counts() -> None:
    assert edition_digest(HEAD, ["aa", "bb"]) != edition_digest(HEAD, ["bb", "aa"])


@pytest.mark.parametrize(
    "other",
    [
        {"statement": "geneva"},
        {"number": 3},
        {"name": "Final"},
        {"at": HEAD.at + timedelta(seconds=1)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_each_part_of_the_head_counts(other: dict[str, Any]) -> None:
    assert edition_digest(replace(HEAD, **other), []) != edition_digest(HEAD, [])


def test_the_instant_is_written_in_utc_whatever_the_zone() -> None:
    dhaka = HEAD.at.astimezone(timezone(timedelta(hours=6)))
    assert edition_digest(replace(HEAD, at=dhaka), []) == edition_digest(HEAD, [])
