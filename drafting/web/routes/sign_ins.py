"""Addresses of sign ins."""

from __future__ import annotations

from flask import Blueprint

routes = Blueprint("sign_ins", __name__)
