"""Forms that are answered with a page: kept under their key, so that the page has an address.

A page that answers a POST is gone after *Back*: no browser asks for it again by itself. So what
was typed is kept for its author, and the browser is led to an address that shows it (`?form=KEY`).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from drafting.actions.keep_typed import KeepTyped
from drafting.actions.steps.receipts import FORM_KEY
from drafting.errors import AskedAlready, SentBefore
from drafting.store.models import TypedForm
from drafting.web.csrf import FIELD
from drafting.web.forms_amendments import WordingForm

OF_PARTS = frozenset({"goes"})
"""Fields that only forms of several parts have."""


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """How a form is answered with a page: the status, and why the words come back.

    `fresh` looks up anew what the page shows of the present; `waited` says that the words had
    been kept in a browser, `begun` that they are shown where they would be begun anew.
    """

    status: int = 200
    fresh: bool = False
    waited: bool = False
    begun: bool = False
    refusal: str = ""
    errors: Mapping[str, list[str]] = field(default_factory=dict)
    untold: bool = False
    before: Mapping[str, Any] = field(default_factory=dict)


def answer_with(
    form: WordingForm,
    status: int,
    *,
    fresh: bool = False,
    waited: bool = False,
    begun: bool = False,
) -> FormAnswer:
    """Put together what a page must know beside the fields."""
    return FormAnswer(
        status=status,
        fresh=fresh,
        waited=waited,
        begun=begun,
        refusal=form.refusal,
        errors={one.name: list(one.errors) for one in form if one.errors},
        untold=form.untold,
        before=facts_of(form.before) if form.before else {},
    )


def facts_of(before: SentBefore) -> dict[str, Any]:
    """Return what an earlier sending is made again from."""
    facts: dict[str, Any] = {"key": before.key, "number": before.number}
    if isinstance(before, AskedAlready):
        facts |= {"adds": before.adds, "wider": before.wider}
    return facts


def keeping(form: WordingForm, path: str, answer: FormAnswer, *, done: bool = False) -> KeepTyped:
    """Say what is to be kept of a form that came."""
    known = set(form._fields) - {"act"}
    came: MultiDict[str, str] = MultiDict() if form.came is None else form.came
    pairs = [
        (name, value.replace("\x00", ""))
        for name, value in came.items(multi=True)
        if name != FIELD and (name in known or name.rpartition("-")[0] in known | OF_PARTS)
    ]
    return KeepTyped(
        form_key=form.form_key.data or "",
        path=path,
        fields=json.dumps(pairs),
        answer=json.dumps(asdict(answer)),
        done=done,
    )


def with_key(form: WordingForm) -> WordingForm:
    """Give the form a key of its own where its own is used up, or is none."""
    key = form.form_key.data or ""
    if form.before is None and FORM_KEY.fullmatch(key):
        return form
    came: MultiDict[str, str] = MultiDict(form.came or ())
    came["form_key"] = form.form_key.data = secrets.token_hex(16)
    if form.becomes_another:
        came["anew"] = form.anew.data = "yes"
    form.came = came
    return form


def form_again(row: TypedForm) -> WordingForm:
    """Fill the form in with what was kept of it."""
    return WordingForm(MultiDict(json.loads(row.fields)))


def answer_again(row: TypedForm, form: WordingForm) -> FormAnswer:
    """Return how it was answered, and put the refusals back into the form."""
    answer = FormAnswer(**json.loads(row.answer))
    form.refusal, form.untold = answer.refusal, answer.untold
    for name, errors in answer.errors.items():
        form[name].errors = list(errors)
    form.before = made_again(answer.before)
    return answer


def made_again(facts: Mapping[str, Any]) -> SentBefore | None:
    """Make an earlier sending again from its facts; None without."""
    if not facts:
        return None
    return AskedAlready(**facts) if "adds" in facts else SentBefore(**facts)


def asked_key() -> str:
    """Return the key of the form that an address asks for; empty when it asks for none."""
    key = request.args.get("form", "")
    return key if FORM_KEY.fullmatch(key) else ""
