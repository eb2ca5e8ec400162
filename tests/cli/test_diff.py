"""Two texts compared on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner, Result

from drafting.cli import main
from drafting.cli.textfiles import MOST_MEGABYTES
from tests.text.marked import case

CASES = sorted((Path(__file__).parents[1] / "cases" / "cli").glob("*.diff.txt"))

OLD = "The States should act in all regions. They report to the assembly each year."
NEW = "The States must act in all regions. They report to the assembly of members each year."


def drafting(*words: str | Path, typed: str | bytes = "", **variables: str) -> Result:
    """Run the command in this process."""
    return CliRunner(env={"NO_COLOR": None, "GIT_PAGER_IN_USE": None, **variables}).invoke(
        main, [str(word) for word in words], input=typed
    )


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.md"
    path.write_text(f"{OLD}\n", encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.md"
    path.write_text(f"{NEW}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.removesuffix(".diff.txt"))
def test_a_text_is_marked_as_its_case_says(path: Path, tmp_path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    for name in ("before", "after"):
        (tmp_path / name).write_text(parts[name] + "\n", encoding="utf-8")
    done = drafting("diff", tmp_path / "before", tmp_path / "after")
    assert (done.exit_code, done.stdout.rstrip("\n")) == (1, parts["marked"])


def test_equal_texts_end_with_zero_and_stand_unmarked(old: Path) -> None:
    done = drafting("diff", old, old)
    assert (done.exit_code, done.stdout) == (0, f"{OLD}\n")


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + OLD.encode() + b"\n",
        OLD.encode() + b"\r\n",
        OLD.encode(),
        OLD.replace(" act", "\n  act").encode() + b"\n\n\n",
    ],
    ids=["byte order mark", "carriage returns", "no last line end", "wrapped"],
)
def test_habits_of_lines_are_no_difference(old: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "same.md").write_bytes(data)
    assert drafting("diff", old, tmp_path / "same.md").exit_code == 0


def test_one_text_may_come_from_standard_input(old: Path) -> None:
    done = drafting("diff", old, "-", typed=OLD.replace("should", "must"))
    assert done.exit_code == 1
    assert done.stdout == (OLD.replace("should", "[-should-]{+must+}") + "\n")


def test_json_has_exactly_the_promised_shape(old: Path, new: Path) -> None:
    done = drafting("diff", old, new, "--format", "json")
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "equal": False,
        "before": OLD,
        "after": NEW,
        "changes": [
            {"start": 11, "end": 17, "removed": "should", "inserted": "must", "kind": "replace"},
            {"start": 66, "end": 66, "removed": "", "inserted": "of members ", "kind": "insert"},
        ],
        "words": {"kept": 13, "removed": 1, "inserted": 3},
    }


def test_json_says_where_a_move_goes(tmp_path: Path) -> None:
    blocks = ["The sea is deep.", "The land is wide.", "The air is thin."]
    (tmp_path / "old").write_text("\n\n".join(blocks), encoding="utf-8")
    (tmp_path / "new").write_text("\n\n".join(blocks[1:] + blocks[:1]), encoding="utf-8")
    facts = json.loads(drafting("diff", tmp_path / "old", tmp_path / "new", "--format=json").stdout)
    (move,) = facts["changes"]
    assert (move["kind"], move["removed"], move["inserted"]) == ("move", "", "")
    assert {"start", "end", "to"} < set(move)


def test_a_web_page_needs_nothing_else(old: Path, new: Path) -> None:
    page = drafting("diff", old, new, "--format", "html").stdout
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<del" in page
    assert "Words: 1 out, 3 in, 13 kept" in page
    assert not any(word in page for word in ("<script", "<link", "src=", "@import", "url("))


def test_a_web_page_runs_from_right_to_left_as_its_text_does(tmp_path: Path) -> None:
    (tmp_path / "ar.md").write_text("كُلُّ إِنسانٍ لَهُ حَقٌّ", encoding="utf-8")
    page = drafting("diff", tmp_path / "ar.md", tmp_path / "ar.md", "--format", "html").stdout
    assert 'dir="rtl"' in page
    assert "No word is different." in page


def test_colours_can_be_asked_for_and_are_not_sent_into_a_file(old: Path, new: Path) -> None:
    assert "\033[" not in drafting("diff", old, new).stdout
    assert "\033[31m[-should-]" in drafting("diff", old, new, "--color=always").stdout


def bad_files(folder: Path) -> dict[str, Path]:
    """Make files that cannot be used; by the sentence that says why."""
    (folder / "latin").write_bytes(b"caf\xe9")
    (folder / "zero").write_bytes(b"a\0b")
    with (folder / "huge").open("wb") as file:
        file.truncate(MOST_MEGABYTES * 1_000_000 + 1)
    return {
        "latin is not text in UTF-8 (byte 4)": folder / "latin",
        "it holds a zero byte": folder / "zero",
        f"larger than {MOST_MEGABYTES} MB": folder / "huge",
        "Is a directory": folder,
        "No such file": folder / "missing",
    }


def test_a_file_that_cannot_be_used_is_refused_in_one_line(old: Path, tmp_path: Path) -> None:
    for sentence, path in bad_files(tmp_path).items():
        done = drafting("diff", old, path)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert sentence in done.stderr


@pytest.mark.parametrize("words", [(), ("a",), ("-", "-"), ("--git", "a", "b")])
def test_a_wrong_number_of_files_is_said_in_one_line(words: tuple[str, ...]) -> None:
    done = drafting("diff", *words)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_the_page_of_help_shows_an_example() -> None:
    for command in ("diff", "merge"):
        assert f"Example: drafting {command} " in drafting(command, "--help").stdout


def test_git_is_told_of_a_text_in_conflict_and_of_a_new_mode(old: Path, new: Path) -> None:
    assert drafting("diff", "--git", "text.md").stdout == "* Unmerged path text.md\n"
    words = ("text.md", old, "1a", "100644", new, "2b", "100755")
    done = drafting("diff", "--git", *words)
    assert done.exit_code == 0
    assert "\nold mode 100644\nnew mode 100755\n--- a/text.md\n" in done.stdout
    assert drafting("diff", "--git", *words, "--format=json").stdout.startswith("{")


def test_another_kind_of_blank_is_shown(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("Pay 10 % of it.", encoding="utf-8")
    (tmp_path / "new").write_text("Pay 10\u00a0% of it.", encoding="utf-8")
    done = drafting("diff", tmp_path / "old", tmp_path / "new")
    assert done.stdout == "Pay 10[- -]{+\u00a0+}% of it.\n"
