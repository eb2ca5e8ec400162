"""`docs/rules.md` says what the tables of rules say, and no table leaves anything out."""

from __future__ import annotations

from drafting.rules.lifecycle import AMENDMENT_STEPS, STEP_OF_OUTCOME, Outcome, Status
from drafting.rules.permits import PERMITS, SEEN_BY, Permission
from tests.house.rules_page import PAGE, page


def test_the_document_of_rules_is_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make rules`"


def test_each_permission_has_its_clauses_and_says_who_is_told_no() -> None:
    assert set(PERMITS) == set(SEEN_BY) == set(Permission)
    assert all(PERMITS.values())


def test_each_outcome_is_a_step_that_some_state_allows() -> None:
    assert set(STEP_OF_OUTCOME) == set(Outcome)
    assert set(STEP_OF_OUTCOME.values()) <= {step for _status, step in AMENDMENT_STEPS}


def test_each_state_can_be_reached_from_a_draft() -> None:
    reached = {Status.DRAFT}
    for _ in Status:
        reached |= {to for (status, _step), to in AMENDMENT_STEPS.items() if status in reached}
    assert reached == set(Status)
