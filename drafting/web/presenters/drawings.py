"""Texts as drawn, whole or block by block: once a version, however often they are read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from flask_babel import get_locale
from flask_babel import gettext as _
from markupsafe import Markup

from drafting.exchange.writers.html import HtmlBlock, Labels, Style, blocks, body
from drafting.exchange.writers.html_touches import touches
from drafting.text import Redline, facts, plain
from drafting.web.presenters.drawings_plain import or_plain

Drawing = TypeVar("Drawing")


class Drawings(Generic[Drawing]):
    """Keeps the drawings used last, so that a version is drawn once however often it is read.

    A key must name one text for ever (a version's id, an amendment's revision): a drawing is
    never made anew under the same key. The kind of drawing and the language of its hidden words
    are added to it.
    """

    def __init__(self, most: int = 512) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Drawing] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, draw: Callable[[], Drawing]) -> Drawing:
        """Return what is kept under the key, or draw and keep it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        drawing = draw()
        with self._lock:
            self._kept[key] = drawing
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return drawing

    def forget(self) -> None:
        """Keep nothing any more: in another database the same ids name other texts."""
        with self._lock:
            self._kept.clear()


BODIES: Drawings[Markup] = Drawings()
BLOCKS: Drawings[tuple[HtmlBlock, ...]] = Drawings()


def labels() -> Labels:
    """The words that stand in a drawing for readers who hear it, in the reader's language."""
    return Labels(
        inserted=_("inserted:"),
        deleted=_("deleted:"),
        joined=_("two ¶ become one:"),
        begins=_("a new ¶ begins:"),
        from_above=_("moved to here, from above"),
        from_below=_("moved to here, from below"),
        moved_up=_("moved up from here"),
        moved_down=_("moved down from here"),
        level=_("its level changed"),
        reformed=_("its form changed"),
        blanks=_("another kind of space"),
        touches=_("It touches %(what)s", what="%(what)s"),
        added=_("%(words)s (new)", words="%(words)s"),
        taken=_("%(words)s (taken out)", words="%(words)s"),
        moderators=_(
            "Moderators, after %(label)s (%(group)s)", label="%(label)s", group="%(group)s"
        ),
        now={
            "strong": _("now bold"),
            "emphasis": _("now italic"),
            "code": _("now in typewriter letters"),
            "note": _("now with a note"),
            "link": _("now a link:"),
        },
        no_more={
            "strong": _("no longer bold"),
            "emphasis": _("no longer italic"),
            "code": _("no longer in typewriter letters"),
            "note": _("no longer with a note"),
            "link": _("no longer a link:"),
        },
        other={"note": _("another note"), "link": _("another address of the link:")},
        was={
            "paragraph": _("was a paragraph"),
            "heading": _("was a heading"),
            "item": _("was in a list"),
            "quotation": _("was a quotation"),
            "row": _("was a row of a table"),
            "note": _("was a note"),
        },
        weights={
            "force": _("how strong it is"),
            "negation": _("yes or no"),
            "numbers": _("a number"),
            "quoted": _("a quotation"),
        },
    )


def draw_touches(redline: Redline) -> Markup:
    """Say what the changes touch that no reader may miss, where no marks are drawn."""
    return or_plain(lambda: touches(facts(redline), labels()), Markup, None)


def draw_body(redline: Redline, key: Hashable | None, numbers: Sequence[str] = ()) -> Markup:
    """Draw a whole passage; with a key, which must name this drawing for ever, it is kept.

    `numbers` are the ¶ numbers of the old blocks, where these are to be shown.
    """

    def drawn() -> Markup:
        style = Style(labels=labels(), weighs=True, numbers=numbers)
        return or_plain(lambda: body(redline, style), lambda: plain_body(redline), key)

    return drawn() if key is None else BODIES.get((key, str(get_locale())), drawn)


def plain_body(redline: Redline) -> Markup:
    """Put the words as they stand and as asked one after the other, without any mark."""
    told = [(_("As it stands:"), redline.before), (_("As asked:"), redline.after)]
    if redline.before == redline.after:
        told = [("", redline.after)]
    return Markup("").join(
        Markup("<p>{} <bdi>{}</bdi></p>").format(lead, plain(passage)) for lead, passage in told
    )


def draw_blocks(redline: Redline, key: Hashable) -> tuple[HtmlBlock, ...]:
    """Draw each block by itself; `key` must name this drawing for ever (ids of versions)."""

    def drawn() -> tuple[HtmlBlock, ...]:
        style = Style(labels=labels(), weighs=True)
        return or_plain(lambda: blocks(redline, style), lambda: plain_blocks(redline), key)

    return BLOCKS.get((key, str(get_locale())), drawn)


def plain_blocks(redline: Redline) -> tuple[HtmlBlock, ...]:
    """Draw each block of the new text by itself, without any mark."""
    return tuple(
        HtmlBlock(Markup("<p>{}</p>").format(block.text), "paragraph", "kept", at, None, ())
        for at, block in enumerate(redline.after.blocks)
    )
