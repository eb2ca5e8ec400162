"""What stands around every page: the statement, the reader's doors, the line on top."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from flask_babel import gettext as _

from drafting.web.presenters.amendments import GroupMark
from drafting.web.presenters.moments import Moment

SessionState = Literal["open", "grace", "closed", "final"]
Doorkeeper = Literal["public", "read", "write", "enter", "send", "decide", "administer"]

DOORS: Mapping[Doorkeeper, tuple[str, ...]] = {
    "public": ("text", "compare", "who"),
    "read": ("text", "compare", "who"),
    "write": ("text", "changes", "answers"),
    "enter": ("text", "changes", "answers"),
    "send": ("text", "changes", "answers", "group"),
    "decide": ("text", "desk", "publish", "people"),
    "administer": ("text", "people", "compare", "who"),
}

OVER = {"desk": "compare", "publish": "who"}
"""After the Final nothing is decided or published: these doors give way to those of readers."""


@dataclass(frozen=True)
class Door:
    """One way in on the statement bar; `count` is what waits behind it for this reader."""

    label: str
    url: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True)
class StatementHead:
    """The name of the statement as it stands on the bar, with its own language."""

    title: str
    url: str
    language: str | None = None
    direction: str = "auto"
    slug: str = ""
    zone: str = "UTC"


@dataclass(frozen=True)
class Chrome:
    """All that `layouts/base.html` asks for; addresses that are None are not shown."""

    statement: StatementHead | None = None
    doors: tuple[Door, ...] = ()
    person: str | None = None
    person_line: str | None = None
    person_url: str | None = None
    groups: tuple[GroupMark, ...] = ()
    leave_url: str | None = None
    sign_in_url: str | None = None
    home_url: str = "/"
    help_url: str | None = None
    record_url: str | None = None
    published_url: str | None = None
    changes_url: str | None = None
    site_url: str | None = None
    sessions_url: str | None = None
    demo: bool = False
    mails: bool = False
    working: bool = False
    hidden_from_search: bool = True
    keeper: str = ""
    """Under which name this browser may keep words; empty unless it is the person's own."""
    session_state: SessionState | None = None
    deadline: Moment | None = None
    next_step: str | None = None
    next_step_url: str | None = None


def door_labels() -> dict[str, str]:
    """The words on each door, in the reader's language."""
    return {
        "text": _("Text"),
        "changes": _("My changes"),
        "answers": _("Answers"),
        "group": _("My group"),
        "desk": _("To decide"),
        "publish": _("Publish"),
        "people": _("People"),
        "compare": _("What changed"),
        "who": _("Who"),
    }


def doors_for(
    rights: Collection[str],
    address: Callable[[str], str],
    current: str | None = None,
    counts: Mapping[str, int] | None = None,
    *,
    final: bool = False,
) -> tuple[Door, ...]:
    """The doors of a person with these rights (values of `Right`), in the order of `DOORS`.

    `address` gives the URL of a door by its name (a key of `door_labels`); `counts` what waits
    behind it. A `final` text has no doors to what is over.
    """
    labels, waiting = door_labels(), counts or {}
    own = [keeper for keeper in DOORS if keeper in rights] or ["public"]
    if len(own) > 1:
        own = [keeper for keeper in own if keeper not in ("public", "read")] or own
    names = dict.fromkeys(name for keeper in own for name in DOORS[keeper])
    if final:
        names = dict.fromkeys(OVER.get(name, name) for name in names)
    return tuple(
        Door(labels[name], address(name), name == current, waiting.get(name, 0)) for name in names
    )
