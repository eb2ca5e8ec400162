"""Sending: numbered, lettered, carried, journalled, once; kept as a draft while it is closed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from drafting.actions.steps.proposals import heading_now
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.errors import BadInput, Forbidden, NotVisible, Refused, Unchanged
from drafting.rules.edits import Wording
from drafting.rules.journal import EventKind, salted
from drafting.rules.lifecycle import Audience, Status
from drafting.store.models import Amendment, Hand, Outline, Question
from drafting.store.models.questions import QuestionKind
from drafting.store.models.sections import SectionKind, Source
from drafting.store.queries.amendments import latest, load_whole
from drafting.store.queries.sections import present_outline
from drafting.text import plain, read
from tests.factories.amendments import (
    WORDS,
    entries_of,
    form_key,
    keep_draft,
    lose_senders,
    send_change,
    words_for,
)
from tests.factories.world import NOON, World
from tests.support.databases import both_databases

AFTER_CLOSE = NOON + timedelta(hours=6, minutes=1)
LONG_AFTER = NOON + timedelta(hours=7)


@both_databases
def test_what_is_sent_is_numbered_lettered_and_carried(world: World) -> None:
    row = send_change(world)
    part = latest(row).parts[0]
    assert (row.number, row.status, row.sent_at) == (1, Status.SUBMITTED, NOON)
    assert [(c["letter"], c["before"], c["after"]) for c in part.changes] == [
        ("a", "should", "must")
    ]
    assert part.carried is not None
    assert part.carried.fates == {"a": "carried"}
    assert latest(row).heading == ""


def test_other_blocks_stay_untouched(world: World) -> None:
    part = latest(send_change(world)).parts[0]
    before, after = read(world.versions[0].markdown), read(part.markdown or "")
    assert before.blocks[0] == after.blocks[0]
    assert before.blocks[2] == after.blocks[2]
    assert plain(after).count("must") == 1


def test_numbers_run_over_the_statement(world: World) -> None:
    assert [send_change(world, who).number for who in ("sender", "african", "european")] == [
        1,
        2,
        3,
    ]


@both_databases
def test_a_form_sent_twice_makes_one(world: World) -> None:
    key = form_key()
    first = send_change(world, key=key)
    second = send_change(world, key=key)
    assert first.id == second.id
    assert world.session.scalar(select(func.count()).select_from(Amendment)) == 1


def test_the_same_key_of_another_person_is_another_form(world: World) -> None:
    key = form_key()
    assert send_change(world, key=key).id != send_change(world, "african", key=key).id


def test_a_key_that_no_page_gave_out_is_refused(world: World) -> None:
    with pytest.raises(BadInput):
        send_change(world, key="12")


def test_the_journal_tells_the_public_the_day_and_keeps_the_words_apart(world: World) -> None:
    row = send_change(world)
    (entry,) = entries_of(world)
    assert entry.kind == EventKind.SUBMITTED
    assert entry.public == {"v": 2, "kind": "meeting", "at": "2026-11-24"}
    told = entry.private
    assert told is not None
    assert (told["amendment"], told["group"], told["revision"]) == ("A1", "Asia", 1)
    assert told["why"] == salted(bytes.fromhex(told["salt"]), "It must bind.")
    assert (entry.words or {})[told["why"]] == "It must bind."
    assert "must" not in str(told)
    hand = world.session.scalars(select(Hand).where(Hand.entry_id == entry.id)).one()
    assert (hand.person_id, hand.amendment_id) == (world.people["sender"].id, row.id)


def test_unchanged_words_are_refused(world: World) -> None:
    same = plain(read(world.versions[0].markdown)).split("\n\n")[1]
    with pytest.raises(Unchanged):
        send_change(world, words=same)


def test_typed_stars_are_stars(world: World) -> None:
    row = send_change(world, words=WORDS.replace("must", "*must*"))
    assert "*must*" in plain(read(latest(row).parts[0].markdown or ""))


def test_a_blank_line_begins_a_paragraph_and_no_words_drop_it(world: World) -> None:
    more = send_change(world, words=WORDS + "\n\nStates should report each year.")
    fewer = send_change(world, words="  ")
    count = len(read(world.versions[0].markdown).blocks)
    assert len(read(latest(more).parts[0].markdown or "").blocks) == count + 1
    assert len(read(latest(fewer).parts[0].markdown or "").blocks) == count - 1


def test_one_item_of_a_list_is_changed_alone(world: World) -> None:
    edit = words_for(world, "End the detention of all children at once;", section=1, block=1)
    row = send_change(world, words=edit)
    changes = latest(row).parts[0].changes
    assert [(c["before"], c["after"]) for c in changes] == [("", "all")]
    assert "1. End the detention of all children" in (latest(row).parts[0].markdown or "")


def test_a_frame_takes_no_changes(world: World) -> None:
    with pytest.raises(Refused):
        send_change(world, words=words_for(world, "Nowhere.", section=2, block=0))


@pytest.mark.parametrize(("who", "error"), [("writer", Forbidden), ("african", Forbidden)])
def test_only_its_senders_send_for_a_group(world: World, who: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        send_change(world, who, group="ASIA")


@pytest.mark.parametrize("who", ["public", "former"])
def test_who_sees_nothing_finds_nothing(world: World, who: str) -> None:
    with pytest.raises(NotVisible):
        send_change(world, who, group="ASIA")


def test_writers_send_for_a_group_whose_last_sender_has_gone(world: World) -> None:
    lose_senders(world, "ASIA")
    row = send_change(world, "writer")
    assert (row.number, row.sent_by_writer) == (1, True)


@pytest.mark.parametrize("who", ["rapporteur", "moderator"])
def test_what_is_entered_waits_for_the_groups_yes(world: World, who: str) -> None:
    row = send_change(world, who, group="AFR")
    question = world.session.scalars(select(Question)).one()
    assert (row.entered, row.unconfirmed, row.late) == (True, True, False)
    assert (question.kind, question.group_id) == (QuestionKind.ENTERED, world.groups["AFR"].id)
    assert question.until > NOON


@both_databases
def test_while_it_is_closed_words_are_kept_as_a_draft(world: World) -> None:
    row = send_change(world, at=LONG_AFTER)
    assert (row.number, row.status) == (None, Status.DRAFT)
    assert latest(row).parts[0].changes[0]["after"] == "must"
    assert not entries_of(world)


def test_what_was_ready_is_sent_in_the_grace(world: World) -> None:
    ready, fresh = keep_draft(world, ready=True), keep_draft(world, words=WORDS[:-1] + "!")
    assert send_draft(world, ready, AFTER_CLOSE).number == 1
    assert send_draft(world, fresh, AFTER_CLOSE, Wording(())).number is None


def test_after_the_grace_nothing_of_a_group_is_sent(world: World) -> None:
    ready = keep_draft(world, ready=True)
    assert send_draft(world, ready, LONG_AFTER).status is Status.READY


def test_one_who_enters_may_do_so_late(world: World) -> None:
    row = send_change(world, "rapporteur", group="AFR", at=LONG_AFTER)
    assert (row.number, row.late) == (1, True)


def test_a_draft_kept_by_a_lost_answer_is_sent_by_the_same_form(world: World) -> None:
    key = form_key()
    kept = send_change(world, key=key, at=LONG_AFTER)
    world.session.flush()
    sent = send_change(world, key=key, at=NOON)
    assert (sent.id, sent.number) == (kept.id, 1)


def test_a_draft_is_not_sent_into_a_section_locked_since(world: World) -> None:
    draft = keep_draft(world)
    world.sections[0].kind = SectionKind.LOCKED
    world.session.flush()
    with pytest.raises(Refused, match="Your draft is kept"):
        send_draft(world, draft)
    assert load_whole(world.session, draft.id).number is None


def test_a_draft_is_not_sent_into_a_section_taken_out_since(world: World) -> None:
    draft = keep_draft(world)
    outline = present_outline(world.session, world.statement.id)
    assert outline is not None
    world.session.add(
        Outline(
            statement_id=world.statement.id, number=2, keys=outline.keys[1:],
            source=Source.CORRECTION, reason="It went.", at=NOON,
        )
    )  # fmt: skip
    world.session.flush()
    with pytest.raises(Refused, match="Your draft is kept"):
        send_draft(world, draft)
    assert load_whole(world.session, draft.id).status is Status.DRAFT


def test_after_the_final_nothing_is_sent(world: World) -> None:
    world.statement.final_at = NOON
    with pytest.raises(Refused):
        send_change(world)


def test_who_will_read_it_is_kept(world: World) -> None:
    assert send_change(world, audience=Audience.PUBLIC).audience is Audience.PUBLIC


def send_draft(
    world: World, draft: Amendment, at: datetime = NOON, wording: Wording | None = None
) -> Amendment:
    """Send a draft as it stands, as its group's sender; with `wording` from its own page."""
    request = SubmitAmendment(
        world.statement.slug, "", wording, Audience.MEETING, form_key(), draft.key
    )
    row = submit_amendment(world.session, world.actor("sender", at), request)
    return load_whole(world.session, row.id)


def test_a_heading_that_nobody_wrote_follows_the_numbers(world: World) -> None:
    revision = latest(send_change(world))
    for number in ("2", "7 bis"):
        made = heading_now(revision, {world.key(0, 1): number})
        assert str(made) == f"“should” → “must” in ¶{number}"


def test_a_heading_that_an_author_wrote_is_kept(world: World) -> None:
    draft = keep_draft(world)
    latest(draft).heading = "Protection must bind"
    assert heading_now(latest(draft), {world.key(0, 1): "2"}) == "Protection must bind"
