"""Real material that lies beside the checkout and is no part of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafting.config import ROOT


def shared(name: str) -> Path:
    """Return a file of the shared material; where it is not there, the test is skipped by name."""
    folder = Path(os.environ.get("DRAFTING_TEST_SHARED", ROOT.parent / "shared"))
    path = folder / name
    if not path.exists():
        pytest.skip(f"{name} is not there: set DRAFTING_TEST_SHARED to the folder that holds it")
    return path
