"""Addresses of intakes."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("intakes", __name__)
