"""The page on which an answer is taken back: what goes out of the text, what waits again."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.deciding import check_final
from drafting.actions.steps.reopening import Reopening, plan_reopening, reopening_digest
from drafting.actions.steps.settling import is_own
from drafting.errors import Refused, WrongStep
from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Decision
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.decisions import last_decision
from drafting.store.queries.editions import labels_of
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish, wish_of
from drafting.web.presenters.decisions_effects import EffectLine, effect_line, rivals_of
from drafting.web.presenters.decisions_results import (
    AskedSections,
    ResultView,
    named,
    result_views,
    seen_versions,
)
from drafting.web.presenters.moments import Moment, moment


@dataclass(frozen=True, slots=True)
class ReopenPage:
    """What taking the answer back would do; `several` when it answered others too."""

    slug: str
    language: str
    number: int
    wish: Wish
    when: Moment
    reason: str
    several: bool
    whole: bool
    again: tuple[str, ...]
    results: tuple[ResultView, ...]
    effects: tuple[EffectLine, ...]
    problem: str
    shown: str
    seen: str
    own_group: bool


def show_reopen(
    session: Session, actor: Actor, slug: str, number: int, *, whole: bool
) -> ReopenPage:
    """Show it. Raises: WrongStep when the amendment was not decided; Refused after the Final."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    check_final(statement)
    amendment = get_amendment(session, statement, number)
    labels = labels_of(session, statement.id)
    decision = last_decision(session, amendment.id)
    if decision is None:
        raise WrongStep
    plan, problem = None, ""
    try:
        plan = plan_reopening(session, statement, amendment, whole=whole)
    except WrongStep:
        raise
    except Refused as refusal:
        problem = _(refusal.sentence, **refusal.values)
    return ReopenPage(
        slug=slug,
        language=statement.language,
        number=number,
        wish=wish_of(amendment, statement, actor, labels),
        when=moment(decision.at, actor.at, get_locale(), statement),
        reason=decision.reason,
        several=answers_several(decision),
        whole=whole,
        again=tuple(amendment_label(row.number or 0) for row in plan.amendments) if plan else (),
        results=result_views(plan.results, plan.book, labels, taken_back(plan)) if plan else (),
        effects=reopening_effects(plan) if plan else (),
        problem=problem,
        shown=reopening_digest(plan) if plan else "",
        seen=seen_versions(plan.book, plan.amendments) if plan else "",
        own_group=is_own(actor, amendment),
    )


def taken_back(plan: Reopening) -> AskedSections:
    """Name the sections that stand elsewhere by what is taken back."""
    return named((ruling.part, ruling.words) for ruling in plan.rulings if ruling.part)


def reopening_effects(plan: Reopening) -> tuple[EffectLine, ...]:
    """Return what becomes of each other amendment that waits."""
    rivals = rivals_of(plan.amendments, plan.affected)
    return tuple(effect_line(one, Outcome.REOPENED, {}, rivals) for one in plan.affected)


def answers_several(decision: Decision) -> bool:
    """Say whether a decision answered more than one amendment."""
    return len({ruling.amendment_id for ruling in decision.rulings}) > 1
