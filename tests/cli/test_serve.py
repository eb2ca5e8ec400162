"""Starting the server from the command line."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping

import pytest

from drafting.config import ROOT


def drafting(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, with these variables set."""
    kept: Mapping[str, str] = {
        name: value for name, value in os.environ.items() if not name.startswith("DRAFTING_")
    }
    return subprocess.run(
        [sys.executable, "-m", "drafting.cli", *words],
        cwd=ROOT,
        env={**kept, "DRAFTING_ENV_FILE": os.devnull, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_demo_refuses_a_real_house() -> None:
    house = {"DRAFTING_PUBLIC_URL": "https://statement.example", "DRAFTING_SECRET_KEY": "x" * 32}
    done = drafting("demo", **house)
    assert done.returncode == 2
    assert "Use: drafting serve" in done.stderr


def test_a_real_house_needs_its_public_address() -> None:
    done = drafting("serve")
    assert done.returncode == 2
    assert "Set DRAFTING_PUBLIC_URL first" in done.stderr


def test_a_real_house_does_not_start_on_a_database_of_another_version(database: str) -> None:
    done = drafting(
        "serve",
        DRAFTING_PUBLIC_URL="https://statement.example",
        DRAFTING_SECRET_KEY="x" * 32,
        DRAFTING_DATABASE_URL=f"{database}.new",
    )
    assert done.returncode == 2
    assert "Run: drafting init" in done.stderr


def test_a_bad_setting_is_named_in_one_line() -> None:
    done = drafting("demo", DRAFTING_THREADS="many")
    assert done.returncode == 2
    assert "DRAFTING_THREADS must be a whole number" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_said_and_another_offered(database: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        variables = {"DRAFTING_DATABASE_URL": database, "DRAFTING_SECRET_KEY": "x" * 32}
        done = drafting("demo", "--port", str(port), **variables)
    assert done.returncode == 1
    assert f"PORT={port + 1} make run" in done.stderr


@pytest.mark.parametrize("words", [(), ("demo",), ("serve",)])
def test_help_has_an_example(words: tuple[str, ...]) -> None:
    done = drafting(*words, "--help")
    assert done.returncode == 0
    assert "Example: drafting" in done.stdout
