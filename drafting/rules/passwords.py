"""What a new password must be."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unicodedata import normalize

from drafting.errors import N_, BadInput

SHORTEST, LONGEST = 10, 200
LEAST_VARIED = 4
COMMON = Path(__file__).with_name("common_passwords.txt")


def check_new_password(password: str, *names: str) -> None:
    """Accept a password that is long enough and neither the person's own name nor everybody's.

    Raises: BadInput, at the field `password`.
    """
    if len(password) < SHORTEST:
        raise BadInput(N_("Take at least ten letters or signs."), field="password")
    if len(password) > LONGEST:
        raise BadInput(N_("Take at most 200 letters or signs."), field="password")
    plain = plainly(password)
    if plain in common_passwords():
        raise BadInput(N_("Many people use this password. Take another one."), field="password")
    if len(set(plain)) < LEAST_VARIED or plain in {plainly(name) for name in names if name}:
        raise BadInput(N_("This is too easy to guess. Take another one."), field="password")


def plainly(words: str) -> str:
    """Return words as somebody would guess them: however written, in whatever case, no blanks."""
    return "".join(normalize("NFKC", normalize("NFKC", words).casefold()).split())


@cache
def common_passwords() -> frozenset[str]:
    """Return the passwords that are guessed first, of those that are long enough."""
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
