"""A published draft as plain values: what every writer is handed, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafting.text import Attribution, Authors, Passage


@dataclass(frozen=True, slots=True)
class SnapshotParagraph:
    """One block: its lasting key, its number (empty where it has none), and its seal.

    `markdown` is the block alone, in normal form; `digest` is SHA-256(salt ‖ markdown), both
    hexadecimal. `names` are those whose words stand in it or who took some out of it.
    """

    key: str
    label: str
    markdown: str
    salt: str
    digest: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SnapshotSection:
    """One section; `paragraphs` runs beside the blocks of `passage`.

    `before` is the text that it is told against: of the draft asked for, or as first published.
    `whose` says who wrote each word since, and who took out which words of it.
    """

    key: str
    title: str
    kind: str
    passage: Passage
    paragraphs: tuple[SnapshotParagraph, ...]
    before: Passage
    whose: Attribution


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A change that the final text leaves open, with its groups."""

    label: str
    groups: tuple[str, ...]
    heading: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """How the final text was adopted; `on` is an ISO date."""

    session: str
    on: str
    by_consensus: bool
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicAmendment:
    """What the public may know of an amendment, and how it was answered."""

    label: str
    revision: int
    groups: tuple[str, ...]
    heading: str
    reason: str
    status: str
    changes: tuple[Mapping[str, object], ...] = ()
    answers: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published draft: its head, its sections, and what is public about it.

    `zone` and `place` are the meeting's: files say instants on its clock.
    `name` is English (*Rev. 2*), `at` the instant of publishing in UTC to the second. `record` is
    the hash of the journal's entry that tells of it, so that a copy of the file vouches for the
    record up to there. `dropped` are those who had a section taken out, by its key. `form` is that
    of its digest.
    """

    statement: str
    slug: str
    language: str
    number: int
    name: str
    at: str
    digest: str
    sections: tuple[SnapshotSection, ...]
    zone: str = "UTC"
    place: str = "UTC"
    record: str = ""
    final: bool = False
    adopted: Adopted | None = None
    open_points: tuple[OpenPoint, ...] = ()
    amendments: tuple[PublicAmendment, ...] = ()
    dropped: Mapping[str, Authors] = field(default_factory=dict)
    form: int = 2

    @property
    def stem(self) -> str:
        """The name of a file that holds it, without its ending."""
        return f"{self.slug}-{self.name.lower().replace('. ', '-').replace(' ', '-')}"
