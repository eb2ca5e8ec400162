"""Where a person was going who had to sign in first."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import request, session

GOAL = "going_to"
LONGEST = 500


def remember_goal() -> None:
    """Keep in this browser's cookie where the sign-in leads afterwards; only into this site."""
    goal = request.args.get("to", "")
    if is_own_path(goal):
        session[GOAL] = goal


def take_goal() -> str | None:
    """Return where the person was going, once."""
    goal = session.pop(GOAL, None)
    return goal if isinstance(goal, str) and is_own_path(goal) else None


def is_own_path(goal: str) -> bool:
    """Say whether it is an address of this site, without its name.

    Browsers read a backslash as a slash, and leave out tabs and line ends.
    """
    if not goal.startswith("/") or len(goal) > LONGEST or not goal.isprintable() or "\\" in goal:
        return False
    parts = urlsplit(goal)
    return not parts.scheme and not parts.netloc and not goal.startswith("//")
