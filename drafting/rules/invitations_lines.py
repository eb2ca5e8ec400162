"""The lines that people paste to invite others: one person a line, its cells in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from drafting.errors import N_
from drafting.rules.actors import GROUP_RIGHTS, Right
from drafting.rules.invitations import PROGRAMME, Invitee, Role
from drafting.rules.marks import LONGEST_GROUP, folded

FOR_ALL: Mapping[str, Right] = {
    "moderator": Right.DECIDE,
    "rapporteur": Right.ENTER,
    "reader": Right.READ,
}
"""Titles that go with a right over all groups, and stand where the group stands."""

PRINTED_ONLY = frozenset({"discussion starter", "facilitator"})
"""Titles that give no right: beside a group its people write or send, without one they read."""

YES = frozenset(
    {"yes", "y", "1", "true", "send", "sends", "sender", "senders"}
    | {"oui", "o", "sí", "si", "s", "sim", "да", "نعم", "হ্যাঁ"}
)
NO = frozenset(
    {"-", "no", "n", "0", "false", "write", "writes", "writer", "writers", "delegate", "delegates"}
    | {"non", "não", "nao", "нет", "لا", "না"}
)

SEPARATORS = ("\t", ";؛；", ",،，、")
"""What parts the cells of a line: the strongest that stands in it, and no other."""

QUOTED = r'"(?:[^"]|"")*"'
QUOTE = re.compile(QUOTED)
CELLS = {signs: re.compile(rf"( *(?:{QUOTED})?[^{signs}]*)(?:[{signs}]|$)") for signs in SEPARATORS}
LISTED = re.compile(r"(?:\d+[.)]|[-–—•*·])\s+")
"""The mark of a list, as it comes along from Word or a mail."""
MAILED = re.compile(r"([^<>]*)<\s*(?:mailto:)?([^<>]*)>\s*")
"""*Lina Haddad <lina@example.org>*, as mail programs write it."""


class Cell(StrEnum):
    """What a cell says; `OTHER` is what no rule knows, above all a name."""

    NUMBER = "number"
    NAME = "name"
    GROUP = "group"
    TITLE = "title"
    ANSWER = "answer"
    MAIL = "mail"
    ORGANISATION = "organisation"
    OTHER = "other"


HEADS: Mapping[str, Cell] = {
    word: kind
    for kind, words in {
        Cell.NUMBER: "#|no|no.|nr|nr.|number",
        Cell.NAME: "name|names|full name|person|first name|given name|last name|family name"
        "|surname|nom|prénom|nombre|apellido|apellidos|nome|имя|الاسم|নাম",
        Cell.GROUP: "group|groups|mark|region|groupe|grupo|группа|المجموعة|দল",
        Cell.TITLE: "title|role|right|function|titre|rôle|título|rol",
        Cell.ANSWER: "sends|send|sender|sends yes/no|sends yes or no|yes/no",
        Cell.MAIL: "mail|email|e-mail|mail address|email address|e-mail address|mail or nothing"
        "|courriel|correo|correo electrónico",
        Cell.ORGANISATION: "organisation|organization|organización|organização|network",
    }.items()
    for word in words.split("|")
}
"""What stands over the columns of a list."""

Found = dict[Cell, list[str]]


def read_lines(text: str, marks: Mapping[str, str], *, founds: bool = False) -> tuple[Invitee, ...]:
    """Read one person a line; blank ones count for nothing, a first line of headings says more.

    `marks` gives a group's mark by its mark or name, `folded`. With `founds` a word at the place
    of the group stands for a group that does not exist yet. Nothing is dropped: what cannot be
    read stays in `source`.
    """
    lines = [line.strip() for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    heads = headings(lines[0]) if lines else ()
    return tuple(read_all(lines[1:] if heads else lines, heads, dict(marks), founds=founds))


def read_all(
    lines: Iterable[str], heads: Sequence[Cell], marks: dict[str, str], *, founds: bool
) -> Iterator[Invitee]:
    """Yield the people; a group once named is known to the lines after it."""
    for line in lines:
        one = read_line(line, marks, heads, founds=founds)
        if one.role and one.role.mark:
            marks.setdefault(folded(one.role.mark), one.role.mark)
        yield one


def headings(line: str) -> tuple[Cell, ...]:
    """Return what stands in which column; nothing when the line is no line of headings."""
    cells = cells_of(line)
    while cells and not cells[-1]:
        del cells[-1]
    kinds = tuple(HEADS.get(folded(cell).rstrip(" :?*"), Cell.OTHER) for cell in cells)
    sound = len(kinds) > 1 and Cell.NAME in kinds and Cell.OTHER not in kinds
    return kinds if sound else ()


def read_line(
    line: str, marks: Mapping[str, str], heads: Sequence[Cell] = (), *, founds: bool = False
) -> Invitee:
    """Read one line. What it says twice is refused at the right, with the reason."""
    found = sort_cells(cells_of(line), marks, heads)
    name = name_of(found)
    if not found[Cell.GROUP] and not stands_alone(found[Cell.TITLE]):
        found[Cell.GROUP] = found[Cell.OTHER][:1]
        found[Cell.OTHER] = found[Cell.OTHER][1:]
    title = title_in(found[Cell.TITLE][0]) if found[Cell.TITLE] else ""
    reason = next(contradictions(found, marks), "")
    read = Invitee(
        name=name,
        role=None if reason else role_of(found, title, marks, founds=founds),
        email=next(iter(found[Cell.MAIL]), ""),
        title=title if title in PROGRAMME else "",
        organisation=" ".join(found[Cell.ORGANISATION]),
        source=line,
        reason=reason,
    )
    return replace(read, doubts=tuple(doubts(found, read.role)))


def cells_of(line: str) -> list[str]:
    """Part a line into cells; what stands in quotes at the beginning of one holds together."""
    line = LISTED.sub("", line, count=1) if LISTED.match(line) else line
    bare = QUOTE.sub("", line)
    signs = next((signs for signs in SEPARATORS if set(signs) & set(bare)), SEPARATORS[-1])
    return [unquoted(part) for part in CELLS[signs].findall(line)]


def unquoted(part: str) -> str:
    """Return the words of a cell without the quotes around them, blanks as one."""
    part = part.strip()
    quoted = QUOTE.match(part)
    if quoted:
        part = quoted[0][1:-1].replace('""', '"') + part[quoted.end() :]
    return " ".join(part.split())


def sort_cells(cells: Sequence[str], marks: Mapping[str, str], heads: Sequence[Cell]) -> Found:
    """Sort the cells by what they say; where nobody is named, the first of two alike is a name."""
    found: Found = {kind: [] for kind in Cell}
    for place, cell in enumerate(cells):
        head = heads[place] if place < len(heads) else Cell.OTHER
        for kind, words in kinds_of(cell, head, marks):
            found[kind].append(words)
    drop_number(found, cells)
    first = next((cell for cell in cells if cell), "")
    kind = kind_of(first, marks)
    if not found[Cell.NAME] and not found[Cell.OTHER] and len(found[kind]) > 1:
        found[Cell.NAME].append(found[kind].pop(0))
    return found


def drop_number(found: Found, cells: Sequence[str]) -> None:
    """Take the number of the row out, where the list has one in front."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 2 and filled[0].isdecimal():
        for words in found.values():
            if words and words[0] == filled[0]:
                del words[0]


def kinds_of(cell: str, head: Cell, marks: Mapping[str, str]) -> Iterator[tuple[Cell, str]]:
    """Yield what a cell says, and its words: two things for *Lina <lina@example.org>*."""
    mailed = MAILED.fullmatch(cell)
    if mailed:
        yield from kinds_of(mailed[1].strip(' "'), head, marks)
        yield from kinds_of(mailed[2].strip(), Cell.MAIL, marks)
    elif cell:
        yield under(head, kind_of(cell, marks)), cell.removeprefix("mailto:")


def under(head: Cell, kind: Cell) -> Cell:
    """Return what a cell says in a column with this heading: it counts where words are free."""
    if head in {Cell.NAME, Cell.ORGANISATION, Cell.NUMBER} and kind is not Cell.MAIL:
        return head
    return head if kind is Cell.OTHER and head in {Cell.GROUP, Cell.MAIL} else kind


def kind_of(cell: str, marks: Mapping[str, str]) -> Cell:
    """Return what a cell says by itself."""
    word = folded(cell)
    if "@" in word:
        return Cell.MAIL
    if title_in(cell):
        return Cell.TITLE
    if word in marks:
        return Cell.GROUP
    return Cell.ANSWER if word in YES | NO else Cell.OTHER


def title_in(cell: str) -> str:
    """Return the title that a cell names, or nothing."""
    word = folded(cell).removesuffix("s")
    return word if word in FOR_ALL or word in PRINTED_ONLY else ""


def stands_alone(titles: Sequence[str]) -> bool:
    """Say whether a title stands there that needs no group beside it."""
    return any(title_in(title) in FOR_ALL for title in titles)


def name_of(found: Found) -> str:
    """Take the name out of what was found: under its heading, else the first unknown words."""
    if found[Cell.NAME]:
        return " ".join(found[Cell.NAME])
    return found[Cell.OTHER].pop(0) if found[Cell.OTHER] else ""


def role_of(found: Found, title: str, marks: Mapping[str, str], *, founds: bool) -> Role | None:
    """Return the right that a line asks for; None where it names no group that may be."""
    sends = any(folded(word) in YES for word in found[Cell.ANSWER])
    if title in FOR_ALL:
        return Role(FOR_ALL[title])
    if not found[Cell.GROUP]:
        return Role(Right.READ) if title and not sends else None
    word = found[Cell.GROUP][0]
    mark = marks.get(folded(word), word if founds and can_be_group(word) else "")
    unsure = {folded(one) in YES for one in found[Cell.ANSWER]} == {True, False}
    return Role(Right.SEND if sends and not unsure else Right.WRITE, mark) if mark else None


def can_be_group(word: str) -> bool:
    """Say whether words can name a group."""
    return any(sign.isalpha() for sign in word) and len(word) <= LONGEST_GROUP


def contradictions(found: Found, marks: Mapping[str, str]) -> Iterator[str]:
    """Yield why a line cannot be one invitation."""
    titles = {title_in(title) for title in found[Cell.TITLE]}
    groups = {marks.get(folded(word), word) for word in found[Cell.GROUP]}
    if len({folded(mail) for mail in found[Cell.MAIL]}) > 1:
        yield N_("This line holds two mail addresses. Write one person a line.")
    if len(titles) > 1:
        yield N_("This line names two titles. Choose what this person may do.")
    if titles & set(FOR_ALL) and groups:
        yield N_("This title is for all groups, but the line names one. Choose what is meant.")
    if len(groups) > 1:
        yield N_("This line names two groups. Choose one, and write another line for the other.")


def doubts(found: Found, role: Role | None) -> Iterator[str]:
    """Yield what is worth a look: an answer that is none, and words that found no place."""
    rest = found[Cell.OTHER]
    answers = {folded(word) in YES for word in found[Cell.ANSWER]}
    asks = role is not None and role.right in GROUP_RIGHTS
    if asks and (len(answers) > 1 or (rest and not answers)):
        yield N_("Does this person send?")
        rest = rest[1:] if not answers else rest
    if rest:
        yield N_("Not all words of this line were understood. Only what stands below is kept.")


def new_words(invitees: Iterable[Invitee], marks: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that stand for groups which do not exist yet, each once."""
    words = [one.role.mark for one in invitees if one.role and one.role.mark]
    return tuple({folded(word): word for word in words if folded(word) not in marks}.values())


def settled(invitees: Iterable[Invitee], marks: Mapping[str, str]) -> tuple[Invitee, ...]:
    """Return the same people, with the groups that exist by now under their own marks."""
    return tuple(
        replace(one, role=Role(one.role.right, marks.get(folded(one.role.mark), one.role.mark)))
        if one.role
        else one
        for one in invitees
    )
