"""The sentence for each kind of entry, from what it tells its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from drafting.rules.journal import EventKind
from drafting.rules.labels import amendment_number
from drafting.rules.lifecycle import Outcome

Public = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the numbers of the amendments that it is about, for links."""

    words: str
    amendments: tuple[int, ...] = ()


def line_of(public: Public) -> Line:
    """Say what an entry tells; a kind that this version does not know is named as it stands."""
    kind = str(public.get("kind", ""))
    words = WORDS.get(kind)
    return Line(words(public) if words else kind, numbers_of(public))


def numbers_of(public: Public) -> tuple[int, ...]:
    """Return the numbers of the amendments that an entry names."""
    rows = [public, *public.get("rulings", ()), *public.get("amendments", ())]
    labels = [str(row["amendment"]) for row in rows if "amendment" in row]
    numbers = [amendment_number(label) for label in labels]
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def submitted(public: Public) -> str:
    """A group sent a change, or it was typed for the group; `marks` say how it came in."""
    marks, named = public.get("marks", ()), of_amendment(public)
    if "entered by moderators" in marks:
        came = [_("The moderators entered %(label)s for %(group)s.", **named)]
    elif "entered" in marks:
        came = [_("%(label)s was entered for %(group)s.", **named)]
    else:
        came = [_("%(group)s sent %(label)s.", **named)]
    if "late" in marks:
        came.append(_("Entered late, after the session was closed."))
    if "sent by a writer" in marks:
        came.append(_("Sent by a writer."))
    return " ".join(came)


def of_amendment(public: Public) -> dict[str, str]:
    """Return what most sentences name."""
    return {"group": str(public.get("group", "")), "label": str(public.get("amendment", ""))}


def outcome_words(outcome: str) -> str:
    """Say an outcome as pages do."""
    words = {
        Outcome.ACCEPTED: _("taken"),
        Outcome.IN_PART: _("taken in part"),
        Outcome.AS_MODIFIED: _("taken with other words"),
        Outcome.REJECTED: _("not taken"),
        Outcome.OPEN_POINT: _("open point"),
        Outcome.FULFILLED: _("already so in the text"),
        Outcome.OVERTAKEN: _("no longer fits"),
        Outcome.FOR_ROOM: _("for the room"),
        Outcome.REOPENED: _("open again"),
    }
    return words.get(Outcome(outcome), outcome) if outcome in set(Outcome) else outcome


def decided(public: Public) -> str:
    """Moderators answered one or more changes."""
    answers = [
        f"{one.get('amendment')} ({one.get('group')}): {outcome_words(str(one.get('outcome')))}"
        for one in public.get("rulings", ())
    ]
    words: str = _("Answered: %(answers)s.", answers="; ".join(answers))
    if public.get("own_group"):
        words += " " + _("Answered by somebody who also writes for the group.")
    return words


def reopened(public: Public) -> str:
    """Moderators took an answer back."""
    labels = ", ".join(str(one.get("amendment")) for one in public.get("amendments", ()))
    return _("Answer taken back: %(labels)s.", labels=labels)


def published(public: Public) -> str:
    """A draft was published."""
    return _("Published: %(name)s.", name=public.get("name", ""))


WORDS: Mapping[str, Callable[[Public], str]] = {
    EventKind.IMPORTED: lambda _public: _("The text was brought in."),
    EventKind.ROUND_OPENED: lambda p: _("%(name)s opened.", name=p.get("round", "")),
    EventKind.ROUND_CLOSED: lambda p: _("%(name)s closed.", name=p.get("round", "")),
    EventKind.SUBMITTED: submitted,
    EventKind.REVISED: lambda p: _("%(group)s wrote %(label)s anew.", **of_amendment(p)),
    EventKind.WITHDRAWN: lambda p: _("%(group)s withdrew %(label)s.", **of_amendment(p)),
    EventKind.JOINED: lambda p: _("%(group)s joined %(label)s.", **of_amendment(p)),
    EventKind.LEFT: lambda p: _("%(group)s left %(label)s.", **of_amendment(p)),
    EventKind.CONFIRMED: lambda p: _("%(group)s said yes to %(label)s.", **of_amendment(p)),
    EventKind.ANSWERED: lambda p: _(
        "%(group)s answered a question on %(label)s.", **of_amendment(p)
    ),
    EventKind.DECIDED: decided,
    EventKind.REOPENED: reopened,
    EventKind.CORRECTED: lambda _public: _("The moderators corrected a section."),
    EventKind.PUBLISHED: published,
    EventKind.SECTION_CHANGED: lambda _public: _("The kind of a section was changed."),
    EventKind.LINK_RENEWED: lambda _public: _("A sign-in link was made anew."),
    EventKind.GROUP_MADE: lambda p: _("%(group)s was added.", group=p.get("group", "")),
    EventKind.ROUND_SET: lambda p: _("The times of %(name)s were set.", name=p.get("round", "")),
    EventKind.MEETING: lambda _public: _("Something was sent to the meeting or answered in it."),
    EventKind.RENEWED: lambda _public: _("From here on the record tells the public less."),
}
