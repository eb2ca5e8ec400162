"""Which house a command speaks to: found, named, and never made unasked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafting.config import ROOT
from tests.cli.test_serve import drafting
from tests.factories.world import World

SITE = [
    ("user", "list"), ("user", "link", "Lina"), ("user", "erase", "Lina", "--yes"),
    ("export", "dhaka", "0"), ("import", "README.md", "--statement", "dhaka"), ("serve",),
    ("backup", "{folder}/copy"), ("outbox",),
]  # fmt: skip


def settings_file(folder: Path, database: str, **more: str) -> Path:
    """A file with the settings of a real house."""
    values = {
        "PUBLIC_URL": "https://text.example", "SECRET_KEY": "x" * 32, "DATABASE_URL": database,
        "SMTP_URL": "smtp://127.0.0.1:9", **more,
    }  # fmt: skip
    file = folder / "drafting.env"
    file.write_text("".join(f"DRAFTING_{name}={value}\n" for name, value in values.items()))
    return file


@pytest.mark.parametrize(
    "words", SITE, ids=lambda words: words[0] + words[1][:4] if words[1:] else words[0]
)
def test_no_command_but_init_makes_a_database(words: tuple[str, ...], tmp_path: Path) -> None:
    file = settings_file(tmp_path, f"sqlite:///{tmp_path}/house.sqlite3")
    done = drafting(*(word.format(folder=tmp_path) for word in words), "--env-file", str(file))
    assert done.returncode == 2
    assert "There is no database at" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["drafting.env"]


@pytest.mark.parametrize("way", ["before", "after", "variable", "folder"])
def test_the_settings_file_is_found_and_the_house_named(
    way: str, world: World, database: str, tmp_path: Path
) -> None:
    file = settings_file(tmp_path, database)
    before = ["--env-file", str(file)] if way == "before" else []
    after = ["--env-file", str(file)] if way == "after" else []
    done = subprocess.run(
        [sys.executable, "-P", "-m", "drafting.cli", *before, "user", "link", "Sender", *after],
        cwd=tmp_path if way == "folder" else ROOT,
        env={**os.environ, "DRAFTING_ENV_FILE": str(file) if way == "variable" else "",
             "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("https://text.example/sign-in/")
    first, *_ = done.stderr.splitlines()
    assert first.startswith(f"House: https://text.example, {database} (settings: ")


def test_the_environment_beats_the_file(world: World, database: str, tmp_path: Path) -> None:
    file = settings_file(tmp_path, database)
    more = {"DRAFTING_PUBLIC_URL": "https://other.example"}
    done = drafting("user", "link", "Sender", "--env-file", str(file), **more)
    assert done.stdout.startswith("https://other.example/sign-in/")


def test_a_file_that_is_not_there_is_no_other_house(database: str, tmp_path: Path) -> None:
    done = drafting("user", "list", "--env-file", str(tmp_path / "none"))
    assert done.returncode == 2
    assert "There is no settings file" in done.stderr


def test_init_goes_on_from_its_own_file(tmp_path: Path) -> None:
    file = tmp_path / "drafting.env"
    file.write_text(f"DRAFTING_DATABASE_URL=sqlite:///{tmp_path}/house.sqlite3")
    words = (
        "init",
        "--public-url",
        "https://text.example",
        "--name",
        "Lina",
        "--env-file",
        str(file),
    )
    done = drafting(*words)
    assert done.returncode == 0, done.stderr
    assert file.read_text().count("DRAFTING_DATABASE_URL") == 1
    again = drafting("init", "--env-file", str(file))
    assert (again.returncode, again.stdout) == (0, "")
    assert "House: https://text.example, sqlite:///" in again.stderr


@pytest.mark.parametrize("words", [(), ("--public-url", "http://text.example", "--name", "Lina"),
                                   ("--public-url", "https://text.example")])  # fmt: skip
def test_an_init_that_cannot_end_makes_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    more = {"DRAFTING_DATABASE_URL": f"sqlite:///{folder}/house.sqlite3"}
    done = drafting("init", *words, "--env-file", str(tmp_path / "env"), **more)
    assert done.returncode == 2
    assert list(folder.glob("*")) == []
    assert not (tmp_path / "env").exists()


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_backup_of_a_large_house_copies_it_or_says_how(
    world: World, database: str, tmp_path: Path
) -> None:
    done = drafting(
        "backup", str(tmp_path / "copy"), "--env-file", str(settings_file(tmp_path, database))
    )
    if shutil.which("pg_dump"):
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "copy").read_bytes().startswith(b"PGDMP")
        return
    assert done.returncode == 1
    assert "pg_dump --format=custom --file=" in done.stderr
    assert not (tmp_path / "copy").exists()
