"""The doors of the project say what is missing in one clear sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drafting.config import ROOT

WITHOUT_VENV = f"""#!/bin/sh
case "$*" in *ensurepip*) exit 1;; esac
exec {sys.executable} "$@"
"""
TOO_OLD = """#!/bin/sh
case "$*" in *version_info*) exit 1;; -V) echo Python 3.9.2;; esac
"""


@pytest.fixture
def bare_folder(tmp_path: Path) -> Path:
    """A folder with the basic programs of a system and nothing else on its PATH."""
    (tmp_path / "bin").mkdir()
    for name in ("sh", "rm", "dirname"):
        (tmp_path / "bin" / name).symlink_to(f"/bin/{name}")
    return tmp_path


def make_venv(folder: Path, interpreter: str) -> subprocess.CompletedProcess[str]:
    """Ask for a .venv with an interpreter of this kind, on a machine without uv."""
    python = folder / "bin" / "python3"
    if interpreter:
        python.write_text(interpreter)
        python.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", ROOT / ".ci" / "make-venv", "requirements.lock"],
        cwd=folder, env={"PATH": str(folder / "bin")}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("interpreter", "sentence"),
    [
        ("", "apt-get install python3 python3-venv"),
        (TOO_OLD, "Python 3.11 or newer is needed; 'python3' is Python 3.9.2"),
        (WITHOUT_VENV, "On Debian: apt-get install python3-venv"),
    ],
    ids=["no python", "an old python", "no python3-venv"],
)
def test_a_machine_that_lacks_something_is_told_which_package(
    bare_folder: Path, interpreter: str, sentence: str
) -> None:
    done = make_venv(bare_folder, interpreter)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_make_help_lists_every_door() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    doors = set(re.findall(r"^\.PHONY: (\S+)$", text, re.MULTILINE))
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT, env={**os.environ, "MAKEFLAGS": ""}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {line.split()[1] for line in done.stdout.splitlines()} == doors


def test_no_lock_file_names_a_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")
