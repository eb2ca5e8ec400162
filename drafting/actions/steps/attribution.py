"""Finding whose words a section of a published draft holds, answer by answer, word by word.

Nothing is kept of it: it follows from versions and rulings, which never change, so that neither
do the names at a published draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafting.actions.steps.credits import Answers
from drafting.actions.steps.parts import given, unpacked
from drafting.actions.steps.ruling import asked_words, identity, rule_again
from drafting.actions.steps.standing import stand
from drafting.errors import Refused
from drafting.rules.credits import Credit
from drafting.rules.lifecycle import Fate, Outcome
from drafting.store.models import AmendmentPart, Ruling, SectionVersion
from drafting.text import (
    Attribution,
    Authors,
    Change,
    Passage,
    Redline,
    Step,
    attribute,
    diff,
    read,
    rebase,
    take,
)

NOTHING = Passage(())
ALIVE = frozenset({Fate.CARRIED, Fate.IN_QUESTION})


def attribution_of(
    answers: Answers, key: str, versions: Sequence[SectionVersion], *, new: bool
) -> Attribution:
    """Say whose words the section of a key holds that went through these versions in order.

    A new one was not in the text before: its words are of those who added it. What no answer
    brought names nobody.
    """
    if not new:
        steps = steps_through(answers, key, versions)
        return attribute(read(versions[0].markdown), steps)
    added = last_added(answers, key)
    kept = versions[start_of(versions, added) :]
    whole = added_step(answers, added, NOTHING, read(kept[0].markdown))
    return attribute(NOTHING, [whole, *steps_through(answers, key, kept)])


def last_added(answers: Answers, key: str) -> Ruling | None:
    """Return the last answer that added a section and was not reopened."""
    rulings = reversed(answers.added.get(key, ()))
    return next((one for one in rulings if answers.credits[one.id].groups), None)


def start_of(versions: Sequence[SectionVersion], added: Ruling | None) -> int:
    """Return the place of the version as which a section was added.

    One that comes back with the words it had makes none; it is then named as it stands last.
    """
    decision = added.decision_id if added else None
    made = (at for at, one in enumerate(versions) if decision and one.decision_id == decision)
    return next(made, len(versions) - 1)


def added_step(answers: Answers, added: Ruling | None, was: Passage, now: Passage) -> Step:
    """Name who added a section at its words; the moderators at those that are theirs."""
    credit = answers.credits[added.id] if added else Credit()
    others = added is not None and added.words is not None
    asked = read(given(added.part).markdown or "") if added and others else None
    return Step(credit.groups, diff(was, now).changes, asked, credit.moderators)


def steps_through(answers: Answers, key: str, versions: Sequence[SectionVersion]) -> Iterator[Step]:
    """Give the steps that lead from the first of some versions of a section to the last."""
    for before, after in pairwise(versions):
        was, now = read(before.markdown), read(after.markdown)
        rulings = answers.on_text.get(after.id)
        if rulings and after.number == before.number + 1:
            yield from steps_of(answers, rulings, was, now)
        elif was != now:
            yield added_step(answers, adding(answers, key, after), was, now)


def adding(answers: Answers, key: str, version: SectionVersion) -> Ruling | None:
    """Return the answer that made a version by bringing its section back; none if none did."""
    rulings = answers.added.get(key, ())
    return next((one for one in rulings if one.decision_id == version.decision_id), None)


def steps_of(answers: Answers, rulings: Sequence[Ruling], was: Passage, now: Passage) -> list[Step]:
    """Give the steps of one decision on a section; one of all together where they fail to lead."""
    try:
        if len(rulings) == 1:
            steps = [lone_step(answers, rulings[0], was, now)]
        else:
            steps = joint(answers, rulings, was)
        if walked(was, steps) == now:
            return steps
    except (Refused, ValueError):
        pass
    return [Step(everybody(answers, rulings), diff(was, now).changes)]


def walked(passage: Passage, steps: Sequence[Step]) -> Passage:
    """Return what steps make of a text."""
    for step in steps:
        passage = take(passage, step.changes)
    return passage


def everybody(answers: Answers, rulings: Sequence[Ruling]) -> Authors:
    """Name all who may have a part in some answers."""
    names = [
        name
        for ruling in rulings
        for credit in [answers.credits[ruling.id]]
        for name in (credit.moderators if ruling.words is not None else credit.groups)
    ]
    return tuple(dict.fromkeys(names))


def lone_step(answers: Answers, ruling: Ruling, was: Passage, now: Passage) -> Step:
    """Give the step of a ruling that alone leads from a version to the next."""
    credit = answers.credits[ruling.id]
    changes = taken_of(ruling, was, now).changes
    others = ruling.outcome is Outcome.AS_MODIFIED
    asked = asked_text(given(ruling.part), was) if others else None
    return Step(credit.groups, changes, asked, credit.moderators)


def taken_of(ruling: Ruling, was: Passage, now: Passage) -> Redline:
    """Return what a ruling took; found anew where what is stored does not lead to the text."""
    stored = unpacked(was, now, ruling.taken, f"ruling {ruling.id}")
    return diff(was, now) if stored is None else stored


def asked_text(part: AmendmentPart, was: Passage) -> Passage:
    """Return a text with all that a part asked of it and that still fitted."""
    standing = stand(part, was)
    alive = [sign for sign, fate in standing.fates.items() if fate in ALIVE]
    try:
        return asked_words(part, standing, was, alive)[0].after
    except Refused:
        return was if standing.redline is None else standing.redline.after


def joint(answers: Answers, rulings: Sequence[Ruling], was: Passage) -> list[Step]:
    """Give the steps of several rulings, one for those who ask for the same changes together."""
    steps = []
    present = was
    for (names, others), changes in by_names(answers, rulings, was).items():
        rebased = rebase(Redline(was, take(was, changes), tuple(changes)), present)
        step = Step(names, rebased.redline.changes)
        if others is not None:
            asked = asked_text(given(others.part), was)
            step = step._replace(asked=asked, otherwise=answers.credits[others.id].moderators)
        steps.append(step)
        present = rebased.passage
    return steps


@dataclass(slots=True)
class Sought:
    """A change, the groups that ask for it letter for letter, and whose wish it answers else."""

    change: Change
    groups: dict[str, None] = field(default_factory=dict)
    others: Ruling | None = None


def by_names(
    answers: Answers, rulings: Sequence[Ruling], was: Passage
) -> dict[tuple[Authors, Ruling | None], list[Change]]:
    """Put together the changes of the same groups, and those of moderators after one wish."""
    found: dict[tuple[object, ...], Sought] = {}
    for ruling in rulings:
        ruled = rule_again(given(ruling.part), ruling, was)
        changes = () if ruled.redline is None else ruled.redline.changes
        for change, row in zip(changes, ruled.taken, strict=True):
            sought = found.setdefault(identity(change), Sought(change))
            if "letter" in row:
                sought.groups |= dict.fromkeys(answers.credits[ruling.id].groups)
            else:
                sought.others = ruling
    parted: dict[tuple[Authors, Ruling | None], list[Change]] = {}
    for one in found.values():
        others = one.others if not one.groups else None
        names = answers.credits[others.id].groups if others else tuple(one.groups)
        parted.setdefault((names, others), []).append(one.change)
    return parted
