"""The settings of one site, read once from a mapping; no other module reads the environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from drafting.errors import BadSettings

ROOT = Path(__file__).resolve().parent.parent


def utc_now() -> datetime:
    """Return the present instant, with zone, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """All that an operator may set; each field `x` is the variable `DRAFTING_X`.

    `clock` is the only way the application learns the time; tests hand in a stopped one.
    """

    database_url: str = f"sqlite:///{ROOT / 'instance' / 'drafting.sqlite3'}"
    secret_key: str = field(default="", repr=False)
    public_url: str = ""
    smtp_url: str = field(default="", repr=False)
    mail_from: str = ""
    languages: tuple[str, ...] = ("en",)
    proxies: int = 0
    threads: int = 8
    upload_megabytes: int = 5
    sign_in_limit: str = "10 per 10 minutes"
    demo: bool = False
    testing: bool = False
    clock: Callable[[], datetime] = utc_now

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the variables that begin with `DRAFTING_`.

        Raises: BadSettings, naming the variable and what is wrong with it.
        """
        found: dict[str, str | int | bool | tuple[str, ...]] = {}
        for name, read in READERS.items():
            variable = f"DRAFTING_{name.upper()}"
            if raw := env.get(variable, "").strip():
                found[name] = read(variable, raw)
        return cls(**found)  # type: ignore[arg-type]  # READERS gives each field its own type

    @property
    def largest(self) -> int:
        """Return the most bytes that one request may bring."""
        return self.upload_megabytes * 1_000_000

    @property
    def secure(self) -> bool:
        """Say whether the site is served over https, so that cookies may demand it."""
        return self.public_url.startswith("https://")


def read_text(_variable: str, raw: str) -> str:
    """Return the value as it stands."""
    return raw


def read_number(variable: str, raw: str) -> int:
    """Read a whole number, not negative."""
    if not raw.isdecimal():
        raise BadSettings(f"{variable} must be a whole number, not {raw!r}.")
    return int(raw)


def read_switch(variable: str, raw: str) -> bool:
    """Read yes or no, in the usual spellings."""
    answers = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
    if raw.lower() not in answers:
        raise BadSettings(f"{variable} must be yes or no, not {raw!r}.")
    return answers[raw.lower()]


def read_list(_variable: str, raw: str) -> tuple[str, ...]:
    """Read names with commas between them."""
    return tuple(part.strip() for part in raw.split(",") if part.strip())


def read_address(variable: str, raw: str) -> str:
    """Read the address under which people reach the site, without a slash at its end."""
    if not raw.startswith(("http://", "https://")):
        raise BadSettings(f"{variable} must begin with https:// or http://, not {raw!r}.")
    return raw.rstrip("/")


READERS: Mapping[str, Callable[[str, str], str | int | bool | tuple[str, ...]]] = {
    "database_url": read_text,
    "secret_key": read_text,
    "public_url": read_address,
    "smtp_url": read_text,
    "mail_from": read_text,
    "languages": read_list,
    "proxies": read_number,
    "threads": read_number,
    "upload_megabytes": read_number,
    "sign_in_limit": read_text,
    "demo": read_switch,
}
