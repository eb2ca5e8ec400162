"""Addresses of messages."""

from __future__ import annotations

from flask import Blueprint, render_template

from drafting.web.identity import actor, settings
from drafting.web.presenters.messages import show_messages
from drafting.web.transaction import db

routes = Blueprint("messages", __name__)


@routes.get("/site/messages")
def index() -> str:
    """Show the outbox to the administrator."""
    page = show_messages(db(), actor(), configured=bool(settings().smtp_url))
    return render_template("messages/index.html", page=page)
