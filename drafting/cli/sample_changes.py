"""What happens in the sample: some dozen changes, in every state that a change can be in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from drafting.actions.decide_amendment import DecideAmendment, decide_amendment
from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.publish_edition import PublishEdition, publish_edition, text_digest
from drafting.actions.steps.plans import Wish, plan_decision
from drafting.actions.steps.shown import shown_digest
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.rules.actors import Actor, Holding
from drafting.rules.edits import Edit, NewSection, ParagraphEdit, Wording
from drafting.rules.lifecycle import Audience, Outcome
from drafting.store.models import Amendment, Person, SectionVersion, Statement
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.sections import present_outline, present_versions
from drafting.store.session import Session
from drafting.text import Passage, plain, read, write


@dataclass
class Cast:
    """Who acts in the sample, and the hour at which the curtain rises."""

    session: Session
    statement: Statement
    now: datetime
    people: Mapping[str, tuple[Person, Holding]]

    def actor(self, name: str, hours: float) -> Actor:
        """Return somebody, so many hours ago."""
        person, holding = self.people[name]
        at = self.now - timedelta(hours=hours)
        return Actor(at=at, person_id=person.id, holdings=frozenset({holding}))


def play(cast: Cast) -> None:
    """Play the meeting: first day, a published draft, second day."""
    first_day(cast)
    answers(cast)
    publish(cast)
    second_day(cast)


def first_day(cast: Cast) -> None:
    """What the groups sent on the first day: A1 to A8."""
    send(cast, "ASIA", 40, "should mean one thing", "must mean one thing",
         "A promise of this weight needs “must”.")  # fmt: skip
    send(cast, "MENA", 39.5, "should mean one thing", "must mean one thing",
         "We ask for the same as others do.")  # fmt: skip
    send(cast, "AFR", 39, "before all others", "first and last",
         "Shorter, and easier to translate.")  # fmt: skip
    send(cast, "EUR", 38, "licence recruiters", "license recruiters", "The verb has an s.",
         editorial=True)  # fmt: skip
    send(cast, "AMER", 37, "is also not in the interest of a child that a parent is detained",
         "is against the interest of a child to detain a parent", "Clearer.")  # fmt: skip
    send(cast, "AFR", 36, "Report in public every two years", "Report in public every year",
         "Two years are too long for those who wait.")  # fmt: skip
    send(cast, "MENA", 35, "Disaster visas, regional free movement",
         "Regional free movement", "We have no such visas, and fear quotas.")  # fmt: skip
    send(cast, "ASIA", 34,
         "Money for adaptation should reach the places from which people would rather not leave.",
         "Money for adaptation must reach the places that people would rather not leave, "
         "and be counted in public.", "Money is promised often.")  # fmt: skip


def answers(cast: Cast) -> None:
    """What the moderators answered in the evening."""
    decide(cast, 1, Outcome.ACCEPTED, along={2: Outcome.FULFILLED})
    decide(cast, 4, Outcome.ACCEPTED)
    decide(cast, 7, Outcome.REJECTED, "Three groups use such visas and wish to keep them.")
    decide(cast, 8, Outcome.IN_PART, "The counting needs its own paragraph.", letters="a")
    decide(
        cast, 6, Outcome.AS_MODIFIED, "Every year, where there is money for it.",
        change=("Report in public every two years",
                "Report in public every year, with funds to do so"),
    )  # fmt: skip


def publish(cast: Cast) -> None:
    """Publish Rev. 1 at night."""
    outline = present_outline(cast.session, cast.statement.id)
    versions = present_versions(cast.session, cast.statement.id)
    assert outline is not None
    seen = text_digest(cast.session, cast.statement, outline, versions)
    wanted = PublishEdition(cast.statement.slug, seen)
    publish_edition(cast.session, cast.actor("moderator", 20), wanted)


def second_day(cast: Cast) -> None:
    """What waits on the second day: rivals, one wish of two groups, drafts, a question."""
    send(cast, "AMER", 8, "a guardian within days", "a guardian within 24 hours",
         "Days can become weeks.")  # fmt: skip
    send(cast, "MENA", 7.5, "a guardian within days", "a guardian within three days",
         "In some countries one day is not possible.")  # fmt: skip
    send(cast, "EUR", 7, "Build firewalls in law", "Build firewalls in law and in practice",
         "A law alone does not stop a telephone call.")  # fmt: skip
    send(cast, "AFR", 6.5, "Build firewalls in law", "Build firewalls in law and in practice",
         "Clerks must know them.")  # fmt: skip
    send(cast, "AMER", 6, "Rescue people in distress at sea and on land",
         "Rescue people in distress at sea, in deserts and on land", "The desert kills too.",
         audience=Audience.PUBLIC)  # fmt: skip
    withdraw_amendment(
        cast.session, cast.actor("send AMER", 5.5), WithdrawAmendment(cast.statement.slug, 5)
    )
    send(cast, "EUR", 5, "no worker should pay for a job", "no worker may pay for a job",
         "This is what the convention says.")  # fmt: skip
    decide(cast, 14, Outcome.FOR_ROOM, room="Do we say “should” or “may not”?", hours=4)
    join_amendment(
        cast.session, cast.actor("send ASIA", 3), JoinAmendment(cast.statement.slug, 13, "ASIA", 1)
    )
    add_section(cast)
    drafts(cast)


def add_section(cast: Cast) -> None:
    """A group asks for a section more."""
    outline = present_outline(cast.session, cast.statement.id)
    assert outline is not None
    words = "Families live in two countries. They pay for both, and belong to both."
    edit = NewSection(outline.number, outline.keys[4], "Families across borders", words)
    submit(cast, "ASIA", 2.5, Wording((edit,), "Nothing in the text speaks of families."))


def drafts(cast: Cast) -> None:
    """What stays inside a group: a draft, and one that is ready to send."""
    keep(cast, "ASIA", "Those who have to leave should be able to do so",
         "Those who have to leave must be able to do so", ready=True)  # fmt: skip
    keep(cast, "AFR", "Funding for travel and visas", "Money for travel, and visas,", ready=False)


def edit_of(cast: Cast, old: str, new: str) -> ParagraphEdit:
    """Return the edit that puts words for others, wherever they stand in the text."""
    for version in present_versions(cast.session, cast.statement.id):
        for key, block in zip(version.keys, read(version.markdown).blocks, strict=True):
            words = plain(Passage((block,)))
            if old in words:
                return ParagraphEdit(version.number, key, words.replace(old, new))
    raise LookupError(f"the sample does not say {old!r}")


def send(
    cast: Cast,
    mark: str,
    hours: float,
    old: str,
    new: str,
    why: str,
    *,
    editorial: bool | None = None,
    audience: Audience = Audience.MEETING,
) -> Amendment:
    """Send a change of some words in the name of a group."""
    wording = Wording((edit_of(cast, old, new),), why, editorial=editorial)
    return submit(cast, mark, hours, wording, audience)


def submit(
    cast: Cast,
    mark: str,
    hours: float,
    wording: Wording,
    audience: Audience = Audience.MEETING,
) -> Amendment:
    """Send in the name of a group."""
    request = SubmitAmendment(
        cast.statement.slug, mark, wording, audience, form_key=secrets.token_hex(16)
    )
    return submit_amendment(cast.session, cast.actor(f"send {mark}", hours), request)


def keep(cast: Cast, mark: str, old: str, new: str, *, ready: bool) -> Amendment:
    """Keep a draft inside a group."""
    edits: tuple[Edit, ...] = (edit_of(cast, old, new),)
    request = DraftAmendment(
        cast.statement.slug, mark, Wording(edits), secrets.token_hex(16), ready=ready
    )
    return draft_amendment(cast.session, cast.actor(f"write {mark}", 1), request)


def decide(
    cast: Cast,
    number: int,
    outcome: Outcome,
    reason: str = "",
    *,
    letters: str = "",
    change: tuple[str, str] | None = None,
    along: Mapping[int, Outcome] | None = None,
    room: str = "",
    hours: float = 22,
) -> None:
    """Answer a change, as a moderator who has looked at what it does."""
    amendment = get_amendment(cast.session, cast.statement, number)
    words = {0: other_words(cast, *change)} if change else {}
    wish = Wish(amendment, outcome, frozenset(letters), words)
    plan = plan_decision(cast.session, cast.statement, [wish])
    request = DecideAmendment(
        statement=cast.statement.slug, number=number, revision=amendment.revision,
        shown=shown_digest(plan), outcome=outcome, reason=reason, letters=frozenset(letters),
        words=words, along=along or {}, room_question=room, without_waiting=True,
    )  # fmt: skip
    decide_amendment(cast.session, cast.actor("moderator", hours), request)


def other_words(cast: Cast, old: str, new: str) -> str:
    """Return the section in which words stand, with the moderators' own in their place."""
    for version in present_versions(cast.session, cast.statement.id):
        if old in version.markdown:
            return replaced(version, old, new)
    raise LookupError(f"the sample does not say {old!r}")


def replaced(version: SectionVersion, old: str, new: str) -> str:
    """Return the Markdown of a section with other words where some stand."""
    return write(read(version.markdown.replace(old, new)))
