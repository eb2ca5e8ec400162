"""The text core: what a passage is, what changed in it, and how proposals meet.

    Markdown --read--> Passage --write--> Markdown      what is stored
             words --restyle--> Passage --plain--> words    what people edit
    Passage, Passage --diff--> Redline --take--> Passage    what changed, what is taken of it
    Passage, Passages --merge--> Merge                      many proposals in one text
    Redline, Passage --rebase--> Rebased                    a proposal on a newer text
    Passage, proposals --lay_out--> Compilation             all wishes in the text, place by place
    Redlines --cluster--> Clusters                          which of them belong on one table
    Passage, Steps --attribute--> Attribution               who wrote and who took out what
    Redline --pack--> JSON --unpack--> Redline              what is stored of a proposal
    Redline --keys--> Keys                                  what each block is called afterwards

Pure Python: no framework, no database, no clock, no environment. Only what is named here is for
the layers above.
"""

from __future__ import annotations

from drafting.text.attribution import Attribution, Authors, Gone, Span, Step, attribute
from drafting.text.caches import forget
from drafting.text.clusters import Clusters, cluster
from drafting.text.compilation import Compilation, Option, Place, lay_out
from drafting.text.credits import credited
from drafting.text.diff import diff
from drafting.text.inside import Stroke, inside, strokes
from drafting.text.keys import Keys, keys
from drafting.text.marking import Facts, Swap, editorial, facts
from drafting.text.meeting import meets
from drafting.text.merge import Conflict, Merge, Side, merge
from drafting.text.normal import normal
from drafting.text.passage import Block, Passage
from drafting.text.plain import plain
from drafting.text.reading import read
from drafting.text.rebase import Fate, Rebased, rebase
from drafting.text.redline import Change, Piece, Redline, after_ranges, pieces
from drafting.text.restyle import restyle
from drafting.text.settle import item_numbers
from drafting.text.stored import index, pack, place, unpack
from drafting.text.take import take
from drafting.text.tokens import CELL_EDGE, HARD_BREAK, Break, Mark, Token
from drafting.text.writing import write

__all__ = [
    "CELL_EDGE",
    "HARD_BREAK",
    "Attribution",
    "Authors",
    "Block",
    "Break",
    "Change",
    "Clusters",
    "Compilation",
    "Conflict",
    "Facts",
    "Fate",
    "Gone",
    "Keys",
    "Mark",
    "Merge",
    "Option",
    "Passage",
    "Piece",
    "Place",
    "Rebased",
    "Redline",
    "Side",
    "Span",
    "Step",
    "Stroke",
    "Swap",
    "Token",
    "after_ranges",
    "attribute",
    "cluster",
    "credited",
    "diff",
    "editorial",
    "facts",
    "forget",
    "index",
    "inside",
    "item_numbers",
    "keys",
    "lay_out",
    "meets",
    "merge",
    "normal",
    "pack",
    "pieces",
    "place",
    "plain",
    "read",
    "rebase",
    "restyle",
    "strokes",
    "take",
    "unpack",
    "write",
]
