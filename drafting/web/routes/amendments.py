"""Addresses of amendments."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("amendments", __name__)
