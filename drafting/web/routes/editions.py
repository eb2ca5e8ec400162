"""Addresses of published drafts."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from drafting.actions.export_edition import ExportEdition, export_edition
from drafting.actions.publish_edition import publish_edition
from drafting.web.addresses import number_in
from drafting.web.files import as_file
from drafting.web.forms import answer
from drafting.web.forms_editions import PublishForm
from drafting.web.identity import actor
from drafting.web.presenters.drawings import labels
from drafting.web.presenters.editions import show_edition, show_editions, show_publish
from drafting.web.presenters.editions_compare import show_compared
from drafting.web.presenters.editions_names import notices
from drafting.web.transaction import db

routes = Blueprint("editions", __name__, url_prefix="/texts/<slug:statement>")


@routes.get("/published")
def index(statement: str) -> str:
    """List the published drafts."""
    return render_template("editions/index.html", page=show_editions(db(), actor(), statement))


@routes.get("/published/<int:edition>")
def show(statement: str, edition: int) -> str:
    """Show one published draft."""
    page = show_edition(db(), actor(), statement, edition)
    return render_template("editions/show.html", page=page)


@routes.get("/published/compare")
def compare(statement: str) -> str:
    """Hold two published drafts against each other."""
    wanted = number_in(request.args, "from"), number_in(request.args, "to")
    page = show_compared(db(), actor(), statement, wanted)
    return render_template("editions/compare.html", page=page)


@routes.get("/published/<int:edition>/download/<slug:form>")
def download(statement: str, edition: int, form: str) -> Response:
    """Give a published draft as a file."""
    against = number_in(request.args, "against")
    wanted = ExportEdition(statement, edition, form, against, notices(), labels())
    return as_file(export_edition(db(), actor(), wanted))


@routes.get("/publish")
def publish(statement: str) -> str:
    """Show what would be published."""
    return draw_publish(statement, PublishForm())


@routes.post("/publish")
def send_publish(statement: str) -> ResponseReturnValue:
    """Publish the text as it was shown."""
    form = PublishForm()
    return answer(
        form,
        lambda: publish_edition(db(), actor(), form.asked(statement)),
        lambda made: url_for("editions.show", statement=statement, edition=made.number),
        lambda: draw_publish(statement, form),
    )


def draw_publish(statement: str, form: PublishForm) -> str:
    """Draw the page that publishes."""
    page = show_publish(db(), actor(), statement)
    return render_template("editions/publish.html", page=page, form=form)
