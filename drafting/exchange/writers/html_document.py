"""A whole published draft as one HTML file that needs nothing else, for screen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from drafting.exchange.writers.html import HtmlBlock, Style, blocks, body
from drafting.exchange.writers.html_inline import NOTHING, join
from drafting.exchange.writers.html_look import LOOK
from drafting.text import Redline

PAGE = Markup("""\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
{look}</style>
</head>
<body>
<main>
<header>
<h1>{title}</h1>
{head}</header>
{sections}</main>
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One section of the file.

    `numbers` are the ¶ numbers of the new text's blocks (“3”, “10 bis”, empty for none).
    """

    title: str
    text: Redline
    style: Style = field(default_factory=Style)
    numbers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the file says.

    `head` are the lines under the title (name, day, digest); `warning` is the sentence that a
    text which is not final carries.
    """

    title: str
    language: str
    direction: str
    head: Sequence[str]
    sections: Sequence[SheetSection]
    warning: str = ""


def document(sheet: Sheet) -> str:
    """Draw the file; the same sheet gives the same bytes."""
    head = [Markup("<p>{}</p>\n").format(line) for line in sheet.head]
    if sheet.warning:
        head.insert(0, Markup('<p class="working"><strong>{}</strong></p>\n').format(sheet.warning))
    return str(
        PAGE.format(
            language=sheet.language,
            direction=sheet.direction,
            title=sheet.title,
            look=LOOK,
            head=join(head),
            sections=join(_section(section) for section in sheet.sections),
        )
    )


def _section(section: SheetSection) -> Markup:
    style = replace(section.style, top=max(section.style.top, 3))
    if section.numbers:
        parts = [_numbered(block, section.numbers) for block in blocks(section.text, style)]
        inside = join(parts)
    else:
        inside = body(section.text, style)
    return Markup("<section>\n{}{}\n</section>\n").format(_title(section), inside)


def _title(section: SheetSection) -> Markup:
    if not section.title:
        return NOTHING
    return Markup("<h2>{}</h2>\n").format(section.title)


def _numbered(block: HtmlBlock, numbers: Sequence[str]) -> Markup:
    number = numbers[block.after] if block.after is not None and block.after < len(numbers) else ""
    sign = Markup('<span class="number">¶<bdi>{}</bdi></span>').format(number)
    row = Markup('<div class="para">{}<div>{}</div></div>\n')
    return row.format(sign if number else NOTHING, block.html)
