"""Addresses of the record."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from drafting.actions.export_edition import Export
from drafting.actions.export_record import ExportRecord, export_record
from drafting.web.addresses import number_in
from drafting.web.files import as_file
from drafting.web.identity import actor
from drafting.web.presenters.journal import show_record
from drafting.web.transaction import db

routes = Blueprint("journal", __name__, url_prefix="/texts/<slug:statement>")


@routes.get("/record")
def index(statement: str) -> str:
    """Show what happened."""
    page = show_record(db(), actor(), statement, number_in(request.args, "before"))
    return render_template("journal/index.html", page=page)


@routes.get("/record/download")
def download(statement: str) -> Response:
    """Give the record as a file that can be checked without the site."""
    data = export_record(db(), actor(), ExportRecord(statement))
    return as_file(Export(f"{statement}-record.json", "application/json", data))
