"""Addresses of decisions."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("decisions", __name__)
