"""The one line that names a change: made from its words, said in the reader's language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafting.errors import N_
from drafting.text import Change, Passage, Redline, Token, blocks_of

LONGEST = 60
MOST = 200
SHORT = 30
MOST_NAMES = 3


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


def heading_of(redline: Redline, labels: Sequence[str], title: str) -> Sentence:
    """Name the changes of one text, each kind of them: *“should” → “must” in ¶3; ¶3 split*.

    `labels` are the ¶ numbers beside the old blocks, empty where one has none; `title` is the
    section's.
    """
    changes = redline.changes
    if not changes:
        return Sentence(N_("No change in %(place)s"), {"place": place_of((), title)})
    spots = _Spots(redline.before, labels, title)
    first = min(changes, key=lambda one: STANDS_BACK.get(form_of(redline.before, one), 0))
    form = form_of(redline.before, first)
    acts = acts_of(redline)
    alike = acts.pop(KINDS[form])
    values = {**spots.values(first), "place": spots.all(alike), "count": len(alike) - 1}
    heading = Sentence((MORE if len(alike) > 1 else ONE)[form], values)
    return in_a_row([heading, *(spots.also(kind, found) for kind, found in acts.items())])


def in_a_row(sentences: Sequence[Sentence]) -> Sentence:
    """Write several headings as one line."""
    first, *rest = sentences
    for one in rest:
        first = Sentence(N_("%(first)s; %(also)s"), {"first": first, "also": one})
    return first


def acts_of(redline: Redline) -> dict[str, list[Change]]:
    """Sort changes by what they do; one that parts or joins blocks beside its words does both."""
    found: dict[str, list[Change]] = {}
    for change in redline.changes:
        form = form_of(redline.before, change)
        kinds = [KINDS[form]]
        if kinds == ["words"] and redline.before.blocks:
            kinds += kinds_beside(change)
        for kind in kinds:
            found.setdefault(kind, []).append(change)
    return found


def kinds_beside(change: Change) -> list[str]:
    """Say what a change of words does to blocks besides."""
    gone, come = breaks_in(change.removed), breaks_in(change.inserted)
    if len(gone) == len(come):
        return ["form"] if gone != come else []
    return ["split" if len(gone) < len(come) else "join"]


def breaks_in(tokens: Sequence[Token]) -> list[Token]:
    """Return where blocks begin among tokens."""
    return [token for token in tokens if token.kind == "break"]


def form_of(before: Passage, change: Change) -> str:
    """Say which sentence fits a change."""
    if change.kind == "move":
        return "move up" if (change.to or 0) <= change.start else "move down"
    if change.kind == "format":
        return "form" if change.removed[0].kind == "break" else "format"
    if change.kind in ("split", "join"):
        return change.kind
    return form_of_words(before, change)


def form_of_words(before: Passage, change: Change) -> str:
    """Say which sentence fits words that come, go, or take the place of others."""
    gone, come = words_in(change.removed), words_in(change.inserted)
    if not gone and not come:
        return "blank"
    if gone and come:
        return "replace"
    if gone:
        return "drop block" if takes_blocks(before, change) else "delete"
    if change.inserted[0].kind != "break" or change.removed or not before.blocks:
        return "insert"
    return "new block" if change.start else "first block"


def takes_blocks(before: Passage, change: Change) -> bool:
    """Say whether a change takes out whole blocks and nothing else."""
    edges = {*before.starts, len(before.flat)}
    return not change.inserted and {change.start, change.end} <= edges


def words_in(tokens: Sequence[Token]) -> str:
    """Return what tokens read, cut short; empty for blanks and breaks."""
    return shorten("".join(token.text for token in tokens))


class _Spots:
    """Names the blocks of a text: by their numbers, else by their words."""

    def __init__(self, before: Passage, labels: Sequence[str], title: str) -> None:
        self.before, self.labels, self.title = before, labels, title

    def values(self, change: Change) -> dict[str, object]:
        """Return what may stand in the sentence about one change."""
        blocks = blocks_of(self.before, change)
        found = {"old": words_in(change.removed), "new": words_in(change.inserted)}
        return {**found, "what": self.name(blocks), "where": self.name([self.goal(change)])}

    def goal(self, change: Change) -> int:
        """Return the block beside which a moved or a new block comes to stand."""
        if change.to is None:
            return blocks_of(self.before, change).start
        gap = bisect_left(self.before.starts, change.to)
        return gap if change.to <= change.start else gap - 1

    def name(self, blocks: Sequence[int]) -> str:
        """Name some blocks, the first by its words where one has no number."""
        known = [self.labels[at] if at < len(self.labels) else "" for at in blocks]
        if known and all(known):
            return joined_labels(known)
        inside = blocks and blocks[0] < len(self.before.blocks)
        words = self.before.blocks[blocks[0]].text if inside else self.title
        return f"“{shorten(words, SHORT)}”"

    def also(self, kind: str, changes: Sequence[Change]) -> Sentence:
        """Name changes of one kind that stand beside the first, by their places alone."""
        blocks = [at for one in changes for at in blocks_of(self.before, one)]
        goals = [self.goal(change) for change in changes]
        first = kind == "new" and not changes[0].start
        values = {"what": self.some(blocks), "where": self.some(goals)}
        return Sentence(ALSO["first" if first else kind], values)

    def some(self, blocks: Sequence[int]) -> str:
        """Name blocks that need not be neighbours; a sign says that there are more."""
        names = list(dict.fromkeys(self.name([at]) for at in blocks))
        return ", ".join([*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])])

    def all(self, changes: Sequence[Change]) -> str:
        """Say where all changes lie that move nothing."""
        touched = [at for one in changes if one.to is None for at in blocks_of(self.before, one)]
        known = [self.labels[at] for at in sorted(set(touched)) if at < len(self.labels)]
        return place_of(known, self.title)


ONE: Mapping[str, str] = {
    "replace": N_("“%(old)s” → “%(new)s” in %(place)s"),
    "insert": N_("New in %(place)s: “%(new)s”"),
    "new block": N_("New after %(where)s: “%(new)s”"),
    "first block": N_("New before %(where)s: “%(new)s”"),
    "delete": N_("Take out of %(place)s: “%(old)s”"),
    "drop block": N_("Take out %(what)s: “%(old)s”"),
    "move up": N_("%(what)s moved before %(where)s"),
    "move down": N_("%(what)s moved after %(where)s"),
    "split": N_("Two paragraphs out of one in %(place)s"),
    "join": N_("One paragraph out of two in %(place)s"),
    "format": N_("Only the look of “%(new)s” in %(place)s"),
    "form": N_("Only the form of %(what)s"),
    "blank": N_("Only a space in %(place)s"),
}
MORE: Mapping[str, str] = {
    "replace": N_("“%(old)s” → “%(new)s” and %(count)s more in %(place)s"),
    "insert": N_("New in %(place)s: “%(new)s”, and %(count)s more"),
    "new block": N_("New after %(where)s: “%(new)s”, and %(count)s more"),
    "first block": N_("New before %(where)s: “%(new)s”, and %(count)s more"),
    "delete": N_("Take out of %(place)s: “%(old)s”, and %(count)s more"),
    "drop block": N_("Take out %(what)s: “%(old)s”, and %(count)s more"),
    "move up": N_("%(what)s moved before %(where)s, and %(count)s more"),
    "move down": N_("%(what)s moved after %(where)s, and %(count)s more"),
    "split": N_("Two paragraphs out of one in %(place)s, and %(count)s more"),
    "join": N_("One paragraph out of two in %(place)s, and %(count)s more"),
    "format": N_("Only the look of “%(new)s” and %(count)s more in %(place)s"),
    "form": N_("Only the form of %(what)s, and %(count)s more"),
    "blank": N_("Only a space in %(place)s, and %(count)s more"),
}

KINDS: Mapping[str, str] = {
    "replace": "words",
    "insert": "words",
    "delete": "words",
    "new block": "new",
    "first block": "new",
    "drop block": "drop",
    "move up": "move",
    "move down": "move",
    "split": "split",
    "join": "join",
    "format": "look",
    "form": "form",
    "blank": "blank",
}
"""What a form does; a heading names each of these that its changes do."""
STANDS_BACK: Mapping[str, int] = {"split": 1, "join": 1, "blank": 1, "form": 2, "format": 2}
"""Forms that do not come first where others stand beside them."""
ALSO: Mapping[str, str] = {
    "words": N_("words changed in %(what)s"),
    "new": N_("new after %(where)s"),
    "first": N_("new before %(where)s"),
    "drop": N_("%(what)s taken out"),
    "move": N_("%(what)s moved"),
    "split": N_("%(what)s split"),
    "join": N_("%(what)s joined"),
    "look": N_("another look in %(what)s"),
    "form": N_("another form of %(what)s"),
    "blank": N_("another space in %(what)s"),
}


def title_heading(old: str, new: str) -> Sentence:
    """Name a change of a section's title."""
    return Sentence(N_("Title: “%(old)s” → “%(new)s”"), {"old": shorten(old), "new": shorten(new)})


def section_heading(kind: str, title: str, old: int = 0, new: int = 0) -> Sentence:
    """Name a section more, less, or elsewhere (`add`, `drop`, `move`), with both its places."""
    sentences = {
        "add": N_("New section: “%(title)s”"),
        "drop": N_("Drop the section “%(title)s”"),
        "move": N_("Move the section “%(title)s” from place %(old)s to place %(new)s"),
    }
    return Sentence(sentences[kind], {"title": shorten(title), "old": old, "new": new})


def place_of(labels: Sequence[str], title: str) -> str:
    """Write where changes lie: the numbers of their paragraphs, else the section's title."""
    known = list(dict.fromkeys(label for label in labels if label))
    if not known or len(known) > 3:
        return f"“{shorten(title)}”"
    return joined_labels(known)


def joined_labels(labels: Sequence[str]) -> str:
    """Write some ¶ numbers; of many the first and the last."""
    known = list(dict.fromkeys(labels))
    if len(known) > 3:
        return f"¶{known[0]} – ¶{known[-1]}"
    return ", ".join(f"¶{label}" for label in known)
