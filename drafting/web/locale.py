"""Which language a page is written in: asked for in the address, set by the person, or accepted."""

from __future__ import annotations

from functools import cached_property

from babel import Locale
from babel.support import NullTranslations
from flask import Flask, current_app, g, has_request_context, request, session
from flask_babel import Babel, Domain, get_locale
from flask_login import current_user

from drafting.config import Settings
from drafting.web.pseudo import PSEUDO_LANGUAGES, PseudoTranslations

KEY = "language"


class PageDomain(Domain):
    """The catalogue of the chosen language, or the invented one."""

    def get_translations(self) -> NullTranslations:
        """Return the catalogue of this request."""
        if has_request_context() and chosen_language() in PSEUDO_LANGUAGES:
            return PseudoTranslations()
        catalogue: NullTranslations = super().get_translations()
        return catalogue


class PageBabel(Babel):
    """Flask-Babel, with invented languages beside the real ones."""

    @cached_property
    def domain_instance(self) -> Domain:
        """Return the one domain that all sentences are looked up in; it keeps its catalogues."""
        return PageDomain(domain=self.domain)


def init_locale(app: Flask, settings: Settings) -> None:
    """Give the application its languages, and every template the `locale` it is written in."""
    invented = tuple(PSEUDO_LANGUAGES) if settings.testing else ()
    app.config["LANGUAGES"] = settings.languages + invented
    PageBabel(app, default_locale=settings.languages[0], locale_selector=selected_locale)
    app.context_processor(lambda: {"locale": page_locale(settings)})


def page_locale(settings: Settings) -> Locale:
    """Return the locale of the page, also where no request is at hand."""
    return get_locale() or Locale.parse(settings.languages[0], sep="-")


def selected_locale() -> str:
    """Return the chosen language as Babel writes it: `pt_BR`."""
    language = chosen_language()
    return PSEUDO_LANGUAGES.get(language, language).replace("-", "_")


def chosen_language() -> str:
    """Return the language of this request, one of the site's own.

    `?lang=` is remembered for the following pages; after it comes the person's own choice, then
    what the browser accepts, then the first language of the site.
    """
    if "chosen_language" not in g:
        g.chosen_language = _choose(current_app.config["LANGUAGES"])
    language: str = g.chosen_language
    return language


def _choose(offered: tuple[str, ...]) -> str:
    asked = request.args.get("lang")
    if asked in offered and session.get(KEY) != asked:
        session[KEY] = asked
    for wish in (asked, session.get(KEY), getattr(current_user, KEY, None)):
        if wish in offered:
            return str(wish)
    return request.accept_languages.best_match(offered, offered[0]) or offered[0]


def language_choices() -> list[tuple[str, str]]:
    """Return the languages of the site, each by its own name."""
    offered: tuple[str, ...] = current_app.config["LANGUAGES"]
    real = [code for code in offered if code not in PSEUDO_LANGUAGES]
    return [(code, own_name(code)) for code in real]


def own_name(code: str) -> str:
    """Return what a language calls itself."""
    return (Locale.parse(code, sep="-").get_language_name() or code).capitalize()
