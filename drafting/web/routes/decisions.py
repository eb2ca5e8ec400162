"""Addresses of decisions: what waits, answering it, taking an answer back."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.decide_amendment import decide_amendment
from drafting.actions.decide_batch import decide_batch
from drafting.actions.reopen_decision import reopen_decision
from drafting.errors import Stale
from drafting.rules.labels import amendment_label
from drafting.web.forms import answer
from drafting.web.forms_decisions import BatchForm, DecideForm, QueueForm, ReopenForm
from drafting.web.identity import actor
from drafting.web.presenters.decisions import show_decide, words_for, zone_of
from drafting.web.presenters.decisions_batch import show_batch
from drafting.web.presenters.decisions_order import next_to_decide
from drafting.web.presenters.decisions_queue import show_queue
from drafting.web.presenters.decisions_reopen import show_reopen
from drafting.web.presenters.decisions_stale import show_stale
from drafting.web.transaction import db

routes = Blueprint("decisions", __name__)


@routes.get("/texts/<slug:statement>/to-decide")
def queue(statement: str) -> ResponseReturnValue:
    """Show what waits for an answer."""
    form = QueueForm(request.args)
    page = show_queue(db(), actor(), statement, form.wanted())
    return render_template("decisions/queue.html", page=page, form=form)


@routes.get("/texts/<slug:statement>/changes/<label:number>/decide")
def decide(statement: str, number: int) -> ResponseReturnValue:
    """Show what an answer would do."""
    form = DecideForm(request.args)
    try:
        page = show_decide(db(), actor(), statement, number, form.draft())
    except Stale:
        return stale(statement, [number], "")
    return render_template("decisions/decide.html", page=page, form=form)


@routes.post("/texts/<slug:statement>/changes/<label:number>/decide")
def decide_now(statement: str, number: int) -> ResponseReturnValue:
    """Answer, or look again at what the answer does."""
    form = DecideForm()
    form.put_ready_reason()
    again = partial(decide_again, form, statement, number)
    if form.act.data not in ("decide", "next"):
        return again()
    then = partial(after, form, statement, number)
    try:
        return answer(form, partial(decided, form, statement, number), then, again)
    except Stale:
        return stale(statement, [number], form.seen.data or "")


def decided(form: DecideForm, statement: str, number: int) -> object:
    """Answer the amendment as the form says."""
    words = words_for(db(), actor(), statement, number, form.draft())
    zone = zone_of(db(), actor(), statement)
    decision = decide_amendment(db(), actor(), form.asked(statement, number, words, zone))
    label = amendment_label(number)
    flash(_("%(label)s is answered. Its groups see it under Answers.", label=label), "done")
    return decision


def after(form: DecideForm, statement: str, number: int, _decision: object) -> str:
    """Return where an answer leads: to itself, or on to what waits next in the text."""
    if form.act.data != "next":
        return url_for("amendments.show", statement=statement, number=number)
    following = next_to_decide(db(), actor(), statement, number)
    if following is None:
        return url_for("decisions.queue", statement=statement)
    return url_for("decisions.decide", statement=statement, number=following, _anchor="main")


def decide_again(form: DecideForm, statement: str, number: int) -> str:
    """Draw the page with what was typed, and what it does now."""
    page = show_decide(db(), actor(), statement, number, form.draft())
    return render_template("decisions/decide.html", page=page, form=form)


def stale(
    statement: str, numbers: Collection[int], seen: str, *, answering: bool = True
) -> ResponseReturnValue:
    """Show both texts: what was seen, and how it is now; nothing was written.

    Who goes back to what was answered with its own hand has done nothing wrong.
    """
    db().rollback()
    page = show_stale(db(), actor(), statement, numbers, seen, answering=answering)
    status = 200 if page.own and request.method == "GET" else 409
    return render_template("decisions/stale.html", page=page, sentence=page.sentence), status


@routes.get("/texts/<slug:statement>/changes/<label:number>/reopen")
def reopen(statement: str, number: int) -> ResponseReturnValue:
    """Show what taking the answer back would do."""
    form = ReopenForm(request.args)
    page = show_reopen(db(), actor(), statement, number, whole=bool(form.whole.data))
    return render_template("decisions/reopen.html", page=page, form=form)


@routes.post("/texts/<slug:statement>/changes/<label:number>/reopen")
def reopen_now(statement: str, number: int) -> ResponseReturnValue:
    """Take the answer back."""
    form = ReopenForm()
    try:
        return answer(
            form,
            lambda: reopen_decision(db(), actor(), form.asked(statement, number)),
            lambda _decision: url_for("amendments.show", statement=statement, number=number),
            lambda: reopen_again(form, statement, number),
        )
    except Stale:
        return stale(statement, [number], form.seen.data or "", answering=False)


def reopen_again(form: ReopenForm, statement: str, number: int) -> str:
    """Draw the page with what was typed."""
    page = show_reopen(db(), actor(), statement, number, whole=bool(form.whole.data))
    return render_template("decisions/reopen.html", page=page, form=form)


@routes.get("/texts/<slug:statement>/to-decide/batch")
def batch(statement: str) -> ResponseReturnValue:
    """Show what one answer to several changes would do."""
    form = BatchForm(request.args)
    page = show_batch(db(), actor(), statement, form.picked(), form.chosen)
    if form.picked() and not page.wishes:
        return stale(statement, form.picked(), "")
    return render_template("decisions/batch.html", page=page, form=form)


@routes.post("/texts/<slug:statement>/to-decide/batch")
def batch_now(statement: str) -> ResponseReturnValue:
    """Answer several changes at once, or look again at what the answer does."""
    form = BatchForm()
    if form.act.data != "decide":
        return batch_again(form, statement)
    try:
        return decided_together(form, statement)
    except Stale:
        return stale(statement, form.picked(), form.seen.data or "")


def decided_together(form: BatchForm, statement: str) -> ResponseReturnValue:
    """Answer them as the form says."""

    def decide_all() -> object:
        decision = decide_batch(db(), actor(), form.asked(statement))
        flash(_("Answered. The groups see it under Answers."), "done")
        return decision

    return answer(
        form,
        decide_all,
        lambda _decision: url_for("decisions.queue", statement=statement),
        lambda: batch_again(form, statement),
    )


def batch_again(form: BatchForm, statement: str) -> str:
    """Draw the page with what was typed."""
    if form.ready.data:
        form.reason.data = f"{form.reason.data or ''} {form.ready.data}".strip()
    page = show_batch(db(), actor(), statement, form.picked(), form.chosen)
    return render_template("decisions/batch.html", page=page, form=form)
