"""The page on which a moderator answers: what is asked, what each answer would do, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.book import Book, open_book, place_of
from drafting.actions.steps.deciding import WAITING_FOR, quotable, waiting_questions
from drafting.actions.steps.plans import Plan, Wish, plan_decision
from drafting.actions.steps.settling import is_own
from drafting.actions.steps.shown import shown_digest
from drafting.actions.steps.standing import stand
from drafting.errors import Refused, Stale
from drafting.rules.actors import Actor
from drafting.rules.claims import alters_quotation
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import NEEDS_REASON, PENDING, Fate, Outcome
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, AmendmentPart, Statement
from drafting.store.queries.amendments import get_amendment, latest
from drafting.store.queries.editions import labels_of
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import ChangeFacts, change_facts
from drafting.web.presenters.amendments import Wish as WishLine
from drafting.web.presenters.amendments import wish_of as line_of
from drafting.web.presenters.amendments_parts import PartView, part_views
from drafting.web.presenters.decisions_effects import EffectLine, effect_lines
from drafting.web.presenters.decisions_offered import LEFT, offered, prospect_of
from drafting.web.presenters.decisions_order import neighbours
from drafting.web.presenters.decisions_reasons import needed_if, ready_reasons
from drafting.web.presenters.decisions_results import (
    ResultView,
    in_plan,
    result_views,
    same_words,
    seen_versions,
)
from drafting.web.presenters.decisions_words import WordsField, words_fields, words_typed
from drafting.web.presenters.moments import Moment, moment


@dataclass(frozen=True, slots=True)
class Draft:
    """What a moderator has chosen and typed so far; `along` is None before the first choice."""

    outcome: Outcome = Outcome.ACCEPTED
    letters: frozenset[str] = frozenset()
    typed: Mapping[int, str] = field(default_factory=dict)
    formatted: bool = False
    along: Mapping[int, Outcome] | None = None


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """One change that may be taken by itself."""

    letter: str
    label: str
    facts: ChangeFacts
    fits: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question whose time still runs."""

    group: str
    until: Moment


@dataclass(frozen=True, slots=True)
class DecidePage:
    """All that the page says; `problem` is why the chosen answer cannot be given.

    `as_asked`: the text would read just as what is asked, which is shown already. `prospect`:
    why nothing of it is left to take. `needed_if`: when a reason is needed after all.
    """

    slug: str
    language: str
    number: int
    wish: WishLine
    asked: tuple[PartView, ...]
    prospect: str
    answers: tuple[Outcome, ...]
    draft: Draft
    letters: tuple[LetterChoice, ...]
    fields: tuple[WordsField, ...]
    results: tuple[ResultView, ...]
    as_asked: bool
    effects: tuple[EffectLine, ...]
    problem: str
    shown: str
    seen: str
    needs_reason: bool
    needed_if: tuple[str, ...]
    reasons: tuple[str, ...]
    waiting: tuple[Waiting, ...]
    own_group: bool
    quotation: bool
    previous: int | None
    next: int | None


def show_decide(session: Session, actor: Actor, slug: str, number: int, draft: Draft) -> DecidePage:
    """Show what an answer would do. Raises: Stale when it was answered meanwhile."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    amendment = get_amendment(session, statement, number)
    if amendment.status not in PENDING:
        raise Stale
    book = open_book(session, statement)
    labels = labels_of(session, statement.id)
    titles = {version.section.key: version.title for version in book.versions.values()}
    letters = letter_choices(book, amendment, draft)
    answers = offered(amendment, len(letters))
    draft = draft if draft.outcome in answers else replace(draft, outcome=answers[0])
    plan, problem = planned(session, statement, amendment, book, draft)
    fits = bool(letters) and all(choice.fits for choice in letters)
    effects = effect_lines(plan, draft.outcome, draft.along) if plan else ()
    along = answered_along(plan, effects, draft)
    previous, following = neighbours(session, statement, amendment)
    asked = part_views(session, latest(amendment).parts, labels, titles, carried=fits)
    results = result_views(plan.results, plan.book, labels, in_plan(plan)) if plan else ()
    quotation = plan is not None and alters_quotation(quotable(plan))
    named = amendment.named_by_id is not None
    return DecidePage(
        slug=slug,
        language=statement.language,
        number=number,
        wish=line_of(amendment, statement, actor, labels),
        asked=asked,
        prospect="" if letters else prospect_of(amendment),
        answers=answers,
        draft=draft,
        letters=letters,
        fields=words_fields(book, amendment, draft.typed, formatted=draft.formatted),
        results=results,
        as_asked=draft.outcome is Outcome.ACCEPTED and same_words(asked, results),
        effects=effects,
        problem=problem,
        shown=shown_digest(plan) if plan else "",
        seen=seen_versions(book, [amendment]),
        needs_reason=draft.outcome in NEEDS_REASON,
        needed_if=needed_if(draft.outcome, effects, quotation=quotation, named=named),
        reasons=ready_reasons(draft.outcome),
        waiting=waiting_of(session, actor, statement, [amendment, *along]),
        own_group=is_own(actor, amendment),
        quotation=quotation,
        previous=previous,
        next=following,
    )


def planned(
    session: Session, statement: Statement, amendment: Amendment, book: Book, draft: Draft
) -> tuple[Plan | None, str]:
    """Work the answer out; None with the reason where it cannot be given like this."""
    words = words_typed(book, amendment, draft.typed, formatted=draft.formatted)
    modified = draft.outcome is Outcome.AS_MODIFIED
    wish = Wish(
        amendment,
        draft.outcome,
        draft.letters if draft.outcome is Outcome.IN_PART else frozenset(),
        words if modified else {},
    )
    if modified and not words:
        return None, _("These words are not changed yet. Change them, or choose another answer.")
    if draft.outcome is Outcome.IN_PART and not draft.letters:
        return None, _("Choose the changes that you take, then look at what they do.")
    try:
        return plan_decision(session, statement, [wish]), ""
    except Refused as refusal:
        return None, _(refusal.sentence, **refusal.values)


def words_for(
    session: Session, actor: Actor, slug: str, number: int, draft: Draft
) -> dict[int, str]:
    """Return the moderators' text by part, as the action wants it."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    if draft.outcome is not Outcome.AS_MODIFIED:
        return {}
    amendment = get_amendment(session, statement, number)
    book = open_book(session, statement)
    return words_typed(book, amendment, draft.typed, formatted=draft.formatted)


def zone_of(session: Session, actor: Actor, slug: str) -> str:
    """Return the meeting's time zone, in which a moderator types times."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    return statement.zone


def letter_choices(book: Book, amendment: Amendment, draft: Draft) -> tuple[LetterChoice, ...]:
    """Return the changes that are left to take, each by its letter."""
    return tuple(
        choice
        for part in latest(amendment).parts
        for choice in choices_of(book, amendment, part, draft)
    )


def choices_of(
    book: Book, amendment: Amendment, part: AmendmentPart, draft: Draft
) -> list[LetterChoice]:
    """Return the changes of one part."""
    fates = stand(part, book.present(place_of(part))).fates
    facts = change_facts(part)
    if len(facts) < len(fates):
        facts = [*facts, *facts[-1:] * (len(fates) - len(facts))]
    label = amendment_label(amendment.number or 0)
    return [
        LetterChoice(sign, label + sign, fact, fate is Fate.CARRIED, sign in draft.letters)
        for (sign, fate), fact in zip(fates.items(), facts, strict=False)
        if fate in LEFT
    ]


def answered_along(
    plan: Plan | None, effects: Sequence[EffectLine], draft: Draft
) -> list[Amendment]:
    """Return the others that get an answer along which waits for their groups."""
    preset = {line.number: line.along for line in effects if line.chosen}
    answers = preset if draft.along is None else draft.along
    others = [one.amendment for one in plan.affected] if plan else []
    return [other for other in others if answers.get(other.number or 0) in WAITING_FOR]


def waiting_of(
    session: Session, actor: Actor, statement: Statement, answered: Sequence[Amendment]
) -> tuple[Waiting, ...]:
    """Return the questions whose time still runs."""
    return tuple(
        Waiting(question.group.name, moment(question.until, actor.at, get_locale(), statement))
        for question in waiting_questions(session, answered, actor.at)
    )
