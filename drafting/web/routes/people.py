"""Addresses of people."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("people", __name__)
