"""Finds a Chromium: on the machine, by Playwright's installer, or from Debian when root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "DRAFTING_TEST_BROWSER_REQUIRED"

LAUNCH_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def is_required() -> bool:
    """Whether a missing browser is a failure, as in CI, and not a reason to skip."""
    return os.environ.get(REQUIRED, "") not in {"", "0"}


def find_chromium(playwright: Playwright) -> str | None:
    """Return the path of a Chromium, fetching one when that is possible; else None."""
    if named := os.environ.get("DRAFTING_TEST_CHROMIUM"):
        return shutil.which(named)
    return on_machine() or by_playwright(playwright.chromium.executable_path) or from_debian()


def on_machine() -> str | None:
    """Return the first Chromium on PATH."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@cache
def by_playwright(path: str) -> str | None:
    """Return Playwright's own Chromium, installed if need be."""
    if not Path(path).exists():
        quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    return path if Path(path).exists() and quietly([path, "--version"]) else None


@cache
def from_debian() -> str | None:
    """Install Debian's package when we are root."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quietly(["apt-get", "update", "-qq"])
        quietly(["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium"])
    return on_machine()


def quietly(command: list[str]) -> bool:
    """Run a command, showing nothing; whether it went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            check=False, timeout=600,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
