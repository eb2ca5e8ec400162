"""The tree of deliberate errors: what the product refuses, and in which words.

    DraftingError
    ├── BadSettings        the operator must mend a variable
    ├── NotVisible         404  it is not there for this person
    ├── Forbidden          403  it is there, but not for this person to do
    ├── Refused            422  a rule says no; the sentence says what to do
    │   ├── BadInput            what was typed or uploaded cannot be used
    │   ├── Unchanged           the words are the same as before
    │   ├── Closed              the session is closed for changes
    │   └── WrongStep           the state of the amendment does not allow it
    ├── Stale              409  what was shown has changed; nothing was written
    ├── SentBefore         409  a form that made something, with other words; nothing was written
    │   └── AskedAlready        the own group asks for the very same already; nothing was written
    ├── TooMany            429  wait a while
    └── Unavailable        503  the database does not answer; what was typed is kept on the page

A sentence is an English message id, marked with `N_`, so that pages show it in the reader's
language; `values` fill its `%(name)s` places.
"""

from __future__ import annotations


def N_(sentence: str) -> str:  # noqa: N802  # the name that gettext tools look for
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return sentence


class DraftingError(Exception):
    """The root: an error that was foreseen and has a sentence for a person."""

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence % values if values else sentence)
        self.sentence = sentence
        self.values = values


class BadSettings(DraftingError):
    """A variable of the environment cannot be used."""


class NotVisible(DraftingError):
    """There is nothing here that this person may see."""

    def __init__(self) -> None:
        super().__init__(N_("There is nothing at this address."))


class Forbidden(DraftingError):
    """The person sees it, and may not do this to it."""

    def __init__(self, sentence: str = N_("You may not do this here."), /, **values: object):
        super().__init__(sentence, **values)


class Refused(DraftingError):
    """A rule of the work says no."""


class BadInput(Refused):
    """What was typed or uploaded cannot be used; `field` names the field to mend."""

    def __init__(self, sentence: str, /, *, field: str = "", **values: object) -> None:
        super().__init__(sentence, **values)
        self.field = field


class Unchanged(Refused):
    """An amendment or correction that changes nothing."""

    def __init__(self) -> None:
        super().__init__(N_("Nothing is changed yet. Change some words first."))


class Closed(Refused):
    """No session is open for changes."""

    def __init__(self) -> None:
        super().__init__(N_("The text is closed for changes now. Your words are kept as a draft."))


class WrongStep(Refused):
    """The state does not allow this step."""

    def __init__(self) -> None:
        super().__init__(N_("This was already done, or can no longer be done."))


class Stale(DraftingError):
    """An act on a text as seen, when what was shown has changed; nothing was written."""

    def __init__(self, sentence: str = N_("This has changed since you opened it."), /) -> None:
        super().__init__(sentence)


class SentBefore(DraftingError):
    """A form that was used, come again with other words; `number` and `key` name what it made."""

    def __init__(self, number: int | None, key: str) -> None:
        super().__init__(N_("You used this form before. Nothing new was sent."))
        self.number = number
        self.key = key


class AskedAlready(SentBefore):
    """The very same was sent for the group before: `number` and `key` name it.

    `adds` is true where something beside the words is new: why, a heading, a claim; `wider` where
    more people would have read it.
    """

    def __init__(self, number: int | None, key: str, *, adds: bool = False, wider: bool = False):
        super().__init__(number, key)
        self.adds = adds
        self.wider = wider


class TooMany(DraftingError):
    """Too many tries in a short time."""

    def __init__(self) -> None:
        super().__init__(N_("Too many tries. Please wait ten minutes."))


class Unavailable(DraftingError):
    """The database is gone, full, locked or cannot be written to; nobody did anything wrong."""

    def __init__(self) -> None:
        super().__init__(N_("The database does not answer. Try again in a moment."))
