"""The ways in which people edit a whole section with formatting: in one block, or several."""

from __future__ import annotations

from tests.random_house.draw import Draw
from tests.random_house.writing import EDITS, MARKS, Edit

OF_BLOCKS: list[Edit] = []


def edit_of_blocks(do: Edit) -> Edit:
    """Add a way to edit that needs several blocks in one field."""
    OF_BLOCKS.append(do)
    return do


def edited_section(markdown: str, draw: Draw) -> str:
    """Return the Markdown of a section after one to three edits, in one block or of blocks."""
    for _ in range(draw.choice((1, 1, 2, 3))):
        if draw.once_in(2):
            markdown = draw.one(OF_BLOCKS)(markdown, draw)
        else:
            blocks = blocks_of(markdown)
            at = draw.randrange(len(blocks))
            blocks[at] = draw.one(EDITS)(blocks[at], draw)
            markdown = text_of_blocks(blocks)
    return markdown


def blocks_of(text: str) -> list[str]:
    """Return what stands between blank lines; an empty text has one empty block."""
    return text.split("\n\n")


def text_of_blocks(blocks: list[str]) -> str:
    """Put blocks together again."""
    return "\n\n".join(blocks)


@edit_of_blocks
def a_block_moves(text: str, draw: Draw) -> str:
    blocks = blocks_of(text)
    block = blocks.pop(draw.randrange(len(blocks)))
    blocks.insert(draw.randint(0, len(blocks)), block)
    return text_of_blocks(blocks)


@edit_of_blocks
def a_block_goes(text: str, draw: Draw) -> str:
    blocks = blocks_of(text)
    del blocks[draw.randrange(len(blocks))]
    return text_of_blocks(blocks)


@edit_of_blocks
def two_blocks_become_one(text: str, draw: Draw) -> str:
    blocks = blocks_of(text)
    at = draw.randrange(len(blocks))
    return text_of_blocks([*blocks[:at], " ".join(blocks[at : at + 2]), *blocks[at + 2 :]])


@edit_of_blocks
def a_block_comes(text: str, draw: Draw) -> str:
    blocks = blocks_of(text)
    new = draw.one(MARKS) * draw.randrange(2) + draw.sentence()
    blocks.insert(draw.randint(0, len(blocks)), new)
    return text_of_blocks(blocks)


@edit_of_blocks
def a_block_stands_twice(text: str, draw: Draw) -> str:
    blocks = blocks_of(text)
    at = draw.randrange(len(blocks))
    blocks.insert(draw.randint(0, len(blocks)), blocks[at])
    return text_of_blocks(blocks)


@edit_of_blocks
def a_line_goes(text: str, draw: Draw) -> str:
    lines = text.split("\n")
    del lines[draw.randrange(len(lines))]
    return "\n".join(lines)


@edit_of_blocks
def a_line_goes_deeper(text: str, draw: Draw) -> str:
    lines = text.split("\n")
    at = draw.randrange(len(lines))
    lines[at] = f"   {lines[at]}"
    return "\n".join(lines)


@edit_of_blocks
def all_goes(text: str, draw: Draw) -> str:
    return ""


@edit_of_blocks
def all_is_new(text: str, draw: Draw) -> str:
    marks = [draw.one(MARKS) * draw.randrange(2) for _ in range(draw.randint(1, 5))]
    return text_of_blocks([mark + draw.sentence() for mark in marks])


@edit_of_blocks
def the_order_turns(text: str, draw: Draw) -> str:
    return text_of_blocks(blocks_of(text)[::-1])
