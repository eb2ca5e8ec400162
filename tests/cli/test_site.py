"""Beginning a real house, and backing it up."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from drafting.errors import Refused
from drafting.store.backup import backup, escaped
from tests.cli.test_serve import drafting
from tests.factories.world import World


def test_a_new_house_has_an_administrator_and_settings(tmp_path: Path) -> None:
    variables = {"DRAFTING_DATABASE_URL": f"sqlite:///{tmp_path}/house.sqlite3"}
    words = ("--public-url", "https://text.example/", "--name", "Lina O’Hára")
    done = drafting("init", *words, "--env-file", str(tmp_path / "env"), **variables)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("https://text.example/sign-in/")
    settings = (tmp_path / "env").read_text()
    assert "DRAFTING_PUBLIC_URL=https://text.example\n" in settings
    assert "DRAFTING_SECRET_KEY=" in settings
    assert (tmp_path / "env").stat().st_mode & 0o077 == 0
    listed = drafting("user", "list", **variables)
    assert listed.stdout.split()[0] == "lina-ohara"


def test_a_house_made_before_is_only_brought_up_to_date(tmp_path: Path) -> None:
    variables = {"DRAFTING_DATABASE_URL": f"sqlite:///{tmp_path}/house.sqlite3"}
    words = ("init", "--public-url", "https://text.example", "--name", "Lina")
    env = ("--env-file", str(tmp_path / "env"))
    drafting(*words, *env, **variables)
    again = drafting(*words, *env, **variables)
    assert (again.returncode, again.stdout) == (0, "")
    assert "drafting user link NAME" in again.stderr


def test_without_a_terminal_the_missing_option_is_named(tmp_path: Path) -> None:
    variables = {"DRAFTING_DATABASE_URL": f"sqlite:///{tmp_path}/house.sqlite3"}
    done = drafting("init", **variables)
    assert done.returncode == 2
    assert "--public-url" in done.stderr
    wrong = drafting("init", "--public-url", "text.example", "--name", "Lina", **variables)
    assert wrong.returncode == 2


def test_a_new_link_is_printed_for_one_person(world: World, database: str) -> None:
    variables = {"DRAFTING_DATABASE_URL": database}
    done = drafting("user", "link", "Sender", **variables)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.strip().rpartition("/")[2]) == 32
    nobody = drafting("user", "link", "Nobody", **variables)
    assert nobody.returncode == 1
    assert nobody.stderr.startswith("House: no public address, sqlite:///")
    assert nobody.stderr.endswith(
        "\nError: Nobody here is called Nobody. See: drafting user list\n"
    )


def test_the_list_names_rights(world: World, database: str) -> None:
    done = drafting("user", "list", "--json", DRAFTING_DATABASE_URL=database)
    assert '"dhaka ASIA send"' in done.stdout


def test_a_backup_holds_everything(world: World, database: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    done = drafting("backup", str(target), DRAFTING_DATABASE_URL=database)
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT count(*) FROM people").fetchone() == (10,)
    assert target.stat().st_mode & 0o077 == 0
    again = drafting("backup", str(target), DRAFTING_DATABASE_URL=database)
    assert again.returncode == 2
    forced = drafting("backup", "--force", str(target), DRAFTING_DATABASE_URL=database)
    assert forced.returncode == 0
    assert target.stat().st_mode & 0o077 == 0


def test_a_backup_goes_on_while_somebody_writes(
    world: World, database: str, tmp_path: Path
) -> None:
    world.people["sender"].name = "Not yet committed"
    world.session.flush()
    seen: list[tuple[int, int]] = []
    backup(database, tmp_path / "copy.sqlite3", lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("SELECT name FROM people WHERE id = 3").fetchone() == ("Sender",)


def test_nothing_is_left_behind_when_there_is_nothing_to_copy(tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    with pytest.raises(Refused, match="There is no database"):
        backup(f"sqlite:///{tmp_path}/none.sqlite3", target, lambda _done, _total: None)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_pg_dump_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="pg_dump is missing"):
        backup("postgresql://lina@host/text", tmp_path / "x", lambda _done, _total: None)


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_large_house_is_dumped_by_pg_dump(world: World, database: str, tmp_path: Path) -> None:
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    backup(database, tmp_path / "copy.dump", lambda _done, _total: None)
    assert (tmp_path / "copy.dump").read_bytes().startswith(b"PGDMP")


def test_a_password_may_hold_what_the_password_file_uses() -> None:
    assert escaped("a:b\\c") == "a\\:b\\\\c"


def test_a_person_is_erased_when_it_was_confirmed(world: World, database: str) -> None:
    variables = {"DRAFTING_DATABASE_URL": database}
    asked = drafting("user", "erase", "Sender", **variables)
    assert asked.returncode == 1
    done = drafting("user", "erase", "Sender", "--yes", **variables)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Sender" not in drafting("user", "list", **variables).stdout
