"""Answers amendments in tests, as a moderator does who looked at the effects first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from drafting.actions.decide_amendment import DecideAmendment, decide_amendment
from drafting.actions.decide_batch import DecideBatch, decide_batch
from drafting.actions.reopen_decision import ReopenDecision, reopen_decision
from drafting.actions.steps.plans import Plan, Wish, plan_decision
from drafting.actions.steps.reopening import plan_reopening, reopening_digest
from drafting.actions.steps.shown import shown_digest
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment, Decision
from drafting.store.queries.amendments import load_whole
from drafting.store.queries.sections import head_of
from tests.factories.world import NOON, World


def plan_of(world: World, *wishes: Wish) -> Plan:
    """Work out what answers would do."""
    return plan_decision(world.session, world.statement, list(wishes))


def request_for(
    world: World,
    amendment: Amendment,
    outcome: Outcome = Outcome.ACCEPTED,
    *,
    letters: str = "",
    words: Mapping[int, str] | None = None,
    reason: str = "So the meeting agreed.",
) -> DecideAmendment:
    """Return the request of a moderator who has seen what it does."""
    whole = load_whole(world.session, amendment.id)
    wish = Wish(whole, outcome, frozenset(letters), words or {})
    return DecideAmendment(
        statement=world.statement.slug,
        number=whole.number or 0,
        revision=whole.revision,
        shown=shown_digest(plan_of(world, wish)),
        outcome=outcome,
        reason=reason,
        letters=frozenset(letters),
        words=words or {},
        room_question="Do we keep “should”?" if outcome is Outcome.FOR_ROOM else "",
    )


def decide(
    world: World,
    amendment: Amendment,
    outcome: Outcome = Outcome.ACCEPTED,
    *,
    letters: str = "",
    words: Mapping[int, str] | None = None,
    reason: str = "So the meeting agreed.",
    along: Mapping[int, Outcome] | None = None,
    by: str = "moderator",
    at: datetime = NOON,
    without_waiting: bool = False,
) -> Decision:
    """Answer an amendment; it and all others are to be loaded again afterwards."""
    request = request_for(world, amendment, outcome, letters=letters, words=words, reason=reason)
    request = replace(request, along=along or {}, without_waiting=without_waiting)
    return decide_amendment(world.session, world.actor(by, at), request)


def decide_together(
    world: World, outcome: Outcome, *amendments: Amendment, reason: str = "Agreed."
) -> Decision:
    """Give one answer to several amendments."""
    rows = [load_whole(world.session, row.id) for row in amendments]
    plan = plan_of(world, *(Wish(row, outcome) for row in rows))
    request = DecideBatch(
        statement=world.statement.slug,
        revisions={row.number or 0: row.revision for row in rows},
        shown=shown_digest(plan),
        outcome=outcome,
        reason=reason,
    )
    return decide_batch(world.session, world.actor("moderator"), request)


def reopen(
    world: World, amendment: Amendment, *, whole: bool = False, at: datetime = NOON
) -> Decision:
    """Take the last answer to an amendment back."""
    row = load_whole(world.session, amendment.id)
    plan = plan_reopening(world.session, world.statement, row, whole=whole)
    request = ReopenDecision(
        statement=world.statement.slug,
        number=row.number or 0,
        shown=reopening_digest(plan),
        reason="New arguments came.",
        whole=whole,
    )
    return reopen_decision(world.session, world.actor("moderator", at), request)


def text_of(world: World, section: int = 0) -> str:
    """Return the present Markdown of a section."""
    return head_of(world.session, world.sections[section]).markdown


def again(world: World, amendment: Amendment) -> Amendment:
    """Load an amendment anew."""
    return load_whole(world.session, amendment.id)
