"""The digest of what a moderator was shown, by which an answer to something else is noticed.

It is over what the amendment asks, the paragraphs it lies in and the effects: a new version of
the section that touches none of these does not make a page stale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from drafting.actions.steps.book import Book, place_of
from drafting.actions.steps.plans import Affected, Plan, Wish
from drafting.actions.steps.standing import stand
from drafting.errors import N_, Refused, Stale
from drafting.rules.effects import Effect
from drafting.rules.journal import Json, canonical
from drafting.store.models import Amendment, AmendmentPart
from drafting.store.queries.amendments import latest
from drafting.text import Passage, edited_blocks, plain, write

LENGTH = 32
TELLING = frozenset({Effect.CONFLICT, Effect.FULFILLED, Effect.OVERTAKEN, Effect.FREED})


def shown_digest(plan: Plan) -> str:
    """Return the digest of a page, three parts with stops: what is asked, the answer chosen on
    the page, its effects on others.
    """
    wishes = [one.wish for one in plan.ruled]
    asked_for = [asked_by(plan.book, wish.amendment) for wish in wishes]
    chosen = [wish_of(wish) for wish in wishes]
    return ".".join(digest(part) for part in (asked_for, chosen, effects_of(plan)))


def check_asked(book: Book, amendments: Sequence[Amendment], shown: str) -> None:
    """Compare what a page said is asked with the present, before anything is worked out.

    Raises: Stale.
    """
    now = digest([asked_by(book, amendment) for amendment in amendments])
    if shown.partition(".")[0] != now:
        raise Stale


def check_shown(plan: Plan, shown: str) -> None:
    """Compare a page with the present.

    Raises: Stale when the world has moved, Refused when only the answer was changed on the page.
    """
    seen, now = shown.split("."), shown_digest(plan).split(".")
    if len(seen) != len(now) or seen[0] != now[0]:
        raise Stale
    if seen[1] != now[1]:
        raise Refused(N_("You changed your answer. Look at what it does, then confirm it."))
    if seen[2] != now[2]:
        raise Stale


def digest(value: Json) -> str:
    """Return the first half of the hexadecimal SHA-256 over the canonical form."""
    return sha256(canonical(value)).hexdigest()[:LENGTH]


def wish_of(wish: Wish) -> Json:
    """Say what the moderator chose."""
    return {
        "amendment": wish.amendment.number,
        "outcome": wish.outcome.value,
        "letters": sorted(wish.letters),
        "words": {str(position): words for position, words in sorted(wish.words.items())},
    }


def asked_by(book: Book, amendment: Amendment) -> Json:
    """Say how an amendment stands."""
    return {
        "amendment": amendment.number,
        "revision": amendment.revision,
        "status": amendment.status.value,
        "parts": [asked(book, part) for part in latest(amendment).parts],
    }


def effects_of(plan: Plan) -> Json:
    """Say what would become of the others; what is left as it is or moves along is left out."""
    return [
        effect(affected)
        for affected in plan.affected
        if affected.effect in TELLING or affected.same
    ]


def effect(affected: Affected) -> Json:
    """Say what becomes of one other amendment."""
    return {
        "amendment": affected.amendment.number,
        "revision": affected.amendment.revision,
        "effect": affected.effect.value,
        "same": affected.same,
    }


def asked(book: Book, part: AmendmentPart) -> Json:
    """Say how a part stands on the present text, and the paragraphs in which it does."""
    present = book.present(place_of(part))
    standing = stand(part, present)
    if standing.redline is None or present is None:
        return {"fates": fates_of(standing.fates)}
    redline = standing.redline
    return {
        "fates": fates_of(standing.fates),
        "changes": [
            [sign, words(change.removed), words(change.inserted)]
            for sign, change in zip(standing.letters, redline.changes, strict=True)
        ],
        "blocks": [write(Passage((block,))) for block in edited_blocks(redline)],
        "disputed": plain(present) if standing.in_question else "",
    }


def fates_of(fates: Mapping[str, str]) -> Json:
    """Write fates as plain values."""
    return {sign: str(fate) for sign, fate in fates.items()}


def words(tokens: Sequence[object]) -> str:
    """Join the words of tokens."""
    return "".join(str(getattr(token, "text", "")) for token in tokens)
