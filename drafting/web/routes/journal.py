"""Addresses of journal."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("journal", __name__)
