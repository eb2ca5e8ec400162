"""The short name of a text in its address: letters of any script, small, with hyphens."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, takewhile
from urllib.parse import quote

LONGEST = 40
LONGEST_ESCAPED = 24
"""Outside of ASCII a letter takes six or nine signs in a message: there the name is shorter."""

SPARE = "text"
RESERVED = frozenset({"new"})
"""What stands in the place of a short name in other addresses."""

LATIN_MARKS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")


def slug_from(title: str) -> str:
    """Make a short name of a title: `Édition 2` gives `edition-2`, `بيان دكا` stays as it is.

    A title without a letter or digit gives `text`; `first_free` then numbers it.
    """
    plain = unicodedata.normalize("NFKD", title).lower()
    plain = unicodedata.normalize("NFC", LATIN_MARKS.sub("", plain))
    seen = [sign for sign in plain if sign not in "'’" and unicodedata.category(sign) != "Cf"]
    words = ["".join(run) for is_kept, run in groupby(seen, kept) if is_kept]
    return shortened(words) or SPARE


def kept(sign: str) -> bool:
    """Say whether a sign may stand in a short name: a letter, a mark on one, a digit."""
    return unicodedata.category(sign)[0] in "LM" or unicodedata.category(sign) == "Nd"


def shortened(words: list[str]) -> str:
    """Join as many whole words as there is room for; of a single long one its beginning."""
    whole = "-".join(words)
    most = LONGEST if whole.isascii() else LONGEST_ESCAPED
    ends = [len("-".join(words[:count])) for count in range(1, len(words) + 1)]
    fitting = list(takewhile(lambda end: end <= most, ends))
    return whole[: fitting[-1] if fitting else most]


def is_slug(name: str) -> bool:
    """Say whether a name has the form of one, whatever made it."""
    words = name.split("-")
    small = unicodedata.is_normalized("NFC", name) and name == name.lower()
    return small and all(word and all(map(kept, word)) for word in words)


def path_of(slug: str) -> str:
    """Return the path of a text, to be put behind the site's address in mails and messages."""
    return f"/texts/{quote(slug)}"
