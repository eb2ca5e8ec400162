"""Real merges: how many come out as people made them, and the time against the yardstick."""

from __future__ import annotations

from collections import Counter

from benchmarks.yardstick import by_difflib, corpus, peak, seconds
from drafting.text import merge, read

SIDES = ("ours", "theirs")


def main() -> None:
    """Print the outcomes and the ratio."""
    rows = corpus("merges")
    ours = seconds(lambda: [merged(row) for row in rows])
    theirs = seconds(lambda: [by_difflib(row["base"], row[side]) for row in rows for side in SIDES])
    print(f"{len(rows)} merges, read and merged: {ours / theirs:.2f} × difflib of both sides")
    found = Counter((row["resolution"] in ("git", "merged"), merged(row)) for row in rows)
    for possible, name in ((True, "words allow"), (False, "people chose otherwise")):
        right, wrong = found[possible, "right"], found[possible, "different"]
        total = sum(count for key, count in found.items() if key[0] is possible)
        print(f"{total} that {name}: {right} as people made them, {wrong} clean and different")
    print(f"peak memory {peak():.0f} MB")


def merged(row: dict[str, str]) -> str:
    """What becomes of a real merge, in normal form."""
    result = merge(read(row["base"]), [read(row[side]) for side in SIDES])
    if result.conflicts:
        return "in conflict"
    return "right" if result.passage == read(row["resolved"]) else "different"


if __name__ == "__main__":
    main()
