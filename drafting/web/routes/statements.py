"""Addresses of statements."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("statements", __name__)
