"""Addresses of questions: the inbox of a group, and its answers."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from drafting.actions.answer_question import answer_question
from drafting.actions.read_answers import ReadAnswers, read_answers
from drafting.rules.slugs import path_of
from drafting.web.addresses import page_it_stood_on, site_address
from drafting.web.forms import answer
from drafting.web.forms_questions import QuestionForm
from drafting.web.identity import actor
from drafting.web.presenters.questions import InboxPage, said, show_inbox
from drafting.web.transaction import db

routes = Blueprint("questions", __name__)


@routes.get("/texts/<slug:statement>/answers")
def inbox(statement: str) -> ResponseReturnValue:
    """Show what a group is asked, and what it was answered."""
    page = inbox_page(statement)
    return render_template("questions/inbox.html", page=page, form=QuestionForm())


def inbox_page(statement: str) -> InboxPage:
    """Work the page out, with links as they are reached from outside."""
    address = f"{site_address()}{path_of(statement)}/changes"
    return show_inbox(db(), actor(), statement, address)


@routes.post("/texts/<slug:statement>/answers/read")
def read(statement: str) -> ResponseReturnValue:
    """Note that the answers were read."""
    read_answers(db(), actor(), ReadAnswers(statement))
    return redirect(url_for("questions.inbox", statement=statement), code=303)


@routes.post("/texts/<slug:statement>/questions/<int:question>")
def respond(statement: str, question: int) -> ResponseReturnValue:
    """Answer one question."""
    form = QuestionForm()
    return answer(
        form,
        lambda: responded(form, statement, question),
        lambda address: address,
        lambda: render_template("questions/inbox.html", page=inbox_page(statement), form=form),
    )


def responded(form: QuestionForm, statement: str, question: int) -> str:
    """Answer it, say so, and return where to go on."""
    answer_question(db(), actor(), form.asked(statement, question))
    flash(said(form.chosen), "done")
    return page_it_stood_on(form.back.data or "", "questions.inbox", statement=statement)
