"""Addresses of editions."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("editions", __name__)
