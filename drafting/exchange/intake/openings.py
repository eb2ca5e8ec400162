"""Tells by its form alone whether a line opens a section: heading, run-in heading, lead-in.

The form is language-blind but for a short list of function words that no heading is made with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drafting.exchange.intake.shape import trimmed
from drafting.exchange.readers.source import Line

OpeningKind = Literal["heading", "short", "run-in", "lead-in", "none"]

RUN_IN_WORDS, STYLED_WORDS, SHORT_WORDS, LEAD_IN_WORDS, LONG_WORDS = 6, 12, 8, 10, 25

# A phrase with one of these is a sentence: verbs that are always finite, and pronouns as subject.
SENTENCE_WORDS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "am",
        "has",
        "have",
        "had",
        "does",
        "do",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "isn't",
        "aren't",
        "wasn't",
        "don't",
        "doesn't",
        "didn't",
        "won't",
        "can't",
        "cannot",
        "let's",
        "it's",
        "i",
        "we",
        "you",
        "he",
        "she",
        "they",
        "it",
        "there",
        "est",
        "sont",
        "était",
        "étaient",
        "sera",
        "seront",
        "doit",
        "doivent",
        "peut",
        "peuvent",
        "ont",
        "nous",
        "vous",
        "ils",
        "elles",
        "il",
        "elle",
        "es",
        "son",
        "está",
        "están",
        "era",
        "eran",
        "será",
        "serán",
        "debe",
        "deben",
        "puede",
        "pueden",
        "ha",
        "han",
        "hay",
        "nosotros",
        "ellos",
        "ellas",
    ]
)
# A sentence that begins with one of these goes on from the one before.
GOING_ON = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "but",
        "and",
        "so",
        "yet",
        "nor",
        "or",
        "mais",
        "et",
        "donc",
        "ils",
        "elles",
        "il",
        "elle",
        "pero",
        "y",
        "ellos",
        "ellas",
    ]
)
HEADING_ENDS = ".:?؟"
OPENING_SIGNS = "\"'“”‘’«»‹›([¿¡„"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line opens a section: the first `end` characters of it are the heading (0: none)."""

    kind: OpeningKind
    end: int
    title: str


def is_long(line: Line) -> bool:
    """Whether a line is a full paragraph and not a label, a name or a heading."""
    return line.kind == "paragraph" and len(line.text.split()) >= LONG_WORDS


def run_in_end(line: Line) -> int:
    """The characters of a heading run into its paragraph, its full stop included; 0 for none."""
    if line.kind != "paragraph":
        return 0
    return _styled_run_in(line) or (_plain_run_in(line.text) if is_long(line) else 0)


def _styled_run_in(line: Line) -> int:
    """A phrase in bold or italics at the start that ends like a heading, before other words."""
    for mark in line.marks:
        if mark.start == 0 and mark.kind in {"strong", "emphasis"} and mark.end < len(line.text):
            end = len(line.text[: mark.end].rstrip())
            if line.text[end - 1] not in HEADING_ENDS and line.text[end] in HEADING_ENDS:
                end += 1
            rest = line.text[end:]
            short = len(line.text[:end].split()) <= STYLED_WORDS and len(rest.split()) > 3
            if short and line.text[end - 1] in HEADING_ENDS and rest[0].isspace():
                return end
    return 0


def _plain_run_in(text: str) -> int:
    stop = text.find(". ", 0, 120)
    phrase, rest = text[:stop], text[stop + 1 :].lstrip()
    if stop < 1 or not _is_title_phrase(phrase):
        return 0
    words = rest.lstrip(OPENING_SIGNS).split()
    starts_new = bool(words) and words[0][:1].isupper()
    if not starts_new or words[0].lower().strip(",") in GOING_ON:
        return 0
    return stop + 1


def _is_title_phrase(phrase: str) -> bool:
    words = phrase.split()
    if not 0 < len(words) <= RUN_IN_WORDS or not phrase[0].isupper():
        return False
    if any(sign in phrase for sign in '.?!;:"“”«»()[]') or any(map(is_sentence_word, words)):
        return False
    # `Prof. Smith`, `Mr. Jones`, `Art. Five`: one short word before a stop is an abbreviation.
    last = words[-1].strip(OPENING_SIGNS)
    return last.isalpha() and len(last) >= (5 if len(words) == 1 else 3)


def is_sentence_word(word: str) -> bool:
    """Whether a word makes a sentence of a phrase."""
    return word.lower().strip(",").replace("’", "'") in SENTENCE_WORDS


def is_short_heading(line: Line, after: Line | None) -> bool:
    """Whether a short line stands over the line after it as a heading does."""
    if line.kind != "paragraph" or after is None or line.text[-1] in ".,;:!…":
        return False
    words = line.text.split()
    if line.is_strong:
        return len(words) <= STYLED_WORDS and not after.is_strong
    if len(words) > SHORT_WORDS or ":" in line.text or "  " in line.text:
        return False
    first = line.text.lstrip(OPENING_SIGNS)[:1]
    if first.islower() or not first.isalnum():
        return False
    return after.kind == "item" or is_long(after)


def is_lead_in(line: Line, after: Line | None) -> bool:
    """Whether a line ends in a colon before a list."""
    if line.kind != "paragraph" or after is None or after.kind != "item":
        return False
    return line.text[-1] in ":："


def opening(line: Line, after: Line | None) -> Opening:
    """How a section that begins with this line would be titled; `after` is the next with words."""
    if line.kind == "heading":
        return Opening("heading", len(line.text), trimmed(line.text))
    if line.path:
        return Opening("none", 0, first_words(line.text))
    if end := run_in_end(line):
        return Opening("run-in", end, trimmed(line.text[:end]))
    if is_short_heading(line, after):
        return Opening("short", len(line.text), trimmed(line.text))
    if is_lead_in(line, after):
        short = len(line.text.split()) <= LEAD_IN_WORDS
        title = trimmed(line.text) if short else first_words(line.text)
        return Opening("lead-in", len(line.text) if short else 0, title)
    return Opening("none", 0, first_words(line.text))


def first_words(text: str) -> str:
    """A makeshift title from the first words of a text; it takes none of them away."""
    words = text.split()
    if len(words) <= RUN_IN_WORDS:
        return trimmed(text) or text.strip()
    return " ".join(words[:RUN_IN_WORDS]).rstrip(",;:.–—-") + "…"
