"""The parts of an amendment as a page draws them: each changed place, marked, before and after."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from drafting.actions.steps.parts import carried_of, redline_of
from drafting.store.models import AmendmentPart
from drafting.store.models.amendments import PartKind
from drafting.store.queries.sections import head_of
from drafting.store.session import Session
from drafting.text import Excerpt, Passage, Redline, diff, excerpts, read
from drafting.web.presenters.drawings_plain import or_plain


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """One changed place: its ¶ number and key where it has them, and the words, marked.

    `numbers` are those of all blocks shown, where several have one: each keeps its own, also
    while it waits to stand elsewhere.
    """

    label: str
    key: str
    redline: Redline
    numbers: tuple[str, ...] = ()

    @property
    def before(self) -> Redline:
        """The words as they stand."""
        return clean_text(self.redline.before)

    @property
    def after(self) -> Redline:
        """The words as asked."""
        return clean_text(self.redline.after)


@dataclass(frozen=True, slots=True)
class PartView:
    """One part: its kind, the section's title, where a section goes, and its changed places."""

    kind: str
    title: str
    after: str | None
    section: str | None
    places: tuple[MarkedPlace, ...]


def is_published(session: Session, part: AmendmentPart, published: Collection[int]) -> bool:
    """Say whether the text that a part is drawn on stands in a published draft."""
    version = part.section_version
    if part.kind is PartKind.DROP and part.section is not None:
        version = head_of(session, part.section)
    return version is None or version.id in published


def clean_text(passage: Passage) -> Redline:
    """Return a text without changes."""
    return Redline(passage, passage, ())


def marked_place(cut: Excerpt, keys: Sequence[str], labels: Mapping[str, str]) -> MarkedPlace:
    """Return an excerpt under the number of its paragraph; `keys` runs beside the old blocks."""
    key = keys[cut.edited] if cut.edited < len(keys) else ""
    shown = keys[cut.first : cut.first + len(cut.redline.before.blocks)]
    numbers = tuple(labels.get(one, "") for one in shown)
    several = len(set(filter(None, numbers))) > 1
    return MarkedPlace(labels.get(key, ""), key, cut.redline, numbers if several else ())


def part_views(
    session: Session,
    parts: Sequence[AmendmentPart],
    labels: Mapping[str, str],
    titles: Mapping[str, str],
    *,
    carried: bool = False,
) -> tuple[PartView, ...]:
    """Return how the parts look as written, or as carried onto the present.

    `labels` gives ¶ numbers by key, `titles` the present titles of sections by key.
    """

    def view(part: AmendmentPart) -> PartView:
        drawn = PART_VIEWS[part.kind]
        return or_plain(
            lambda: drawn(session, part, labels, titles, carried),
            lambda: plain_view(part),
            ("part", part.id),
        )

    return tuple(view(part) for part in parts)


def plain_view(part: AmendmentPart) -> PartView:
    """Show the words asked, whole, of a part that cannot be marked."""
    asked = clean_text(read(part.markdown or ""))
    places = (MarkedPlace("", "", asked),) if part.markdown else ()
    return PartView(part.kind.value, part.title or "", None, part.section_key, places)


Drawn = Callable[[Session, AmendmentPart, Mapping[str, str], Mapping[str, str], bool], PartView]


def words_view(
    _session: Session,
    part: AmendmentPart,
    labels: Mapping[str, str],
    titles: Mapping[str, str],
    carried: bool,
) -> PartView:
    """Show other words: the blocks that change, under their numbers."""
    use_carried = carried and part.carried is not None
    version = part.carried.section_version if use_carried and part.carried else part.section_version
    redline = carried_of(part) if use_carried else redline_of(part)
    keys = version.keys if version is not None and part.kind is PartKind.TEXT else []
    places = tuple(marked_place(cut, keys, labels) for cut in excerpts(redline))
    key = part.section.key if part.section else ""
    title = titles.get(key) or (version.title if version else "")
    return PartView(part.kind.value, title, None, key, places)


def new_view(
    _session: Session,
    part: AmendmentPart,
    _labels: Mapping[str, str],
    titles: Mapping[str, str],
    _carried: bool,
) -> PartView:
    """Show a section that comes in, whole."""
    redline = diff(read(""), read(part.markdown or ""))
    place = MarkedPlace("", "", redline)
    return PartView(part.kind.value, part.title or "", after_title(part, titles), None, (place,))


def dropped_view(
    session: Session,
    part: AmendmentPart,
    _labels: Mapping[str, str],
    _titles: Mapping[str, str],
    _carried: bool,
) -> PartView:
    """Show a section that goes out, whole."""
    assert part.section is not None
    version = head_of(session, part.section)
    place = MarkedPlace("", "", diff(read(version.markdown), read("")))
    return PartView(part.kind.value, version.title, None, part.section.key, (place,))


def moved_view(
    _session: Session,
    part: AmendmentPart,
    _labels: Mapping[str, str],
    titles: Mapping[str, str],
    _carried: bool,
) -> PartView:
    """Say where a section goes; its words stay as they are."""
    key = part.section.key if part.section else None
    return PartView(part.kind.value, part.title or "", after_title(part, titles), key, ())


def after_title(part: AmendmentPart, titles: Mapping[str, str]) -> str:
    """Return the title of the section before the place asked; empty for the first place."""
    keys = part.outline_keys or []
    place = keys.index(part.section_key) if part.section_key in keys else 0
    return titles.get(keys[place - 1], "") if place else ""


PART_VIEWS: Mapping[PartKind, Drawn] = {
    PartKind.TEXT: words_view,
    PartKind.TITLE: words_view,
    PartKind.ADD: new_view,
    PartKind.DROP: dropped_view,
    PartKind.MOVE: moved_view,
}
