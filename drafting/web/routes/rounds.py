"""Addresses of rounds."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("rounds", __name__)
