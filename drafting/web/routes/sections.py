"""Addresses of sections and their paragraphs: lasting places, versions, comparisons."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from drafting.web.identity import actor
from drafting.web.presenters.sections import (
    numbers_of,
    show_comparison,
    show_paragraph,
    show_versions,
)
from drafting.web.transaction import db

routes = Blueprint("sections", __name__, url_prefix="/texts/<slug:statement>")


@routes.get("/paragraphs/<key:paragraph>")
def paragraph(statement: str, paragraph: str) -> str:
    """Show one paragraph at its lasting address."""
    page = show_paragraph(db(), actor(), statement, paragraph)
    return render_template("sections/paragraph.html", page=page)


@routes.get("/sections/<key:section>")
def versions(statement: str, section: str) -> str:
    """Show all versions of a section."""
    page = show_versions(db(), actor(), statement, section)
    return render_template("sections/versions.html", page=page)


@routes.get("/sections/<key:section>/compare")
def compare(statement: str, section: str) -> str:
    """Hold two versions of a section against each other."""
    wanted = numbers_of([request.args.get("from", "1"), request.args.get("to", "1")])
    page = show_comparison(db(), actor(), statement, section, wanted)
    return render_template("sections/compare.html", page=page)
