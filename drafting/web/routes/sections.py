"""Addresses of sections."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("sections", __name__)
