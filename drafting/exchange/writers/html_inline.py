"""Words with their marks as HTML, escaped by construction, links only where they may lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from markupsafe import Markup

from drafting.text import HARD_BREAK, Break, Mark, Token

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
NOTHING = Markup()


def join(parts: Iterable[Markup]) -> Markup:
    """Put drawn parts together."""
    return NOTHING.join(parts)


def safe_address(address: str) -> str | None:
    """The address if it may be followed (http, https, mailto), else None."""
    try:
        return address if urlsplit(address).scheme.lower() in SAFE_SCHEMES else None
    except ValueError:
        return None


def changed(name: str, heard: str, words: str | Markup) -> Markup:
    """Draw words that come in (`ins`) or go out (`del`), with what is heard before them.

    A reader's own words stand in `bdi`, since the direction of a text is that of its first letter.
    """
    spoken = Markup('<bdi class="heard">{} </bdi>').format(heard)
    return Markup("<{0}>{1}{2}</{0}>").format(name, spoken, words)


def plain(token: Token) -> Markup:
    """Draw a token without its marks."""
    if isinstance(token, Break):
        return Markup("¶ ")
    return Markup("<br>") if token.text == HARD_BREAK else Markup.escape(token.text)


def inline(
    tokens: Sequence[Token], word: Callable[[Token], Markup] = plain, depth: int = 0
) -> Markup:
    """Draw tokens with their marks, each mark around as many of them as it lies over."""
    parts = []
    for mark, group in groupby(tokens, lambda token: _mark_at(token, depth)):
        if mark is None:
            parts += [word(token) for token in group]
        else:
            parts.append(_marked(mark, inline(list(group), word, depth + 1)))
    return join(parts)


def _mark_at(token: Token, depth: int) -> Mark | None:
    return token.marks[depth] if depth < len(token.marks) else None


def _marked(mark: Mark, inside: Markup) -> Markup:
    names = {"strong": "strong", "emphasis": "em", "code": "code", "note": "sup"}
    if mark.kind != "link":
        return Markup("<{0}>{1}</{0}>").format(names[mark.kind], inside)
    address = safe_address(mark.address)
    if address is None:
        return inside
    title = Markup(' title="{}"').format(mark.title) if mark.title else NOTHING
    return Markup('<a href="{}"{} rel="nofollow noopener">{}</a>').format(address, title, inside)
