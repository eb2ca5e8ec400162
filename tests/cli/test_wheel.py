"""A wheel that is built runs by itself, and keeps nothing among installed programs."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from drafting.config import ROOT

PARTS = ("drafting", "templates", "migrations")
BUILD = "from setuptools import build_meta; print(build_meta.build_wheel('dist'))"
COMMAND = """
import sys
from importlib.metadata import entry_points
(command,) = entry_points(group="console_scripts", name="drafting")
sys.exit(command.load()())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what belongs to the project."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in PARTS:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    subprocess.run([sys.executable, "-c", BUILD], cwd=copy, check=True, capture_output=True)
    (made,) = (copy / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that has the wheel and the libraries, and does not see the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    (site,) = folder.glob("lib/python3*/site-packages")
    ZipFile(wheel).extractall(site)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return folder


def files(folder: Path) -> set[tuple[str, int]]:
    """All files below a folder with the time they were written, but for compiled modules."""
    return {
        (str(path), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_it_holds_every_file_that_the_checkout_has(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to(ROOT))
        if name == "drafting"
        else f"drafting/_data/{name}/{path.relative_to(ROOT / name)}"
        for name in PARTS
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - held == set()


@pytest.fixture
def demo(environment: Path, tmp_path: Path) -> Iterator[str]:
    """The demo, started in an empty folder: the address of its first link."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAFTING_")}
    server = subprocess.Popen(
        [environment / "bin" / "python", "-c", COMMAND, "demo", "--port", str(port)],
        cwd=tmp_path, env={**kept, "PYTHONSAFEPATH": "1", "PYTHONPATH": ""},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        said = ""
        for line in server.stdout:
            said += line
            if line.startswith("Open "):
                break
        found = re.search(r"http://\S+/sign-in/\S+", said)
        assert found, said
        yield found[0]
    finally:
        server.terminate()
        server.communicate()


def test_the_demo_runs_from_it_with_its_state_in_the_working_folder(
    environment: Path, demo: str, tmp_path: Path
) -> None:
    before = files(environment)
    assert fetch(demo.partition("/sign-in/")[0] + "/help/reader").startswith("<!doctype html>")
    assert "<form" in fetch(demo)
    assert {path.name for path in (tmp_path / "instance").iterdir()} >= {
        "drafting.sqlite3",
        "secret",
    }
    assert files(environment) == before


def fetch(url: str) -> str:
    """Ask once the server is up; it says its links a moment before it answers."""
    for _ in range(100):
        try:
            with urlopen(url, timeout=20) as answer:
                return str(answer.read().decode()).lower()
        except ConnectionError:
            time.sleep(0.1)
    raise AssertionError(url)
