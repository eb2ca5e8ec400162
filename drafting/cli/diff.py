"""Two texts compared on the command line, also in the place of git's own diff."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Literal

import click

from drafting.cli.textfiles import BadFile, TextFile, read_files
from drafting.exchange.spans import spans
from drafting.exchange.writers.terminal import COLOURS, PLAIN, hunks, marked
from drafting.text import Redline, read
from drafting.text import diff as compare

Form = Literal["text", "html", "json"]
NOTHING = "/dev/null"
RENAMED, UNMERGED = 9, 1
"""How many words git gives for a renamed file, and for one in conflict; else seven."""


@click.command(
    epilog="Example: drafting diff old.md new.md --format html > changes.html",
)
@click.argument("files", nargs=-1, metavar="OLD NEW")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json"]),
    default="text",
    help="Marked words (as wdiff), a web page, or facts for a program.",
)
@click.option("--git", is_flag=True, help="Take what git gives to diff.NAME.command.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours; auto: at a terminal only.",
)
@click.option("--pager", envvar="GIT_PAGER_IN_USE", default="", hidden=True)
@click.option("--no-color", envvar="NO_COLOR", default="", hidden=True)
def diff(
    files: tuple[str, ...], form: Form, git: bool, color: str, pager: str, no_color: str
) -> None:
    """Show what changed from OLD to NEW, word by word. A single - is standard input.

    Exits 0 when they say the same, 1 when not, 2 when a file cannot be used. Line ends inside a
    paragraph are no difference.
    """
    at_terminal = sys.stdout.isatty() or (git and bool(pager))
    coloured = color == "always" or (color == "auto" and at_terminal and not no_color)
    if git:
        _show_for_git(files, form, coloured=coloured)
        return
    if len(files) != 2:
        raise BadFile(f"diff takes two files, OLD and NEW, not {len(files)}")
    old, new = read_files(*files)
    redline = _compared(old, new)
    _say(drawn(redline, form, f"{old.name} → {new.name}", coloured=coloured))
    raise SystemExit(1 if redline.changes else 0)


def _compared(old: TextFile, new: TextFile) -> Redline:
    return compare(read(old.text), read(new.text))


def _say(text: str) -> None:
    click.echo(text.encode(), nl=False)


def drawn(redline: Redline, form: Form, title: str, *, coloured: bool, whole: bool = True) -> str:
    """Draw a comparison in one of the forms; as text whole or only around the changes."""
    if form == "html":
        # Pages need more modules, which no other form waits for.
        from drafting.exchange.writers.redline_html import write_page  # noqa: PLC0415  # see above

        return write_page(redline, title)
    found = spans(redline)
    if form == "json":
        from drafting.exchange.writers.redline_json import (  # noqa: PLC0415  # as above
            write_redline,
        )

        return write_redline(redline, found)
    draw = marked if whole else hunks
    return draw(found, COLOURS if coloured else PLAIN)


@dataclass(frozen=True, slots=True)
class GitPair:
    """What git says of one file: its name, and where its two versions stand."""

    name: str
    old: str
    new: str
    new_name: str
    modes: tuple[str, str]


def git_pair(words: tuple[str, ...]) -> GitPair:
    """Read git's words: path, old file, hex and mode, new file, hex and mode, perhaps a new path.

    Raises: BadFile.
    """
    if len(words) not in (7, RENAMED):
        raise BadFile(f"with --git diff takes git's seven or nine words, not {len(words)}")
    name, old, _, old_mode, new, _, new_mode = words[:7]
    new_name = words[7] if len(words) == RENAMED else name
    return GitPair(name, old, new, new_name, (old_mode, new_mode))


def _show_for_git(words: tuple[str, ...], form: Form, *, coloured: bool) -> None:
    """Show one file to git, which takes any other exit status than 0 for a crash."""
    if len(words) == UNMERGED:
        _say(f"* Unmerged path {words[0]}\n")
        return
    pair = git_pair(words)
    try:
        redline = _compared(*read_files(pair.old, pair.new))
    except BadFile as error:
        _say(f"{_heading(pair)}{error.format_message()}\n")
        return
    title = pair.name if pair.name == pair.new_name else f"{pair.name} → {pair.new_name}"
    text = drawn(redline, form, title, coloured=coloured, whole=False)
    _say(_heading(pair) + text if form == "text" else text)


def _heading(pair: GitPair) -> str:
    """The lines that git itself puts above the changes of a file."""
    old = NOTHING if pair.old == NOTHING else f"a/{pair.name}"
    new = NOTHING if pair.new == NOTHING else f"b/{pair.new_name}"
    lines = [f"diff --drafting a/{pair.name} b/{pair.new_name}"]
    if pair.modes[0] != pair.modes[1] and "." not in pair.modes:
        lines += [f"old mode {pair.modes[0]}", f"new mode {pair.modes[1]}"]
    return "".join(f"{line}\n" for line in (*lines, f"--- {old}", f"+++ {new}"))
