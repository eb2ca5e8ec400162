"""The one line that names a change: made from its words, said in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafting.errors import N_

LONGEST = 60
MOST = 200

Facts = Mapping[str, object]
"""A packed change: `kind`, plain words `before` and `after`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the catalogue with what fills its places."""

    words: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Say it in English."""
        return self.words % self.values if self.values else self.words


def shorten(words: str, longest: int = LONGEST) -> str:
    """Cut long words in their middle, between words where there is a blank near."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    half = longest // 2 - 2
    head, tail = line[:half], line[-half:]
    if " " in head[half // 2 :]:
        head = head[: head.rindex(" ")]
    if " " in tail[: half // 2]:
        tail = tail[tail.index(" ") + 1 :]
    return f"{head} … {tail}"


def heading_of(changes: Sequence[Facts], place: str) -> Sentence:
    """Name the changes of one text at a place: *“should” → “must” in ¶3*."""
    if not changes:
        return Sentence(N_("No change in %(place)s"), {"place": place})
    named = [change for change in changes if change["kind"] != "format"] or list(changes)
    first = named[0]
    old, new = shorten(str(first.get("before", ""))), shorten(str(first.get("after", "")))
    values = {"old": old, "new": new, "place": place, "count": len(changes) - 1}
    return Sentence(MORE[form_of(first)] if len(changes) > 1 else ONE[form_of(first)], values)


def form_of(change: Facts) -> str:
    """Say which sentence fits a change."""
    kind = str(change["kind"])
    if kind == "replace" and not change.get("before"):
        return "insert"
    if kind == "replace" and not change.get("after"):
        return "delete"
    return kind


ONE: Mapping[str, str] = {
    "replace": N_("“%(old)s” → “%(new)s” in %(place)s"),
    "insert": N_("New in %(place)s: “%(new)s”"),
    "delete": N_("Take out of %(place)s: “%(old)s”"),
    "move": N_("Move in %(place)s: “%(old)s”"),
    "split": N_("Two paragraphs out of one in %(place)s"),
    "join": N_("One paragraph out of two in %(place)s"),
    "format": N_("Only the look of “%(new)s” in %(place)s"),
}
MORE: Mapping[str, str] = {
    "replace": N_("“%(old)s” → “%(new)s” and %(count)s more in %(place)s"),
    "insert": N_("New in %(place)s: “%(new)s”, and %(count)s more"),
    "delete": N_("Take out of %(place)s: “%(old)s”, and %(count)s more"),
    "move": N_("Move in %(place)s: “%(old)s”, and %(count)s more"),
    "split": N_("Two paragraphs out of one in %(place)s, and %(count)s more"),
    "join": N_("One paragraph out of two in %(place)s, and %(count)s more"),
    "format": N_("Only the look of “%(new)s” and %(count)s more in %(place)s"),
}


def title_heading(old: str, new: str) -> Sentence:
    """Name a change of a section's title."""
    return Sentence(N_("Title: “%(old)s” → “%(new)s”"), {"old": shorten(old), "new": shorten(new)})


def section_heading(kind: str, title: str) -> Sentence:
    """Name a section more, less, or elsewhere (`add`, `drop`, `move`)."""
    sentences = {
        "add": N_("New section: “%(title)s”"),
        "drop": N_("Drop the section “%(title)s”"),
        "move": N_("Move the section “%(title)s”"),
    }
    return Sentence(sentences[kind], {"title": shorten(title)})


def place_of(labels: Sequence[str], title: str) -> str:
    """Write where changes lie: the numbers of their paragraphs, else the section's title."""
    known = list(dict.fromkeys(label for label in labels if label))
    if not known or len(known) > 3:
        return f"“{shorten(title)}”"
    return ", ".join(f"¶{label}" for label in known)
