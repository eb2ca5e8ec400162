"""The filters of templates, and the addresses of static files that change with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from pathlib import Path

from flask import Flask, url_for
from markupsafe import Markup

from drafting.exchange.writers.html import marks_words
from drafting.text import Redline
from drafting.web.presenters.drawings import draw_body, draw_touches
from drafting.web.presenters.moments import distance


def redline(text: Redline, key: Hashable | None = None, numbers: Sequence[str] = ()) -> Markup:
    """Draw the tracked changes, with ¶ numbers where given; with a key the drawing is kept."""
    return draw_body(text, None if key is None else ("redline", key), numbers)


def clean(text: Redline, key: Hashable | None = None) -> Markup:
    """Draw the text as it reads after the changes; with a key the drawing is kept."""
    bare = Redline(text.after, text.after, ())
    return draw_body(bare, None if key is None else ("clean", key))


def ago(instant: datetime, now: datetime) -> str:
    """“20 min ago”, seen from `now` (both aware)."""
    return distance(min(instant, now), now)


def ahead(instant: datetime, now: datetime) -> str:
    """“in 3 h 20 min”, seen from `now` (both aware)."""
    return distance(max(instant, now), now)


def marks_wishes(html: str) -> bool:
    """Say whether a page marks words that somebody asks for; what changed in the text is none."""
    named = "ins-words" in html or "del-words" in html
    return named or ("passage tracked" in html and marks_words(html))


def init_filters(app: Flask) -> None:
    """Give every template the filters below and the global `asset`."""
    app.jinja_env.filters.update(
        redline=redline,
        clean=clean,
        touches=draw_touches,
        ago=ago,
        ahead=ahead,
        marks_wishes=marks_wishes,
    )
    app.jinja_env.globals["asset"] = _asset_namer(Path(app.static_folder or ""))


def _asset_namer(folder: Path) -> Callable[[str], str]:
    digests: dict[str, str] = {}

    def asset(name: str) -> str:
        """Return the address of a static file; its digest makes it safe to keep for ever."""
        if name not in digests:
            digests[name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
        return url_for("static", filename=name, v=digests[name])

    return asset
