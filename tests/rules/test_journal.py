"""The canonical form of the journal, its commitments and its links."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.journal import FIRST_PREV, LARGEST, Json, Link, canonical, commit, salted

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        # From RFC 8785, 3.2.2 and 3.2.3, as far as keys are ASCII and numbers whole.
        ({"literals": [None, True, False]}, b'{"literals":[null,true,false]}'),
        (
            "\u20ac$\u000f\nA'B\"\\\\\"/",
            b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
        ),
        ({"1": {"f": {"f": "hi", "F": 5}, "\n": 56}, "10": {}, "": "empty", "a": {}},
         b'{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"a":{}}'),
        # Control signs in their short form where there is one, in small hexadecimal else.
        ("\b\t\n\f\r\x00\x1f", b'"\\b\\t\\n\\f\\r\\u0000\\u001f"'),
        # No escape for what needs none: DEL, line separators, signs beyond the first plane.
        ("\x7f\u2028\U0001d11e", '"\x7f\u2028\U0001d11e"'.encode()),
        (LARGEST, b"9007199254740991"),
        (0, b"0"),
        (-1, b"-1"),
        ([], b"[]"),
        ({}, b"{}"),
    ],
)  # fmt: skip
def test_the_canonical_form_is_that_of_rfc_8785(value: Json, form: bytes) -> None:
    assert canonical(value) == form


@pytest.mark.parametrize(
    "value",
    [0.5, LARGEST + 1, -LARGEST - 1, {"é": 1}, [1.0], {"a": {"b": {2.5}}}],
    ids=repr,
)
def test_what_has_no_one_form_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match=r"must be ASCII|too large|no canonical form"):
        canonical(value)


def test_half_a_sign_has_no_form() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical("\ud800")


@given(VALUES)
def test_the_canonical_form_reads_back(value: Json) -> None:
    assert json.loads(canonical(value)) == value


@given(VALUES)
def test_the_canonical_form_of_what_was_read_is_the_same(value: Json) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_the_order_of_members_does_not_matter() -> None:
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1})


def test_a_commitment_is_over_the_random_bytes_and_the_private_part() -> None:
    assert commit(b"\x01" * 32, {"why": "so"}) == sha256(b"\x01" * 32 + b'{"why":"so"}').hexdigest()
    assert commit(b"\x02" * 32, {"why": "so"}) != commit(b"\x01" * 32, {"why": "so"})


def test_a_salted_digest_is_over_the_salt_and_the_words() -> None:
    assert salted(b"salt", "migración") == sha256(b"saltmigraci\xc3\xb3n").hexdigest()


def test_the_hash_of_a_link_is_over_its_four_members() -> None:
    link = Link(1, FIRST_PREV, {"kind": "published"}, "ab")
    form = f'{{"prev":"{FIRST_PREV}","private":"ab","public":{{"kind":"published"}},"seq":1}}'
    assert link.hash == sha256(form.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        Link(2, FIRST_PREV, {"kind": "published"}, "ab"),
        Link(1, "f" * 64, {"kind": "published"}, "ab"),
        Link(1, FIRST_PREV, {"kind": "decided"}, "ab"),
        Link(1, FIRST_PREV, {"kind": "published"}, "cd"),
    ],
)
def test_each_member_of_a_link_counts(other: Link) -> None:
    assert other.hash != Link(1, FIRST_PREV, {"kind": "published"}, "ab").hash
