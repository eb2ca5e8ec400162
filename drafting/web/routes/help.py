"""Addresses of the help."""

from __future__ import annotations

from flask import Blueprint, render_template

from drafting.web.identity import actor
from drafting.web.presenters.help import show_help, show_help_page

routes = Blueprint("help", __name__)


@routes.get("/help")
def index() -> str:
    """List the pages of the help."""
    return render_template("help/index.html", page=show_help(actor()))


@routes.get("/help/<slug:name>")
def show(name: str) -> str:
    """Show one page of the help."""
    return render_template("help/show.html", page=show_help_page(actor(), name))
