"""The text core: what a passage is, what changed in it, and how proposals meet.

    Markdown --read--> Passage --write--> Markdown      what is stored
             words --restyle--> Passage --plain--> words    what people edit
    Passage, Passage --diff--> Redline --take--> Passage    what changed, what is taken of it
    Passage, Passages --merge--> Merge                      many proposals in one text
    Redline, Passage --rebase--> Rebased                    a proposal on a newer text
    Redline --pack--> JSON --unpack--> Redline              what is stored of a proposal
    Redline --keys--> Keys                                  what each block is called afterwards

Pure Python: no framework, no database, no clock, no environment. Only what is named here is for
the layers above.
"""

from __future__ import annotations

from drafting.text.normal import normal
from drafting.text.passage import Block, Break, Mark, Passage, Token, forget
from drafting.text.plain import plain
from drafting.text.reading import read
from drafting.text.writing import write

__all__ = [
    "Block",
    "Break",
    "Mark",
    "Passage",
    "Token",
    "forget",
    "normal",
    "plain",
    "read",
    "write",
]
