"""Markdown as people and accidents make it, in many scripts: never loose tokens."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from drafting.text import Passage, read

WORDS = (
    *("the", "of", "States", "migrants", "shall", "not", "well-being", "don’t", "10.7", "1,000"),
    *("A/69/302", "E/CN.4/2004/52/Add.1", "and/or", "e.g.", "https://example.org/a_b?c=d*e"),
    *("info@example.org", "snake_case_name", "été", "e\u0301te\u0301", "Straße", "constructor"),
    *("###INS_START###", "<b>bold</b>", "&amp;", "C:\\temp", "2*3", "a|b", "x^2", "~30%"),
    *("مُحَمَّد", "اللَّاجِئِينَ", "می‌خواهم", "ক্ষমতা", "শরণার্থী", "अधिकारों", "移民", "の権利を", "ผู้ลี้ภัย"),
    *("👍🏽", "👨‍👩‍👧‍👦", "🇧🇩🇫🇷", "1️⃣", "שלום", "\u200fעם\u200e", "한국어", "\u200b", "а)", "№5"),
)
PUNCTUATION = (".", ",", ";", ":", "?", "!", "–", "—", "-", "…", "“", "”", "'", "(", ")", "*", "_")
BLANKS = (" ", " ", " ", " ", "\u00a0", "  ", "\t", " \n", "\n", "\u2009", "\u3000")
SIGNS = (
    *"*_`[]()<>#-+.!\\|~:=&^\"' \n\t1a)",
    *("**", "***", "``", "](", "](x)", "[^1]", "  \n", "\\\n", "\n\n", "\n> ", "\n- ", "\n1. "),
    *("\n    ", "\n|", "|---|", "\n---\n", "\n# ", "[^1]: ", "<http://a.b>", "\u0338", "\u0301"),
    *("\r\n", "\r", "\x00", "\x0b", "\u2028", "\ufeff", "\u00a0", "é", "字", "👍🏽", "word"),
)

word = st.sampled_from(WORDS)
sign = st.sampled_from(SIGNS)


@st.composite
def sentences(draw: st.DrawFn, most: int = 12) -> str:
    """Words with blanks and punctuation between them."""
    parts = []
    for _ in range(draw(st.integers(1, most))):
        parts.append(draw(word))
        if draw(st.integers(0, 4)) == 0:
            parts.append(draw(st.sampled_from(PUNCTUATION)))
        if draw(st.integers(0, 12)):
            parts.append(draw(st.sampled_from(BLANKS)))
    return "".join(parts)


@st.composite
def inlines(draw: st.DrawFn, most: int = 5) -> str:
    """A line of text with marks, links, notes and code in it."""
    parts = []
    for _ in range(draw(st.integers(1, most))):
        text = draw(sentences(4))
        shape = draw(st.sampled_from(INLINE_SHAPES))
        parts.append(shape.format(text.strip() or "x"))
        parts.append(draw(st.sampled_from((" ", " ", "", ", "))))
    return "".join(parts)


INLINE_SHAPES = (
    *("{}", "{}", "{}", "{}", "**{}**", "*{}*", "***{}***", "_{}_", "__{}__", "`{}`", "`` ` {} ``"),
    *("[{}](https://example.org/x)", '[{}](/a "title")', "[{}](<b c>)", "**[{}](x)**", "[*{}*](x)"),
    *("{}[^1]", "{}[^note]", "<https://example.org>{}", "{}\\\nnext", "{}  \nnext", "*a **{}** b*"),
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A simple table."""
    columns = draw(st.integers(1, 3))
    row = st.lists(word, min_size=columns, max_size=columns)
    rows = draw(st.lists(row, min_size=1, max_size=3))
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * columns + "|", *lines[1:]])


MARKERS = ("- ", "* ", "1. ", "2. ", "3) ", "(a) ", "(b) ", "iv. ", "5 bis. ", "(i) ")


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A list, perhaps nested, with paragraphs, quotations or tables inside its items."""
    lines = []
    indents = [0]
    for _ in range(draw(st.integers(1, 5))):
        indent = draw(st.sampled_from(indents))
        marker = draw(st.sampled_from(MARKERS))
        inner = draw(st.one_of(inlines(2), inlines(2), inlines(2), tables()))
        own = "\n" + " " * (indent + len(marker))
        lines.append(" " * indent + marker + inner.replace("\n", own))
        if draw(st.integers(0, 3)) == 0:
            more = draw(st.one_of(inlines(2), inlines(1).map("> {}".format)))
            lines.append("" + own + more.replace("\n", own))
        indents = [i for i in indents if i <= indent] + [indent + len(marker)]
    return draw(st.sampled_from(("\n", "\n", "\n\n"))).join(lines)


@st.composite
def headings(draw: st.DrawFn) -> str:
    """A heading of any level."""
    return "#" * draw(st.integers(1, 6)) + " " + draw(inlines(2)).replace("\n", " ")


def quoted(inner: str) -> str:
    """The same in a quotation."""
    return "\n".join(f"> {line}".rstrip(" ") for line in inner.split("\n"))


chunk: SearchStrategy[str] = st.one_of(
    inlines(),
    inlines(),
    lists(),
    headings(),
    tables(),
    st.one_of(inlines(), lists(), tables()).map(quoted),
    lists().map(quoted).map(quoted),
    inlines(1).map(lambda text: "[^1]: " + text),
)
hostile: SearchStrategy[str] = st.lists(sign, max_size=30).map("".join)
ordinary: SearchStrategy[str] = st.lists(chunk, max_size=6).map("\n\n".join)
markdown: SearchStrategy[str] = st.one_of(
    ordinary, ordinary, hostile, st.tuples(ordinary, hostile, ordinary).map("".join)
)
passages: SearchStrategy[Passage] = markdown.map(read)


@st.composite
def edited(draw: st.DrawFn, source: str) -> str:
    """The same Markdown after some edits: stretches taken out, put in, put elsewhere."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(source)))
        end = draw(st.integers(start, min(len(source), start + 40)))
        put = draw(st.one_of(st.just(""), word, sentences(3), sign, chunk.map("\n\n{}\n\n".format)))
        moved = source[start:end] if draw(st.integers(0, 4)) == 0 else ""
        source = source[:start] + put + source[end:] + moved
    return source


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Passage, Passage]:
    """A passage and what some edits made of it."""
    source = draw(markdown)
    return read(source), read(draw(edited(source)))


@st.composite
def families(draw: st.DrawFn, most: int = 3) -> tuple[Passage, list[Passage]]:
    """A passage and several proposals that were each made of it."""
    source = draw(markdown)
    proposals = draw(st.lists(edited(source).map(read), min_size=1, max_size=most))
    return read(source), proposals


LINE_WORDS = ("States", "act", "মানবাধিকার", "移民", "now")
lines: SearchStrategy[list[str]] = st.lists(
    st.lists(st.sampled_from(LINE_WORDS), min_size=1, max_size=5).map(" ".join),
    min_size=1,
    max_size=6,
)
"""Lines of words, none of which begins with the mark of an item."""
