"""Taking drafts and the record away, and bringing a text in, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from drafting.actions.export_record import ExportRecord, export_record
from drafting.rules.labels import spoken_head
from drafting.store.models import Edition
from tests.actions.test_export_record import without_zero_draft
from tests.cli.test_serve import drafting
from tests.factories.amendments import send_change
from tests.factories.editions import publish
from tests.factories.world import World, without_text

PAPER = "# One\n\nFirst words.\n\n# Two\n\n1. A call;\n2. Another call.\n"


@pytest.fixture
def record(world: World, tmp_path: Path) -> Path:
    """A file with the record of a statement, as the public takes it away."""
    without_zero_draft(world)
    send_change(world)
    publish(world)
    path = tmp_path / "record.json"
    path.write_bytes(
        export_record(world.session, world.actor("public"), ExportRecord(world.statement.slug))
    )
    return path


def test_a_sound_record_is_said_to_be_unchanged(record: Path) -> None:
    done = drafting("verify", str(record))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Nothing was changed: 3 entries, 1 published draft, last entry ")


def test_a_changed_record_is_refused_and_says_where(record: Path) -> None:
    facts = json.loads(record.read_text())
    facts["editions"][0]["sections"][0]["paragraphs"][1]["markdown"] += " Not agreed."
    record.write_text(json.dumps(facts))
    done = drafting("verify", str(record))
    assert done.returncode == 1
    assert done.stderr == "Zero draft: paragraph ¶2 was changed.\n"
    told = json.loads(drafting("verify", "--json", str(record)).stdout)
    assert told["faults"] == ["Zero draft: paragraph ¶2 was changed."]


def test_a_newer_record_is_held_against_an_older_one(
    record: Path, world: World, tmp_path: Path
) -> None:
    send_change(world, words="Every child must have a home.")
    newer = tmp_path / "newer.json"
    newer.write_bytes(
        export_record(world.session, world.actor("public"), ExportRecord(world.statement.slug))
    )
    grown = drafting("verify", str(newer), "--since", str(record))
    assert grown.returncode == 0, grown.stderr
    assert grown.stdout.endswith("The older record is whole in it; 1 entry new.\n")
    told = json.loads(drafting("verify", str(newer), "--since", str(record), "--json").stdout)
    assert (told["added"], told["faults"]) == (1, [])
    cut = drafting("verify", str(record), "--since", str(newer))
    assert (cut.returncode, cut.stdout) == (1, "")
    assert cut.stderr == "Entry 4 was cut off.\n"


def test_a_code_that_somebody_kept_is_looked_for(record: Path) -> None:
    head = json.loads(drafting("verify", str(record), "--json").stdout)["head"]
    assert drafting("verify", str(record), "--head", spoken_head(head)).returncode == 0
    lost = drafting("verify", str(record), "--head", "K7F2 M3QA 9XTB 4CDE")
    assert (lost.returncode, lost.stdout) == (1, "")
    assert lost.stderr == "No entry has this code: the record was made anew, or is another one.\n"


def test_a_living_text_is_checked_row_by_row(world: World, database: str) -> None:
    send_change(world)
    world.session.commit()
    sound = drafting("verify", "--live", "dhaka", DRAFTING_DATABASE_URL=database)
    assert sound.stdout == "Everything that pages show of dhaka is as its record tells it.\n"
    world.session.execute(text("UPDATE amendment_revisions SET reason = 'No reason.'"))
    world.session.commit()
    forged = drafting("verify", "--live", "dhaka", DRAFTING_DATABASE_URL=database)
    assert (forged.returncode, forged.stdout) == (1, "")
    assert "A1, revision 1, differs from entry 2." in forged.stderr


@pytest.mark.parametrize("words", [(), ("--live", "dhaka", "--head", "K7F2")])
def test_verify_asks_for_one_thing_to_check(words: tuple[str, ...]) -> None:
    assert drafting("verify", *words).returncode == 2


def test_what_is_no_record_is_refused_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("[]")
    done = drafting("verify", str(other))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: This file is not a record of Drafting.\n"
    assert drafting("verify", str(tmp_path / "nothing")).returncode == 2


def test_a_draft_is_written_to_a_file_or_to_the_terminal(
    world: World, database: str, tmp_path: Path
) -> None:
    publish(world)
    world.session.commit()
    variables = {"DRAFTING_DATABASE_URL": database}
    shown = drafting("export", "dhaka", "1", **variables)
    assert shown.stdout.startswith("# Statement on Governance\n\n**Rev. 1**")
    path = tmp_path / "rev-1.html"
    words = ("--format", "html", "--against", "0", "-o", str(path))
    assert drafting("export", "dhaka", "1", *words, **variables).returncode == 0
    assert path.read_text().startswith("<!doctype html>")


def test_a_draft_that_was_never_published_is_named_in_one_line(world: World, database: str) -> None:
    done = drafting("export", "dhaka", "9", DRAFTING_DATABASE_URL=database)
    assert done.returncode == 1
    house, error = done.stderr.splitlines()
    assert house.startswith("House: ")
    assert error.startswith("Error: ")


def test_a_text_is_looked_at_first_and_saved_on_request(
    world: World, database: str, tmp_path: Path
) -> None:
    without_text(world)
    paper = tmp_path / "paper.md"
    paper.write_text(PAPER)
    words = ("import", str(paper), "--statement", "dhaka")
    looked = drafting(*words, DRAFTING_DATABASE_URL=database)
    assert looked.returncode == 0, looked.stderr
    assert looked.stdout.splitlines()[-1] == "Look at it on the page, then save it."
    assert world.session.query(Edition).count() == 0
    world.session.commit()
    saved = drafting(*words, "--save", DRAFTING_DATABASE_URL=database)
    assert saved.stdout.splitlines()[-1] == "Saved as the Zero draft."
    assert world.session.query(Edition).count() == 1
