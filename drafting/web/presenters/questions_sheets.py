"""Answer sheets of a group: what you asked, what was done, why, where your words are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.news import DONE
from drafting.actions.steps.partly import Said, in_one_line, said_of_part
from drafting.rules.actors import Actor
from drafting.rules.headings import shorten
from drafting.rules.lifecycle import DECIDED, Outcome, overall
from drafting.rules.permits import Permission, may
from drafting.store.models import Amendment, AmendmentPart, Decision, Ruling, Statement
from drafting.store.queries.amendments import list_of_groups, scope_of
from drafting.store.queries.decisions import last_rulings
from drafting.store.queries.questions import answers_read_at
from drafting.store.queries.sections import present_versions
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish, say, wish_of
from drafting.web.presenters.decisions_places import Spot, present_of, spots
from drafting.web.presenters.moments import Moment, moment


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answer to one amendment; `copied` are the lines to take into a messenger."""

    wish: Wish
    outcome: Outcome
    reason: str
    each: tuple[str, ...]
    moderators: bool
    places: tuple[Spot, ...]
    when: Moment
    copied: str
    new: bool

    @property
    def only_out(self) -> bool:
        """Whether all that was asked is to take words out, and that was done."""
        asked = self.wish.changes
        out = all(one.kind == "delete" for one in asked)
        return self.outcome is Outcome.ACCEPTED and bool(asked) and out


def show_sheets(
    session: Session,
    actor: Actor,
    statement: Statement,
    groups: Collection[int],
    labels: Mapping[str, str],
    address: str,
) -> tuple[Sheet, ...]:
    """Return the answers to what these groups asked or joined, newest first."""
    rows = [
        row
        for row in list_of_groups(session, statement.id, groups)
        if row.status in DECIDED and may(actor, Permission.SEE_AMENDMENT, scope_of(row))
    ]
    found = last_rulings(session, [row.id for row in rows])
    answered = [(row, *found[row.id]) for row in rows if row.id in found]
    parts = {part.id: part for row, _one, _rulings in answered for part in parts_of(row)}
    ruled = [ruling for _row, _one, rulings in answered for ruling in rulings]
    sections = present_versions(session, statement.id)
    present = present_of(session, ruled, parts.values(), sections, labels)
    read_at = answers_read_at(session, statement.id, actor.person_id)
    sheets = []
    for row, decision, rulings in sorted(answered, key=lambda one: -one[1].id):
        places = spots(rulings, parts, present)
        made = sheet(row, decision, rulings, statement, actor, labels, places, address)
        new = row.group_id in groups and (read_at is None or decision.at > read_at)
        sheets.append(replace(made, new=new))
    return tuple(sheets)


def sheet(
    amendment: Amendment,
    decision: Decision,
    rulings: list[Ruling],
    statement: Statement,
    actor: Actor,
    labels: Mapping[str, str],
    places: tuple[Spot, ...],
    address: str,
) -> Sheet:
    """Make one sheet."""
    wish = wish_of(amendment, statement, actor, labels)
    outcome = overall([ruling.outcome for ruling in rulings])
    each = tuple(map(say, in_one_line(said_last(amendment, outcome, rulings))))
    return Sheet(
        wish=wish,
        outcome=outcome,
        reason=decision.reason,
        each=each,
        moderators=any(ruling.words is not None for ruling in rulings),
        places=places,
        when=moment(decision.at, actor.at, get_locale(), statement),
        copied=lines(wish, done(outcome, each), decision.reason, places, f"{address}/{wish.label}"),
        new=False,
    )


def lines(wish: Wish, done: str, reason: str, places: tuple[Spot, ...], link: str) -> str:
    """Write an answer as at most three plain lines and a link; no person's name is in them."""
    where = ", ".join(spot.name for spot in places)
    first = _(
        "%(label)s (%(groups)s): %(heading)s",
        label=wish.label,
        groups=", ".join(group.mark for group in wish.groups),
        heading=wish.heading,
    )
    second = done + (f" · {where}" if where else "")
    third = shorten(reason, 200)
    return "\n".join(line for line in (first, second, third, link) if line)


def done(outcome: Outcome, each: tuple[str, ...] = ()) -> str:
    """Say what was done, in the words of the pages, and of what was taken in part which changes."""
    return _(DONE[outcome]) + (f": {'; '.join(each)}" if each else "")


def said_last(
    amendment: Amendment, outcome: Outcome, rulings: Iterable[Ruling]
) -> tuple[Said, ...]:
    """Say what the last answer says of each change, where it takes some of them."""
    parts = {part.id: part for part in parts_of(amendment)}
    return tuple(
        one
        for ruling in rulings
        if outcome is Outcome.IN_PART and ruling.part_id in parts
        for one in said_of_part(amendment.number or 0, parts[ruling.part_id], ruling.taken)
    )


def parts_of(amendment: Amendment) -> list[AmendmentPart]:
    """Return the parts of every revision."""
    return [part for revision in amendment.revisions for part in revision.parts]
