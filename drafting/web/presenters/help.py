"""The help: pages of Markdown in each language, made safe HTML once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import nh3
from flask_babel import get_locale
from markdown import markdown
from markupsafe import Markup

from drafting.errors import NotVisible
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require

FOLDER = Path(__file__).resolve().parent.parent / "help"
SPARE = "en"
PAGES = ("words", "reader", "writer", "sender", "rapporteur", "moderator", "administrator")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of the help; `title` is its first heading, `html` the rest."""

    name: str
    language: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class HelpIndex:
    """All pages of the help, the words first."""

    pages: tuple[HelpPage, ...]


def show_help(actor: Actor) -> HelpIndex:
    """List the pages, for everybody."""
    require(actor, Permission.SEE_EDITION, Scope())
    return HelpIndex(tuple(read_page(name, language()) for name in PAGES))


def show_help_page(actor: Actor, name: str) -> HelpPage:
    """Show one page, for everybody. Raises: NotVisible."""
    require(actor, Permission.SEE_EDITION, Scope())
    if name not in PAGES:
        raise NotVisible
    return read_page(name, language())


def language() -> str:
    """Return the reader's language where the help is written in it, else English."""
    wanted = get_locale().language
    return wanted if (FOLDER / wanted).is_dir() else SPARE


@lru_cache(maxsize=256)
def read_page(name: str, written_in: str) -> HelpPage:
    """Read a page and make it safe HTML; its first line is the title."""
    text = (FOLDER / written_in / f"{name}.md").read_text(encoding="utf-8")
    title, _, body = text.partition("\n")
    html = nh3.clean(markdown(body, extensions=["tables"], output_format="html"))
    return HelpPage(name, written_in, title.lstrip("# ").strip(), Markup(html))  # noqa: S704  # cleaned by nh3
