"""The real texts that lie beside the project, for tests that need them."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@cache
def corpus(name: str) -> list[dict[str, str]]:
    """The rows of a corpus; skips the test, by name, where it is not at hand."""
    shared = Path(os.environ.get("DRAFTING_TEST_SHARED", ROOT.parent / "shared"))
    path = shared / "corpora" / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"the corpus {name} is not here")
    with path.open(encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]
