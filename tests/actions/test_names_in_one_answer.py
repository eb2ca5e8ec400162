"""What holds of the names at the words of several changes that one answer takes, for any text."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from drafting.actions.steps.attribution import joint, walked
from drafting.actions.steps.book import Book, Place
from drafting.actions.steps.credits import Answers
from drafting.actions.steps.parts import changes_between
from drafting.actions.steps.ruling import rule_part
from drafting.actions.steps.standing import stand
from drafting.errors import Refused
from drafting.rules.credits import Credit
from drafting.rules.labels import letter
from drafting.rules.lifecycle import Outcome
from drafting.store.models import AmendmentPart, Ruling, SectionVersion
from drafting.store.models.amendments import PartKind
from drafting.text import Passage, Token, attribute, diff, read, write
from tests.text.edits import edited, markdown, texts

PLACE = Place(PartKind.TEXT, 1)


class Answered(NamedTuple):
    """A text, what was taken of it by one answer, and the text that this made."""

    before: Passage
    rulings: list[Ruling]
    after: Passage

    @property
    def answers(self) -> Answers:
        """Name a group of its own at each ruling."""
        named = {one.id: Credit((f"group {one.id}",), one.id) for one in self.rulings}
        return Answers({}, {}, {}, named)


@st.composite
def answered(draw: st.DrawFn) -> Answered:
    """Let some groups ask at once, and take what can be taken together."""
    blocks = draw(texts)
    before = read(markdown(blocks))
    version = SectionVersion(id=1, markdown=write(before), title="")
    book = Book({}, None)
    rulings = []
    for number in range(1, draw(st.integers(2, 5))):
        part = part_of(version, read(markdown(draw(edited(blocks, 3)))))
        every = {row["letter"] for row in part.changes}
        letters = {sign for sign in every if draw(st.integers(0, 3))}
        outcome = Outcome.ACCEPTED if letters == every else Outcome.IN_PART
        try:
            ruled = rule_part(
                part, stand(part, before), before, outcome, letters=letters, words=None
            )
            if ruled.redline is not None:
                book.put(PLACE, ruled.redline)
                rulings.append(ruling_of(number, part, ruled.outcome, ruled.taken))
        except Refused:
            continue
    return Answered(before, rulings, book.changed.get(PLACE, before))


def part_of(version: SectionVersion, wish: Passage) -> AmendmentPart:
    """Ask for a text instead of a version."""
    changes = changes_between(read(version.markdown), wish)
    return AmendmentPart(
        kind=PartKind.TEXT,
        section_version=version,
        outline=None,
        markdown=write(wish),
        changes=[{**one, "letter": letter(at)} for at, one in enumerate(changes)],
    )


def ruling_of(
    number: int, part: AmendmentPart, outcome: Outcome, taken: list[dict[str, str | int]]
) -> Ruling:
    """Keep what is taken of a part."""
    return Ruling(id=number, part=part, outcome=outcome, taken=taken, words=None)


def words(tokens: tuple[Token, ...]) -> set[str]:
    """Return the words among some tokens."""
    return {token.text for token in tokens if token.kind == "word"}


@given(answered())
def test_the_steps_of_one_answer_lead_to_the_text_that_it_made(case: Answered) -> None:
    assert walked(case.before, joint(case.answers, case.rulings, case.before)) == case.after


@given(answered())
def test_each_name_stands_only_at_words_that_the_group_asked_for(case: Answered) -> None:
    found = attribute(case.before, joint(case.answers, case.rulings, case.before))
    asked, away = {}, {}
    for ruling in case.rulings:
        assert ruling.part is not None
        changes = diff(case.before, read(ruling.part.markdown or "")).changes
        asked[f"group {ruling.id}"] = {word for one in changes for word in words(one.inserted)}
        away[f"group {ruling.id}"] = {word for one in changes for word in words(one.removed)}
    for span in found.spans:
        stands = words(found.passage.flat[span.start : span.end])
        assert all(stands <= asked[name] for name in span.authors)
    for gone in found.gone:
        assert all(words(gone.tokens) <= away[name] for name in gone.taken_out_by)
