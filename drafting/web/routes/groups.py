"""Addresses of groups."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("groups", __name__)
