"""Two changed texts put into one on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_diff import bad_files, drafting
from tests.text.marked import case

CASES = sorted((Path(__file__).parents[1] / "cases" / "cli").glob("*.merge.txt"))


def texts(folder: Path, base: str, ours: str, theirs: str) -> list[Path]:
    """Write three texts, byte for byte."""
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (base, ours, theirs), strict=True):
        path.write_bytes(text.encode())
    return paths


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.removesuffix(".merge.txt"))
def test_two_sides_meet_as_their_case_says(path: Path, tmp_path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    paths = texts(tmp_path, *(parts[name] + "\n" for name in ("base", "ours", "theirs")))
    done = drafting("merge", *paths)
    assert done.exit_code == bool(parts["conflicts"])
    assert done.stdout.rstrip("\n") == parts["together"]
    assert done.stderr.rstrip("\n") == parts["conflicts"]


def test_the_result_may_take_the_place_of_ours(tmp_path: Path) -> None:
    paths = texts(tmp_path, "One two.\n", "One too.\n", "A one. One two.\n")
    done = drafting("merge", *paths, "-o", paths[1])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert paths[1].read_text(encoding="utf-8") == "A one. One too.\n"


def test_a_conflict_is_written_too_and_listed(tmp_path: Path) -> None:
    paths = texts(tmp_path, "We should act.\n", "We must act.\n", "We may act.\n")
    done = drafting("merge", *paths, "-o", paths[1])
    assert done.exit_code == 1
    assert paths[1].read_text(encoding="utf-8") == (
        "<<<<<<< ours\nWe must act.\n=======\nWe may act.\n>>>>>>> theirs\n"
    )
    assert done.stderr == "conflict 1: base “should”, ours “must”, theirs “may”\n"


@pytest.mark.parametrize(
    ("ours", "together"),
    [
        ("\ufeffOne.\r\n\r\nTwo.\r\n", "\ufeffOne.\r\n\r\nTwo.\r\n\r\nThree.\r\n"),
        ("One.\n\nTwo.", "One.\n\nTwo.\n\nThree."),
        ("One.\n\n\nTwo.\n", "One.\n\n\nTwo.\n\nThree.\n"),
    ],
    ids=["Windows", "no last line end", "two blank lines"],
)
def test_the_result_keeps_the_line_habits_of_ours(tmp_path: Path, ours: str, together: str) -> None:
    paths = texts(tmp_path, "One.\n\nTwo!\n", ours, "One.\n\nTwo!\n\nThree.\n")
    assert drafting("merge", *paths).stdout_bytes.decode() == together


def test_items_without_numbers_keep_their_sign(tmp_path: Path) -> None:
    base = "* peace\n* land\n"
    paths = texts(tmp_path, base, "* peace now\n* land\n", base + "* bread\n")
    assert drafting("merge", *paths).stdout == "* peace now\n* land\n* bread\n"


def test_items_with_numbers_count_on(tmp_path: Path) -> None:
    base = "1. peace\n2. land\n"
    paths = texts(tmp_path, base, "1. peace\n2. bread\n3. land\n", base + "3. water\n")
    assert drafting("merge", *paths).stdout == "1. peace\n2. bread\n3. land\n4. water\n"


def test_blank_lines_between_items_stay(tmp_path: Path) -> None:
    base = "1. peace\n\n2. land\n"
    paths = texts(tmp_path, base, "1. peace\n\n2. bread\n\n3. land\n", base + "\nSo be it.\n")
    assert drafting("merge", *paths).stdout == "1. peace\n\n2. bread\n\n3. land\n\nSo be it.\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "together"),
    [
        ("", "", "", ""),
        ("", "All new.\n", "", "All new.\n"),
        ("All old.\n", "", "All old.\n", ""),
        ("Same.\n", "Same.\n", "Same.\n", "Same.\n"),
        ("Old.\n", "New.\n", "New.\n", "New.\n"),
    ],
)
def test_texts_without_words_and_without_changes_merge(
    tmp_path: Path, base: str, ours: str, theirs: str, together: str
) -> None:
    done = drafting("merge", *texts(tmp_path, base, ours, theirs))
    assert (done.exit_code, done.stdout) == (0, together)


def test_nothing_is_written_when_a_file_cannot_be_read(tmp_path: Path) -> None:
    base, ours, theirs = texts(tmp_path, "One.\n", "One two.\n", "One.\n")
    for sentence, path in bad_files(tmp_path).items():
        for words in ((path, ours, theirs), (base, ours, path)):
            done = drafting("merge", *words, "-o", ours)
            assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
            assert sentence in done.stderr
            assert ours.read_text(encoding="utf-8") == "One two.\n"


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    done = drafting("merge", *texts(tmp_path, "One.\n", "One.\n", "One.\n"), "-o", tmp_path)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "cannot write" in done.stderr


def test_code_and_rules_stay_letter_for_letter(tmp_path: Path) -> None:
    code = "```\nfor x in y:\n    print(x)\n\n    more\n```"
    base = f"Intro text.\n\n{code}\n\nThe end is near.\n\n---\n"
    ours, theirs = base.replace("Intro", "First"), base.replace("near", "here")
    done = drafting("merge", *texts(tmp_path, base, ours, theirs))
    assert (done.exit_code, done.stdout) == (0, ours.replace("near", "here"))
