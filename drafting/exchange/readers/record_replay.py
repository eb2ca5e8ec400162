"""Replaying a record: from the first text on, its edits lead word for word to each draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafting.exchange.readers.record_editions import named
from drafting.rules.replay import TextEdit, edited
from drafting.text import Passage, read, write

Entries = Sequence[Mapping[str, Any]]


class Withheld(Exception):
    """Words that a text needs were forgotten, or are not for this reader."""


class Replay:
    """The text as the record leads to it: title, version and Markdown of each section.

    A section that cannot be followed, because words were withheld, is None until it is told whole.
    """

    def __init__(self) -> None:
        self.sections: dict[str, tuple[str, int, str] | None] = {}

    def follow(self, entry: Mapping[str, Any]) -> None:
        """Make the edits of one opened entry. Raises: ValueError where they do not fit."""
        words = entry.get("words", {})
        for told in entry["opened"].get("texts", ()):
            try:
                self.sections[told["section"]] = self.moved(told, words)
            except Withheld:
                self.sections[told["section"]] = None

    def moved(self, told: Mapping[str, Any], words: Mapping[str, str]) -> tuple[str, int, str]:
        """Return a section as one telling leaves it. Raises: ValueError, Withheld."""
        before = ("", 0, "") if told["whole"] else self.sections.get(told["section"])
        if before is None:
            raise Withheld
        if not told["whole"] and told["version"] != before[1] + 1:
            raise ValueError("a version is missing")
        edits = [
            TextEdit(
                one["start"], one["end"], revealed(one["out"], words), revealed(one["in"], words)
            )
            for one in told["edits"]
        ]
        text = edited(before[2], edits)
        return revealed(told["title"], words), told["version"], text


def revealed(digest: str, words: Mapping[str, str]) -> str:
    """Return the text that a digest stands for. Raises: Withheld."""
    if digest and digest not in words:
        raise Withheld
    return words.get(digest, "")


def replay_faults(entries: Entries, editions: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Name published drafts that are not what the record leads to.

    It is followed as far as its reader may look in: a draft whose text was not opened is passed.
    """
    replay = Replay()
    drafts = {edition["number"]: edition for edition in editions if "form" in edition}
    for entry in entries:
        if "opened" not in entry or "v" not in entry["public"]:
            replay.sections.clear()
            continue
        try:
            replay.follow(entry)
            draft = drafts.get(entry["opened"].get("edition"))
            if draft is not None and entry["opened"]["act"] == "published":
                yield from draft_faults(replay, draft, entry["opened"]["sections"])
        except (ValueError, KeyError, TypeError, AttributeError):
            yield f"Entry {entry['seq']}: what it tells of the text does not fit."
            return


def draft_faults(
    replay: Replay, draft: Mapping[str, Any], printed: Sequence[Sequence[Any]]
) -> Iterator[str]:
    """Name the sections of a draft that are not what the record leads to."""
    if [one["key"] for one in draft["sections"]] != [key for key, _version in printed]:
        yield f"{named(draft)}: the record tells of other sections."
        return
    for section, (key, version) in zip(draft["sections"], printed, strict=True):
        standing = replay.sections.get(key)
        if standing is None:
            continue
        title, number, text = standing
        held = [one["markdown"] for one in section["paragraphs"]]
        if (title, number, blocks_of(text)) != (section["title"], version, held):
            yield f"{named(draft)}: section {key!a} is not what the record leads to."


def blocks_of(text: str) -> list[str]:
    """Return each paragraph of a text as it is published."""
    return [write(Passage((block,))) for block in read(text).blocks]
