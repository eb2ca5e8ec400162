"""Writes `docs/rules.md` from the tables of `drafting/rules/`; `make rules` runs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafting.config import ROOT
from drafting.rules.lifecycle import (
    AMENDMENT_STEPS,
    NEEDS_REASON,
    STEP_OF_OUTCOME,
    Outcome,
    Status,
    state_after,
)
from drafting.rules.permits import PERMITS, SEEN_BY, Permission

PAGE = ROOT / "docs" / "rules.md"

HEAD = """# Rules

Made by `make rules` from the tables in `drafting/rules/permits.py` and
`drafting/rules/lifecycle.py`; a test keeps it true. Whoever changes a rule changes a row there:
actions, pages and this document ask the same rows. The words are those of the code;
[words.md](words.md) has those of pages."""

WHO = """## Who may

Permits speak of people. An act is permitted when any of the clauses holds. The last column names
what a person must be allowed to see to be told *no* (403); without it there is nothing at that
address (404)."""

CLAUSES = """### The clauses

Each is one predicate over who acts and what the act is about."""

WHEN = """## When

The lifecycle speaks of states: which step leads from which state to which. A pair without a row is
refused in words."""

WHAT = """## What follows an answer

Each outcome of a ruling is one step of the lifecycle, and so the state that follows. For some the
moderators must say why."""


def page() -> str:
    """Return the whole document."""
    return "\n\n".join([HEAD, *who_may(), *when(), *what_follows()]) + "\n"


def who_may() -> Iterator[str]:
    """Give the part about people."""
    yield WHO
    yield grid(
        ("to do this", "one must", "refused openly to those who may"),
        ((it.value, clauses_of(it), openly(it)) for it in Permission),
    )
    yield CLAUSES
    predicates = dict.fromkeys(clause for row in PERMITS.values() for clause in row)
    yield grid(
        ("clause", "holds for somebody who"),
        ((named(clause.__name__), first_line(clause.__doc__)) for clause in predicates),
    )


def clauses_of(permission: Permission) -> str:
    """Name the clauses of a permission."""
    return " *or* ".join(named(clause.__name__) for clause in PERMITS[permission])


def openly(permission: Permission) -> str:
    """Name what must be seen before *no* is said; a dash where nothing is ever admitted."""
    return "–" if SEEN_BY[permission] == permission else SEEN_BY[permission].value


def when() -> Iterator[str]:
    """Give the part about states."""
    yield WHEN
    order = list(Status)
    steps = sorted(AMENDMENT_STEPS.items(), key=lambda row: (order.index(row[0][0]), row[0][1]))
    yield grid(
        ("from", "by", "to"),
        ((status.value, step.value, to.value) for (status, step), to in steps),
    )


def what_follows() -> Iterator[str]:
    """Give the part about answers."""
    yield WHAT
    yield grid(
        ("outcome", "step", "state that follows", "reason"),
        (
            (one.value, STEP_OF_OUTCOME[one].value, state_after(one).value, reason(one))
            for one in Outcome
        ),
    )


def reason(outcome: Outcome) -> str:
    """Say whether the moderators must say why."""
    return "needed" if outcome in NEEDS_REASON else "may be given"


def named(identifier: str) -> str:
    """Write a name of the code as words."""
    return identifier.replace("_", " ")


def first_line(docstring: str | None) -> str:
    """Return the sentence of a docstring."""
    return (docstring or "").strip().splitlines()[0]


def grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Write a table in Markdown."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
