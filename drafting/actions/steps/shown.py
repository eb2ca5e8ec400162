"""The digest of what a moderator was shown, by which an answer to something else is noticed.

It is over what the amendment asks, the paragraphs it lies in and the effects: a new version of
the section that touches none of these does not make a page stale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from drafting.actions.steps.book import Book, place_of
from drafting.actions.steps.plans import Affected, Plan, Wish, blocks_at
from drafting.actions.steps.standing import stand
from drafting.errors import N_, Refused, Stale
from drafting.rules.effects import Effect
from drafting.rules.journal import Json, canonical
from drafting.store.models import AmendmentPart
from drafting.store.queries.amendments import latest
from drafting.text import Passage, plain, write

LENGTH = 32


def shown_digest(plan: Plan) -> str:
    """Return the digest of a page: of the answer chosen on it, a stop, of the world it shows."""
    wishes = [one.wish for one in plan.ruled]
    return f"{digest([wish_of(wish) for wish in wishes])}.{digest(world_of(plan, wishes))}"


def check_shown(plan: Plan, shown: str) -> None:
    """Compare a page with the present.

    Raises: Stale when the world has moved, Refused when only the answer was changed on the page.
    """
    wish, _, world = shown.partition(".")
    now_wish, _, now_world = shown_digest(plan).partition(".")
    if wish != now_wish:
        raise Refused(N_("You changed your answer. This is what it does now; confirm it."))
    if world != now_world:
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


def world_of(plan: Plan, wishes: Sequence[Wish]) -> Json:
    """Say what the answer is about, and what it does to others."""
    return {
        "asked": [
            {
                "amendment": wish.amendment.number,
                "revision": wish.amendment.revision,
                "status": wish.amendment.status.value,
                "parts": [asked(plan.book, part) for part in latest(wish.amendment).parts],
            }
            for wish in wishes
        ],
        "effects": [
            effect(affected)
            for affected in plan.affected
            if affected.effect is not Effect.UNTOUCHED or affected.same
        ],
    }


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
    lying = {
        at
        for change in redline.changes
        for at in blocks_at(redline.before, change.start, change.end)
    }
    return {
        "fates": fates_of(standing.fates),
        "changes": [
            [sign, words(change.removed), words(change.inserted)]
            for sign, change in zip(standing.letters, redline.changes, strict=True)
        ],
        "blocks": [write(Passage((redline.before.blocks[at],))) for at in sorted(lying)],
        "disputed": plain(present) if standing.in_question else "",
    }


def fates_of(fates: Mapping[str, str]) -> Json:
    """Write fates as plain values."""
    return {sign: str(fate) for sign, fate in fates.items()}


def words(tokens: Sequence[object]) -> str:
    """Join the words of tokens."""
    return "".join(str(getattr(token, "text", "")) for token in tokens)
