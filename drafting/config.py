"""The settings of one site, read once and checked; no other module reads the environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from dotenv import dotenv_values
from limits import parse
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic.dataclasses import dataclass
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from drafting.errors import BadSettings

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "drafting"
BUNDLED = PACKAGE / "_data"
DATA = BUNDLED if BUNDLED.is_dir() else ROOT
"""Where `templates/` and `migrations/` are: beside the package, or in it where it was installed."""
STATE = Path.cwd() if BUNDLED.is_dir() else ROOT
"""Where what is made lies, unless said: in the checkout; never among installed programs."""
CATALOGUES = PACKAGE / "web" / "translations"

PREFIX = "DRAFTING_"
ENV_FILE, FILE_NAME = "DRAFTING_ENV_FILE", "drafting.env"
FOR_TESTS = "DRAFTING_TEST_"
SECRET_LENGTH = 32
LOOPBACK = ("localhost", "127.0.0.1", "::1")
MAIL_SCHEMES = ("smtp", "smtps")


def utc_now() -> datetime:
    """Return the present instant, with zone, in UTC."""
    return datetime.now(UTC)


def read_address(value: str) -> str:
    """Check the address under which people reach the site; a slash at its end goes.

    Raises: ValueError, saying what it must be.
    """
    parts = urlsplit(value)
    host = parts.hostname or ""
    if parts.scheme not in ("https", "http") or not host or parts.username is not None:
        raise ValueError("must look like https://text.example.org")
    if parts.path.strip("/") or parts.query or parts.fragment or not is_port(value):
        raise ValueError("must be the address of a whole site, like https://text.example.org")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise ValueError("must begin with https://; http:// is for this machine alone")
    return value.rstrip("/")


def is_port(url: str) -> bool:
    """Say whether the port of an address, if it names one, is one."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _check_database(value: str) -> str:
    try:
        address = make_url(value)
    except ArgumentError:
        raise ValueError("must look like sqlite:////folder/file or postgresql://…") from None
    if address.drivername not in ("sqlite", "postgresql", "postgresql+psycopg"):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    if address.get_backend_name() == "postgresql" and not address.database:
        raise ValueError("must name a database: postgresql://user:password@host/name")
    return value


def _check_mail_server(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in MAIL_SCHEMES or not parts.hostname or not is_port(value)):
        raise ValueError("must look like smtp://user:password@host:587")
    return value


def _check_sender(value: str) -> str:
    try:
        mail = Address(addr_spec=parseaddr(value)[1]) if value else None
    except (ValueError, IndexError):
        mail = Address()
    if mail is not None and not (mail.username and mail.domain):
        raise ValueError("must be a mail address, like text@example.org")
    return value


def _check_limit(value: str) -> str:
    try:
        parse(value)
    except ValueError:
        raise ValueError("must look like 10 per 10 minutes") from None
    return value


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip().replace("_", "-") for part in value.split(",") if part.strip())
    return value


def _check_language(code: str) -> str:
    """Return the code as browsers write it."""
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise ValueError(f"holds {code!r}, which is no language; write en or pt-BR") from None
    return str(locale).replace("_", "-")


def has_catalogue(code: str) -> bool:
    """Say whether the pages are there in a language; the words in the code are English."""
    folder = CATALOGUES / code.replace("-", "_") / "LC_MESSAGES"
    return code.partition("-")[0] == "en" or (folder / "messages.mo").is_file()


@dataclass(frozen=True, slots=True, config={"hide_input_in_errors": True})
class Settings:
    """All that an operator may set; each field `x` is the variable `DRAFTING_X`.

    `clock` is the only way the application learns the time; tests hand in a stopped one, and
    `testing` lets them have a short secret and languages that nobody has translated.
    """

    database_url: Annotated[str, AfterValidator(_check_database)] = (
        f"sqlite:///{STATE / 'instance' / 'drafting.sqlite3'}"
    )
    secret_key: str = field(default="", repr=False)
    public_url: Annotated[str, AfterValidator(lambda it: read_address(it) if it else it)] = ""
    smtp_url: Annotated[str, AfterValidator(_check_mail_server)] = field(default="", repr=False)
    mail_from: Annotated[str, AfterValidator(_check_sender)] = ""
    languages: Annotated[
        tuple[Annotated[str, AfterValidator(_check_language)], ...],
        BeforeValidator(_split),
        Field(min_length=1),
    ] = ("en",)
    proxies: Annotated[int, Field(ge=0, le=10)] = 0
    threads: Annotated[int, Field(ge=1, le=200)] = 8
    upload_megabytes: Annotated[int, Field(ge=1, le=100)] = 5
    sign_in_limit: Annotated[str, AfterValidator(_check_limit)] = "10 per 10 minutes"
    demo: bool = False
    testing: bool = False
    clock: Callable[[], datetime] = utc_now

    @model_validator(mode="after")
    def _check_whole(self) -> Settings:
        """Check what hangs on another setting."""
        if self.testing:
            return self
        if self.public_url and len(self.secret_key) < SECRET_LENGTH:
            raise ValueError(
                "DRAFTING_SECRET_KEY must have at least 32 random signs, because"
                " DRAFTING_PUBLIC_URL makes this a real house"
            )
        if missing := [code for code in self.languages if not has_catalogue(code)]:
            raise ValueError(
                f"DRAFTING_LANGUAGES holds {missing[0]!r}, and no page is translated into it"
            )
        return self

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the variables that begin with `DRAFTING_`; one that is empty is not set.

        Raises: BadSettings, in one line, naming each variable and what is wrong with it.
        """
        given = {
            name.removeprefix(PREFIX).lower(): value.strip()
            for name, value in env.items()
            if name.startswith(PREFIX) and not is_for_others(name) and value.strip()
        }
        if unknown := sorted(given.keys() - VARIABLES):
            raise BadSettings(" ".join(_unknown(name) for name in unknown))
        try:
            return cls(**given)  # type: ignore[arg-type]  # read from text into the field's type
        except ValidationError as error:
            raise BadSettings(in_words(error)) from None

    def changed(self, **values: Any) -> Settings:
        """Return these settings with other values, checked. Raises: BadSettings."""
        try:
            return replace(self, **values)
        except ValidationError as error:
            raise BadSettings(in_words(error)) from None

    @property
    def largest(self) -> int:
        """Return the most bytes that one request may bring."""
        return self.upload_megabytes * 1_000_000

    @property
    def secure(self) -> bool:
        """Say whether the site is served over https, so that cookies may demand it."""
        return self.public_url.startswith("https://")

    @property
    def shown(self) -> str:
        """Say in one line which house these settings are of, without a password."""
        address = self.public_url or "no public address"
        return f"{address}, {make_url(self.database_url).render_as_string(hide_password=True)}"


VARIABLES = frozenset(Settings.__dataclass_fields__) - {"testing", "clock"}
SECRETS = frozenset({"secret_key", "smtp_url", "database_url"})
"""Variables whose value is shown nowhere."""


def is_for_others(name: str) -> bool:
    """Say whether a variable with our prefix is no setting of a site."""
    return name == ENV_FILE or name.startswith(FOR_TESTS)


def _unknown(name: str) -> str:
    near = get_close_matches(name, VARIABLES, n=1)
    meant = f" Is {PREFIX}{near[0].upper()} meant?" if near else ""
    return f"{PREFIX}{name.upper()} is no setting.{meant}"


def in_words(error: ValidationError) -> str:
    """Say what is wrong, each variable in one sentence, without the value of a secret."""
    return " ".join(_sentence(dict(one)) for one in error.errors(include_url=False))


def _sentence(one: dict[str, Any]) -> str:
    wrong = WRONG.get(one["type"], one["msg"].removeprefix("Value error, "))
    if not one["loc"]:
        return f"{wrong}."
    name = str(one["loc"][0])
    if "{" not in wrong:
        return f"{PREFIX}{name.upper()} {wrong}."
    shown = "" if name in SECRETS else f", not {str(one['input'])[:60]!r}"
    return f"{PREFIX}{name.upper()} {wrong.format(**one.get('ctx', {}), not_so=shown)}."


WRONG = {
    "int_parsing": "must be a whole number{not_so}",
    "int_parsing_size": "is too large a number",
    "bool_parsing": "must be yes or no{not_so}",
    "greater_than_equal": "must be at least {ge}{not_so}",
    "less_than_equal": "must be at most {le}{not_so}",
    "too_short": "must name a language, for example en",
}
"""What pydantic found wrong, in our words."""


def find_settings(given: Path | None = None, *, new: bool = False) -> tuple[Settings, Path | None]:
    """Read the settings of the house here: its file, and over it the environment.

    The file is the one that is given, else what `DRAFTING_ENV_FILE` names, else `drafting.env` in
    the working folder, else beside the program. Returns the file, too, if there is one; a `new`
    house may not have the one that is given yet.

    Raises: BadSettings.
    """
    named = given or (Path(path) if (path := os.environ.get(ENV_FILE)) else None)
    if named is not None and not named.exists():
        if not new:
            raise BadSettings(f"There is no settings file {named}.")
        return Settings.from_env(os.environ), None
    here = (path for path in (Path(FILE_NAME), STATE / FILE_NAME) if path.is_file())
    file = named or next(here, None)
    return Settings.from_env({**(read_file(file) if file else {}), **os.environ}), file


def read_file(path: Path) -> dict[str, str]:
    """Read lines `NAME=value`. Raises: BadSettings."""
    try:
        found = dotenv_values(path, interpolate=False, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise BadSettings(f"The settings file {path} cannot be read: {why}.") from None
    if bare := [name for name, value in found.items() if value is None]:
        raise BadSettings(f"In {path}, {bare[0]} has no value: write {bare[0]}=….")
    return {name: value for name, value in found.items() if value is not None}
