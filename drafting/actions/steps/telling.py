"""The journal entry of a decision: what it says of each amendment, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from drafting.actions.steps.carry import CarriedAmendment
from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.plans import Plan, Ruled
from drafting.actions.steps.settled import Settled
from drafting.rules.actors import Actor, Right
from drafting.rules.effects import summed_up
from drafting.rules.journal import EventKind, Json, Words
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Audience, Fate
from drafting.store.models import Amendment, Entry, Question, Statement


def tell_decision(
    session: Session, statement: Statement, actor: Actor, plan: Plan, settled: Settled
) -> Entry:
    """Append the one entry of a decision, and bind the decision to it."""
    event = Event(
        kind=EventKind.DECIDED,
        right=Right.DECIDE,
        public={
            "rulings": [ruled_public(ruled) for ruled in plan.ruled],
            "own_group": settled.decision.own_group,
        },
        private={
            "reason": Words(settled.decision.reason),
            "taken": [taken(ruled) for ruled in plan.ruled],
            "fates": fates(settled.carried),
            "unanswered": [unanswered(question) for question in settled.unanswered],
        },
        amendment=plan.ruled[0].wish.amendment,
        audience=narrowest(ruled.wish.amendment for ruled in plan.ruled),
    )
    entry = append_entry(session, statement, actor, event)
    settled.decision.entry_id = entry.id
    session.flush()
    return entry


def narrowest(amendments: Iterable[Amendment]) -> Audience:
    """Return the audience of what concerns several amendments: public when all are."""
    found = {amendment.audience for amendment in amendments}
    return Audience.PUBLIC if found == {Audience.PUBLIC} else Audience.MEETING


def ruled_public(ruled: Ruled) -> Mapping[str, Json]:
    """Say what was answered, for whom, and which changes were taken."""
    amendment = ruled.wish.amendment
    letters = [str(row["letter"]) for part in ruled.parts for row in part.taken if "letter" in row]
    return {
        "amendment": label(amendment),
        "group": amendment.group.public_name,
        "revision": amendment.revision,
        "outcome": ruled.outcome.value,
        "taken": list(dict.fromkeys(letters)),
    }


def fates(carried: Iterable[CarriedAmendment]) -> list[Json]:
    """List what became of the amendments that were not simply carried."""
    return [
        {"amendment": label(one.amendment), "fate": one.fate.value}
        for one in carried
        if summed_up(one.fates.values()) is not Fate.CARRIED
    ]


def taken(ruled: Ruled) -> Mapping[str, Json]:
    """Keep the words taken, and the moderators' own, never the text around them.

    `by` is the amendment that fulfilled or overtook it.
    """
    return {
        "amendment": label(ruled.wish.amendment),
        "by": label(ruled.wish.by) if ruled.wish.by is not None else "",
        "changes": [
            {
                "letter": str(row.get("letter", "")),
                "before": Words(row.get("before", "")),
                "after": Words(row.get("after", "")),
            }
            for part in ruled.parts
            for row in part.taken
        ],
    }


def unanswered(question: Question) -> Mapping[str, Json]:
    """Say that a group was asked and gave no answer, and until when it could."""
    return {
        "letters": list(question.letters),
        "kind": question.kind.value,
        "until": question.until.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def label(amendment: Amendment) -> str:
    """Return the number as people say it."""
    return amendment_label(amendment.number or 0)
