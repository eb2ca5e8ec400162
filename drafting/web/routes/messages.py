"""Addresses of messages."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("messages", __name__)
