"""What every template is given: the frame around the page."""

from __future__ import annotations

from flask import Flask, request, url_for

from drafting.web.identity import SignedIn, actor, settings, signed_in
from drafting.web.kept import typed_fields, typed_words
from drafting.web.limits import digest
from drafting.web.presenters.chrome import Chrome
from drafting.web.presenters.surroundings import Asked, show_surroundings
from drafting.web.transaction import db, is_without_database


def init_context(app: Flask) -> None:
    """Give templates `chrome`, but not those for when the database does not answer."""
    app.context_processor(lambda: {} if is_without_database() else {"chrome": chrome_of_page()})
    app.jinja_env.globals.update(typed_fields=typed_fields, typed_words=typed_words)


def keeper_of(person: SignedIn | None) -> str:
    """Return the name under which an own phone keeps this person's words; it tells nobody who."""
    if person is None or not person.own_device:
        return ""
    return digest(f"keeper:{person.actor.person_id}")[:16]


def chrome_of_page() -> Chrome:
    """Work out the frame for this request."""
    person = signed_in()
    variables = request.view_args or {}
    asked = Asked(
        slug=variables.get("statement"),
        endpoint=request.endpoint or "",
        edition=variables.get("edition"),
        person=person.name if person else None,
        keeper=keeper_of(person),
        demo=settings().demo,
        mails=bool(settings().smtp_url),
        address=url_for,
    )
    return show_surroundings(db(), actor(), asked)
