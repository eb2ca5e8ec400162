"""Real git with `drafting` as its merge driver and as its diff."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafting.config import ROOT

BASE = """\
# Statement

The States should act in all regions. They report to the assembly each year.

* peace
* land
"""

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")


class Repository:
    """A git repository whose texts are merged and shown by `drafting`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "texts"
        self.folder.mkdir()
        command = folder / "drafting"
        command.write_text(
            f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m drafting.cli "$@"\n'
        )
        command.chmod(0o755)
        self.env = {
            "PATH": f"{folder}:{os.environ['PATH']}",
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        self.git("init", "-q", "-b", "main")
        for name, value in {
            "user.name": "Sender",
            "user.email": "sender@example.org",
            "merge.drafting.name": "words of a text",
            "merge.drafting.driver": "drafting merge %O %A %B -o %A",
            "diff.drafting.command": "drafting diff --git",
        }.items():
            self.git("config", name, value)
        (self.folder / ".gitattributes").write_text("*.md merge=drafting diff=drafting\n")
        self.commit("Begin", BASE)

    def git(self, *words: str, status: int = 0, **variables: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env={**self.env, **variables},
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    @property
    def text(self) -> Path:
        return self.folder / "text.md"

    def commit(self, message: str, text: str) -> None:
        self.text.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "-q", "-m", message)

    def part(self, ours: str, theirs: str) -> None:
        """Let two branches go apart, and stand on ours."""
        self.git("checkout", "-q", "-b", "theirs")
        self.commit("Theirs", theirs)
        self.git("checkout", "-q", "main")
        self.commit("Ours", ours)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_git_merges_two_changes_of_one_paragraph(repository: Repository) -> None:
    ours = BASE.replace("should", "must").replace("* land", "* land\n* water")
    repository.part(ours, BASE.replace("each year", "every month"))
    repository.git("merge", "-q", "-m", "Together", "theirs")
    assert repository.text.read_text() == ours.replace("each year", "every month")
    assert repository.git("status", "--porcelain") == ""


def test_git_stops_where_somebody_must_choose(repository: Repository) -> None:
    ours = BASE.replace("should", "must")
    theirs = BASE.replace("should", "may").replace("# Statement", "# Our statement")
    repository.part(ours, theirs)
    said = repository.git("merge", "theirs", status=1)
    assert "conflict 1: base “should”, ours “must”, theirs “may”" in said
    assert "CONFLICT (content)" in said
    assert repository.git("status", "--porcelain").startswith("UU text.md")
    _heading, paragraph, items = ours.split("\n\n")
    assert repository.text.read_text() == (
        f"# Our statement\n\n<<<<<<< ours\n{paragraph}\n=======\n"
        f"{paragraph.replace('must', 'may')}\n>>>>>>> theirs\n\n{items}"
    )


def test_git_stops_at_a_text_that_cannot_be_read(repository: Repository) -> None:
    repository.part(BASE.replace("should", "must"), BASE.replace("peace", "bread"))
    repository.text.write_bytes(b"caf\xe9")
    repository.git("commit", "-q", "-a", "-m", "Latin")
    assert "is not text in UTF-8" in repository.git("merge", "theirs", status=1)
    assert repository.text.read_bytes() == b"caf\xe9"


def test_git_shows_words(repository: Repository) -> None:
    repository.text.write_text(BASE.replace("should", "must"), encoding="utf-8")
    said = repository.git("diff")
    assert said.startswith("diff --drafting a/text.md b/text.md\n--- a/text.md\n+++ b/text.md\n")
    assert "The States [-should-]{+must+} act in all regions." in said
    assert said == repository.git("diff", GIT_EXTERNAL_DIFF="drafting diff --git")


def test_git_shows_texts_that_come_go_and_get_another_name(repository: Repository) -> None:
    repository.git("mv", "text.md", "other.md")
    (repository.folder / "other.md").write_text(BASE + "\nIn peace.\n")
    (repository.folder / "new.md").write_text("All new.\n")
    repository.git("add", "--all")
    said = repository.git("diff", "--cached", "-M")
    assert "--- a/text.md\n+++ b/other.md\n" in said
    assert "{+In peace.+}" in said
    assert "--- /dev/null\n+++ b/new.md\n{+All new.+}\n" in said
    assert "+++ /dev/null" in repository.git("diff", "--cached", "--no-renames")


def test_git_goes_on_after_a_text_that_cannot_be_read(repository: Repository) -> None:
    repository.text.write_bytes(b"caf\xe9")
    (repository.folder / "zz.md").write_text("All new.\n")
    repository.git("add", "--all")
    said = repository.git("diff", "--cached")
    assert "is not text in UTF-8" in said
    assert "{+All new.+}" in said


def test_git_names_a_text_in_conflict_and_colours_for_its_pager(repository: Repository) -> None:
    repository.part(BASE.replace("should", "must"), BASE.replace("should", "may"))
    coloured = repository.git("diff", "theirs", "main", GIT_PAGER_IN_USE="true")
    assert "\033[31m[-may-]\033[m" in coloured
    repository.git("merge", "theirs", status=1)
