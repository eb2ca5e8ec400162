"""Sentences that stand on every file of a published draft, in English unless handed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from babel.core import Locale

from drafting.exchange.clocks import clock, day_of
from drafting.exchange.snapshot import OpenPoint, Snapshot
from drafting.rules.labels import spoken_head


@dataclass(frozen=True, slots=True)
class Notices:
    """The words of a file, in the language of whoever takes it; dates are said in it too."""

    locale: Locale = field(default_factory=lambda: Locale("en"))

    working: str = "Working text, not agreed."
    final: str = "Final text."
    published: str = "Published %(at)s, digest %(digest)s"
    record: str = "Record %(head)s"
    adopted: str = "Adopted in %(session)s on %(on)s. Groups present: %(groups)s."
    consensus: str = "By consensus."
    no_consensus: str = "Not by consensus."
    open_points: str = "Open points"
    against: str = "Marked words changed since %(name)s."
    taken_out: str = "taken out"
    moved: str = "moved"
    title_before: str = "Title before: “%(title)s”"


def head_lines(snapshot: Snapshot, notices: Notices) -> list[str]:
    """Return what every file says before the text: its standing, its instant, its digest."""
    lines = [notices.final if snapshot.final else notices.working]
    if snapshot.adopted:
        lines.append(adopted_line(snapshot, notices))
    return [*lines, *sealed_lines(snapshot, notices)]


def sealed_lines(snapshot: Snapshot, notices: Notices) -> list[str]:
    """Say when it was published, under which digest, and where the record stood then."""
    at = clock(datetime.fromisoformat(snapshot.at), None, snapshot, notices.locale)
    lines = [notices.published % {"at": at, "digest": snapshot.digest}]
    if snapshot.record:
        lines.append(notices.record % {"head": spoken_head(snapshot.record)})
    return lines


def adopted_line(snapshot: Snapshot, notices: Notices) -> str:
    """Say how the final text was adopted."""
    adopted = snapshot.adopted
    if adopted is None:
        return ""
    said = notices.adopted % {
        "session": adopted.session,
        "on": day_of(date.fromisoformat(adopted.on), notices.locale),
        "groups": ", ".join(adopted.groups) or "–",
    }
    return f"{said} {notices.consensus if adopted.by_consensus else notices.no_consensus}"


def open_line(point: OpenPoint) -> str:
    """Say one open point: *A12 (Africa, Asia): “should” → “must” in ¶3*."""
    return f"{point.label} ({', '.join(point.groups)}): {point.heading}"
