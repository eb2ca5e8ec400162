"""The page on which several amendments get one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from drafting.actions.decide_batch import IN_A_BATCH
from drafting.actions.steps.deciding import quoting, waiting_questions
from drafting.actions.steps.plans import Plan, Wish, plan_decision
from drafting.actions.steps.settling import is_own
from drafting.actions.steps.shown import shown_digest
from drafting.errors import NotVisible, Refused
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import NEEDS_REASON, PENDING, Outcome
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, Statement
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.editions import labels_of
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish as WishLine
from drafting.web.presenters.amendments import wish_of
from drafting.web.presenters.decisions_effects import EffectLine, effect_lines
from drafting.web.presenters.decisions_reasons import ready_reasons
from drafting.web.presenters.decisions_results import (
    ResultView,
    in_plan,
    result_views,
    seen_versions,
)

BATCH_ANSWERS = tuple(outcome for outcome in Outcome if outcome in IN_A_BATCH)


@dataclass(frozen=True, slots=True)
class BatchPage:
    """What one answer to several would do; `problem` is why it cannot be given.

    `quoting` are those that alter words inside a quotation, which are answered by themselves.
    """

    slug: str
    language: str
    wishes: tuple[WishLine, ...]
    outcome: Outcome
    answers: tuple[Outcome, ...]
    results: tuple[ResultView, ...]
    effects: tuple[EffectLine, ...]
    problem: str
    quoting: tuple[int, ...]
    shown: str
    seen: str
    needs_reason: bool
    needed_if: tuple[str, ...]
    reasons: tuple[str, ...]
    waiting: tuple[str, ...]
    own_group: bool

    @property
    def rest(self) -> list[str]:
        """What can be answered together, as the pages send it: number and revision of each."""
        left = (one for one in self.wishes if one.number not in self.quoting)
        return [f"{one.number}:{one.revision}" for one in left]


def show_batch(
    session: Session, actor: Actor, slug: str, picked: Mapping[int, int], outcome: Outcome
) -> BatchPage:
    """Show it; what was answered meanwhile is left out."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    amendments = still_waiting(session, statement, picked)
    labels = labels_of(session, statement.id)
    plan, problem = planned(session, statement, amendments, outcome)
    waiting = {question.group.name for question in waiting_questions(session, amendments, actor.at)}
    return BatchPage(
        slug=slug,
        language=statement.language,
        wishes=tuple(wish_of(row, statement, actor, labels) for row in amendments),
        outcome=outcome,
        answers=BATCH_ANSWERS,
        results=result_views(plan.results, plan.book, labels, in_plan(plan)) if plan else (),
        effects=effect_lines(plan, outcome, {}) if plan else (),
        problem=problem,
        quoting=tuple(row.number or 0 for row in quoting(plan)) if plan else (),
        shown=shown_digest(plan) if plan else "",
        seen=seen_versions(plan.book, amendments) if plan else "",
        needs_reason=outcome in NEEDS_REASON,
        needed_if=(),
        reasons=ready_reasons(outcome),
        waiting=tuple(sorted(waiting)),
        own_group=any(is_own(actor, amendment) for amendment in amendments),
    )


def still_waiting(
    session: Session, statement: Statement, picked: Mapping[int, int]
) -> list[Amendment]:
    """Return those of the amendments that wait for an answer."""
    found = []
    for number in sorted(picked):
        try:
            amendment = get_amendment(session, statement, number)
        except NotVisible:
            continue
        if amendment.status in PENDING:
            found.append(amendment)
    return found


def planned(
    session: Session, statement: Statement, amendments: list[Amendment], outcome: Outcome
) -> tuple[Plan | None, str]:
    """Work the answer out; None with the reason where it cannot be given."""
    if not amendments:
        return None, _("Choose at least one change to answer.")
    if outcome not in IN_A_BATCH:
        return None, _("This answer is given to one change at a time.")
    try:
        wishes = [Wish(amendment, outcome) for amendment in amendments]
        return plan_decision(session, statement, wishes), ""
    except Refused as refusal:
        return None, _(refusal.sentence, **refusal.values)
