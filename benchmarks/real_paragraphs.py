"""Real paragraphs of 40 to 400 words: time against the yardstick, marks against a plain LCS."""

from __future__ import annotations

from benchmarks.yardstick import by_difflib, by_us, corpus, our_marks, peak, plain_marks, seconds
from drafting.text import plain, read


def main() -> None:
    """Print the ratios."""
    rows = [
        (row["old"], row["new"])
        for row in corpus("revisions")
        if row["level"] == "paragraph" and 40 <= int(row["words"]) <= 400
    ]
    ours = seconds(lambda: [by_us(*row) for row in rows])
    theirs = seconds(lambda: [by_difflib(*row) for row in rows])
    print(f"{len(rows)} paragraphs, read twice and compared: {ours / theirs:.2f} × difflib")
    marks = [our_marks(by_us(*row)) for row in rows]
    plain_ones = [plain_marks(*(plain(read(text)) for text in row)) for row in rows]
    words, fragments = (
        sum(one[k] for one in marks) / sum(one[k] for one in plain_ones) for k in (0, 1)
    )
    print(f"words marked {words:.2f} ×, fragments {fragments:.2f} × a plain LCS of the words")
    print(f"peak memory {peak():.0f} MB")


if __name__ == "__main__":
    main()
