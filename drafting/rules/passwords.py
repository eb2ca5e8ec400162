"""What a new password must be."""

from __future__ import annotations

from drafting.errors import N_, BadInput

SHORTEST, LONGEST = 10, 200
LEAST_VARIED = 4


def check_new_password(password: str, *names: str) -> None:
    """Accept a password that is long enough and not simply the person's own name.

    Raises: BadInput, at the field `password`.
    """
    if len(password) < SHORTEST:
        raise BadInput(N_("Take at least ten letters or signs."), field="password")
    if len(password) > LONGEST:
        raise BadInput(N_("Take at most 200 letters or signs."), field="password")
    plain = password.casefold().strip()
    if len(set(plain)) < LEAST_VARIED or plain in {name.casefold() for name in names if name}:
        raise BadInput(N_("This is too easy to guess. Take another one."), field="password")
