"""All addresses, one blueprint a noun."""

from __future__ import annotations

from flask import Flask

from drafting.web.routes import (
    amendments,
    decisions,
    editions,
    groups,
    help,
    intakes,
    journal,
    messages,
    people,
    questions,
    rounds,
    sections,
    sign_ins,
    statements,
)

NOUNS = (
    amendments,
    decisions,
    editions,
    groups,
    help,
    intakes,
    journal,
    messages,
    people,
    questions,
    rounds,
    sections,
    sign_ins,
    statements,
)


def init_routes(app: Flask) -> None:
    """Register every blueprint."""
    for noun in NOUNS:
        app.register_blueprint(noun.routes)
