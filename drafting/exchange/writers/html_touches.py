"""What a change touches that no reader may miss, on a line of its own above the changed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from drafting.exchange.writers.html_inline import NOTHING
from drafting.exchange.writers.html_notes import Labels
from drafting.text import Facts, Swap

MOST_WORDS = 8
"""How many words of one kind are said of one change; a block written anew is read whole."""
SIGNS = frozenset("“”")


def touches(found: Sequence[Facts], labels: Labels) -> Markup:
    """Say “It touches how strong it is: should → must”; empty where the force is as before."""
    kinds = [said for kind in labels.weights if (said := _kind(found, kind, labels))]
    if not kinds:
        return NOTHING
    line = Markup.escape(labels.touches) % {"what": Markup("; ").join(kinds)}
    return Markup('<bdi class="touches">{}</bdi> ').format(line)


def _kind(found: Sequence[Facts], kind: str, labels: Labels) -> Markup:
    """Say one kind once, with the words of all changes of a block."""
    swaps: list[Swap] = [swap for fact in found if (swap := getattr(fact, kind))]
    if not swaps:
        return NOTHING
    said = dict.fromkeys(words for swap in swaps for words in _swap(swap, labels))
    name = Markup.escape(labels.weights[kind])
    return Markup("{}: {}").format(name, Markup(", ").join(said)) if said else name


def _swap(swap: Swap, labels: Labels) -> Iterator[Markup]:
    """Say words by pairs where as many come as go; the marks of a quotation are no words."""
    gone, come = _words(swap.gone), _words(swap.come)
    if len(gone) == len(come):
        yield from (_pair([old], [new]) for old, new in zip(gone, come, strict=True))
    elif gone and come:
        yield _pair(gone, come)
    else:
        label = labels.taken if gone else labels.added
        yield Markup.escape(label) % {"words": _shown(gone or come)}


def _pair(gone: Iterable[str], come: Iterable[str]) -> Markup:
    """Put the old words before the new ones, in the direction of the line."""
    return Markup("{} → {}").format(_shown(gone), _shown(come))


def _words(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in SIGNS][:MOST_WORDS]


def _shown(words: Iterable[str]) -> Markup:
    return Markup("<bdi>{}</bdi>").format(" ".join(words))
