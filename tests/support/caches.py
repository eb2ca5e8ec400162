"""What applications of one process keep from each other, and what they share.

What one drew is forgotten before another begins: rows of both have equal numbers. What templates
were compiled to is shared: they are the same files.
"""

from __future__ import annotations

from io import BytesIO

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from drafting.web.presenters.drawings import BLOCKS, BODIES
from drafting.web.presenters.editions_kept import SNAPSHOTS
from drafting.web.presenters.editions_marked import MARKED


def forget_drawings() -> None:
    """Empty the caches that are keyed by rows."""
    for cache in (BODIES, BLOCKS, SNAPSHOTS, MARKED):
        cache.forget()


class Templates(BytecodeCache):
    """Compiled templates by name and content, kept in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled from this very source."""
        if bucket.key in self.kept:
            bucket.load_bytecode(BytesIO(self.kept[bucket.key]))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


TEMPLATES = Templates()
