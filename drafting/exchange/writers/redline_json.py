"""Writes a redline as JSON, for programs that compare two texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from drafting.exchange.spans import Span, Spans
from drafting.text import Redline, Token


def write_redline(redline: Redline, spans: Spans) -> str:
    """Return one JSON object: the two texts in Markdown, each change, how many words.

    `start`, `end` and `to` count code points of `before`.
    """
    facts = {
        "equal": not redline.changes,
        "before": spans.before,
        "after": spans.after,
        "changes": [_change(span) for span in spans.changes],
        "words": count_words(redline),
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _change(span: Span) -> Mapping[str, str | int]:
    facts: dict[str, str | int] = {
        "start": span.start,
        "end": span.end,
        "removed": span.removed,
        "inserted": span.inserted,
        "kind": span.kind,
    }
    return facts if span.to is None else {**facts, "to": span.to}


def count_words(redline: Redline) -> Mapping[str, int]:
    """Count the words kept, removed and inserted; one that only looks otherwise is kept."""
    changes = [change for change in redline.changes if change.kind != "format"]
    removed = sum(_words(change.removed) for change in changes)
    inserted = sum(_words(change.inserted) for change in changes)
    kept = _words(redline.before.flat) - removed
    return {"kept": kept, "removed": removed, "inserted": inserted}


def _words(tokens: Iterable[Token]) -> int:
    return sum(token.kind == "word" for token in tokens)
