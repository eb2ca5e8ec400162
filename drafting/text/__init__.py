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

Each room stands on the ones below it:

    meetings            how the proposals of many groups meet, and whose words stand
    typed | weights     what a person typed; what in a change must not be missed
    changes             what differs, found, tidied, taken, stored
    markdown            reading, writing, normal form
    passages            words with marks, in blocks with breaks

Pure Python: no framework, no database, no clock, no environment. Only what is named here is for
the layers above.
"""

from __future__ import annotations

from drafting.text.changes.diff import diff, exact
from drafting.text.changes.excerpts import Excerpt, alone, excerpts
from drafting.text.changes.inside import Stroke, inside, strokes
from drafting.text.changes.keys import Keys, keys
from drafting.text.changes.lying import blocks_at, blocks_of, edited_blocks
from drafting.text.changes.redline import Change, Kind, Piece, Redline, after_ranges, pieces
from drafting.text.changes.stored import index, pack, place, unpack
from drafting.text.changes.take import take
from drafting.text.markdown.normal import normal
from drafting.text.markdown.reading import read
from drafting.text.markdown.writing import write
from drafting.text.meetings.attribution import Attribution, Gone, Span, attribute
from drafting.text.meetings.clusters import Clusters, cluster
from drafting.text.meetings.compilation import Compilation, Option, Place, lay_out
from drafting.text.meetings.course import Authors, Step
from drafting.text.meetings.credits import credited
from drafting.text.meetings.meeting import meets
from drafting.text.meetings.merge import Conflict, Merge, Side, merge
from drafting.text.meetings.rebase import Fate, Rebased, rebase
from drafting.text.passages.caches import forget
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.plain import plain
from drafting.text.passages.settle import item_numbers, numbered
from drafting.text.passages.tokens import CELL_EDGE, HARD_BREAK, Break, Mark, Token
from drafting.text.typed.field import from_field
from drafting.text.typed.restyle import restyle
from drafting.text.weights.marking import Facts, Swap, editorial, facts

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
    "Excerpt",
    "Facts",
    "Fate",
    "Gone",
    "Keys",
    "Kind",
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
    "alone",
    "attribute",
    "blocks_at",
    "blocks_of",
    "cluster",
    "credited",
    "diff",
    "edited_blocks",
    "editorial",
    "exact",
    "excerpts",
    "facts",
    "forget",
    "from_field",
    "index",
    "inside",
    "item_numbers",
    "keys",
    "lay_out",
    "meets",
    "merge",
    "normal",
    "numbered",
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
