"""Settings are checked when they are read, and what is wrong is said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.config import Settings, read_file
from drafting.errors import BadSettings

SECRET = "0123456789abcdef" * 2
REAL = {"PUBLIC_URL": "https://text.example", "SECRET_KEY": SECRET}


def read(**values: str) -> Settings:
    return Settings.from_env({f"DRAFTING_{name}": value for name, value in values.items()})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANGUAGES", "english"), ("LANGUAGES", "fr"), ("LANGUAGES", "pt_BR"), ("LANGUAGES", ","),
        ("LANGUAGES", "en,../x"), ("LANGUAGES", "en,en\u0301"),
        ("PUBLIC_URL", "text.example"), ("PUBLIC_URL", "http://text.example"),
        ("PUBLIC_URL", "https://"), ("PUBLIC_URL", "https://text.example/texts"),
        ("PUBLIC_URL", "https://text.example:99999"), ("PUBLIC_URL", "https://lina:pw@text.example"),
        ("SMTP_URL", "http://mail"), ("SMTP_URL", "smtp://"), ("SMTP_URL", "mail.example"),
        ("SMTP_URL", "smtp://mail.example:port"),
        ("MAIL_FROM", "text.example"), ("MAIL_FROM", "a b@text.example"), ("MAIL_FROM", "Lina <>"),
        ("DATABASE_URL", "drafting.sqlite3"), ("DATABASE_URL", "mysql://host/text"),
        ("DATABASE_URL", "postgresql://host"),
        ("PROXIES", "-1"), ("PROXIES", "one"), ("THREADS", "0"), ("THREADS", "9" * 5000),
        ("UPLOAD_MEGABYTES", "0"), ("UPLOAD_MEGABYTES", "5.5"), ("SIGN_IN_LIMIT", "often"),
        ("DEMO", "perhaps"), ("TESTING", "yes"), ("CLOCK", "noon"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=rf"DRAFTING_{name} [a-z].*\.$") as refused:
        read(**{**REAL, name: value})
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANGUAGES", "en"), ("LANGUAGES", "en_GB, en"), ("PUBLIC_URL", "http://127.0.0.1:8000/"),
        ("PUBLIC_URL", "http://localhost"), ("PUBLIC_URL", "https://xn--bcher-kva.example:8443"),
        ("SMTP_URL", "smtps://lina:p%40ss@mail.example"), ("SMTP_URL", "smtp://relay:25?tls=no"),
        ("MAIL_FROM", "Team <team@text.example>"), ("MAIL_FROM", "root@localhost"),
        ("DATABASE_URL", "postgresql://drafting@/text?host=/run/postgresql"),
        ("DATABASE_URL", "sqlite:////var/lib/text.sqlite3"), ("SIGN_IN_LIMIT", "3/minute"),
        ("DEMO", "no"), ("THREADS", " 4 "), ("PROXIES", ""), ("ENV_FILE", "x"),
        ("TEST_POSTGRES", "x"),
    ],
)  # fmt: skip
def test_what_can_be_used_is_taken(name: str, value: str) -> None:
    read(**{**REAL, name: value})


@pytest.mark.parametrize("secret", ["", "x", "x" * 31])
def test_a_real_house_needs_a_long_secret(secret: str) -> None:
    with pytest.raises(BadSettings, match="DRAFTING_SECRET_KEY must have at least 32"):
        read(**{**REAL, "SECRET_KEY": secret})
    assert read(SECRET_KEY=secret).public_url == ""


@pytest.mark.parametrize("name", ["SECRET_KEY", "SMTP_URL", "DATABASE_URL"])
@given(value=st.from_regex(r"[g-z]{12,31}", fullmatch=True))
def test_no_message_shows_a_secret(name: str, value: str) -> None:
    with pytest.raises(BadSettings) as refused:
        read(**{**REAL, name: value})
    assert value not in str(refused.value)


def test_a_variable_that_is_mistyped_is_named_with_the_right_one() -> None:
    with pytest.raises(
        BadSettings, match=r"DRAFTING_LANGAUGES is no setting\. Is DRAFTING_LANGUAGES"
    ):
        read(LANGAUGES="en")


def test_several_faults_are_all_named() -> None:
    with pytest.raises(BadSettings) as refused:
        read(THREADS="0", LANGUAGES="english")
    assert {"DRAFTING_THREADS", "DRAFTING_LANGUAGES"} <= set(str(refused.value).split())


def test_codes_of_languages_are_written_as_browsers_write_them() -> None:
    assert read(LANGUAGES="en_gb,en").languages == ("en-GB", "en")


def test_the_password_of_a_database_is_not_shown() -> None:
    house = read(DATABASE_URL="postgresql://lina:hidden@host/text", **REAL)
    assert house.shown == "https://text.example, postgresql://lina:***@host/text"


def test_a_file_is_read_as_systemd_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "drafting.env"
    file.write_text("# ours\nDRAFTING_A=x#y$HOME\nDRAFTING_B='a b'\n\nDRAFTING_C=\"q\"\n")
    assert read_file(file) == {"DRAFTING_A": "x#y$HOME", "DRAFTING_B": "a b", "DRAFTING_C": "q"}


def test_a_line_without_a_value_is_named(tmp_path: Path) -> None:
    file = tmp_path / "drafting.env"
    file.write_text("DRAFTING_DEMO\n")
    with pytest.raises(BadSettings, match="DRAFTING_DEMO has no value"):
        read_file(file)
