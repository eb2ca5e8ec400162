"""Addresses of questions."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("questions", __name__)
