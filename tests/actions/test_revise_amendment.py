"""Revising while waiting: revisions kept, letters kept, sponsors asked again, nothing unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.steps.amendments import digest_of
from drafting.errors import Forbidden, Refused, Stale, Unchanged
from drafting.rules.edits import Wording
from drafting.store.models import Amendment, CarriedPart, Question
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import latest, load_whole
from tests.factories.amendments import WORDS, form_key, send_change, words_for
from tests.factories.world import NOON, World
from tests.support.databases import both_databases

BETTER = WORDS.replace("children", "children of every age")


def revise(world: World, row: Amendment, words: str = BETTER, **others: object) -> Amendment:
    """Put other words into an amendment, as its group's sender by default."""
    request = ReviseAmendment(
        statement=world.statement.slug,
        number=row.number or 0,
        revision=int(str(others.get("revision", row.revision))),
        digest=str(others.get("digest", "")) or digest_of(row),
        wording=Wording((words_for(world, words),), str(others.get("reason", "It must bind."))),
        form_key=str(others.get("key", "")) or form_key(),
    )
    at = NOON + timedelta(hours=int(str(others.get("hours", 0))))
    done = revise_amendment(
        world.session, world.actor(str(others.get("who", "sender")), at), request
    )
    return load_whole(world.session, done.id)


@both_databases
def test_equal_changes_keep_their_letters_and_words_are_kept_for_ever(world: World) -> None:
    row = revise(world, send_change(world))
    first, second = row.revisions
    assert row.revision == 2
    assert [c["letter"] for c in first.parts[0].changes] == ["a"]
    assert [(c["letter"], c["after"]) for c in second.parts[0].changes] == [
        ("a", "must"),
        ("b", "of every age"),
    ]


def test_only_the_standing_revision_is_carried(world: World) -> None:
    row = revise(world, send_change(world))
    assert world.session.scalars(select(CarriedPart.part_id)).all() == [latest(row).parts[0].id]


def test_groups_that_joined_are_asked_again(world: World) -> None:
    row = send_change(world)
    join_amendment(
        world.session, world.actor("african"), JoinAmendment(world.statement.slug, 1, "AFR", 1)
    )
    row = revise(world, load_whole(world.session, row.id))
    question = world.session.scalars(select(Question)).one()
    assert (question.kind, question.revision) == (QuestionKind.REVISED, 2)
    assert row.sponsors[0].revision == 1
    join_amendment(
        world.session, world.actor("african"), JoinAmendment(world.statement.slug, 1, "AFR", 2)
    )
    assert question.closed_at is not None


def test_what_was_shown_must_be_what_stands(world: World) -> None:
    row = send_change(world)
    with pytest.raises(Stale):
        revise(world, row, digest="of another page")


def test_the_same_words_again_are_refused(world: World) -> None:
    row = send_change(world)
    with pytest.raises(Unchanged):
        revise(world, row, WORDS)


def test_another_reason_alone_is_a_revision(world: World) -> None:
    row = revise(world, send_change(world), WORDS, reason="A better reason.")
    assert (row.revision, latest(row).reason) == (2, "A better reason.")


def test_a_revision_sent_twice_is_one(world: World) -> None:
    row, key = send_change(world), form_key()
    before, digest = row.revision, digest_of(row)
    revise(world, row, key=key)
    assert revise(world, row, key=key, revision=before, digest=digest).revision == 2


def test_other_words_by_a_form_used_before_are_not_swallowed(world: World) -> None:
    row, key = send_change(world), form_key()
    before, digest = row.revision, digest_of(row)
    revise(world, row, key=key)
    third = BETTER.replace("more choices", "real choices")
    with pytest.raises(Stale):
        revise(world, row, third, key=key, revision=before, digest=digest)
    row = revise(world, load_whole(world.session, row.id), third, key=key)
    assert row.revision == 3
    assert "real choices" in str(latest(row).parts[0].markdown)


def test_a_form_used_before_that_says_what_stands_is_done(world: World) -> None:
    row, key = send_change(world), form_key()
    row = revise(world, row, key=key)
    assert revise(world, row, key=key).revision == 2


def test_the_groups_own_new_words_confirm_what_was_entered(world: World) -> None:
    row = revise(world, send_change(world, "rapporteur", group="ASIA"))
    question = world.session.scalars(select(Question)).one()
    assert (row.unconfirmed, question.closed_at) == (False, NOON)


def test_nothing_is_revised_while_it_is_closed(world: World) -> None:
    row = send_change(world)
    with pytest.raises(Refused):
        revise(world, row, hours=9)


@pytest.mark.parametrize("who", ["writer", "african", "moderator"])
def test_only_its_senders_revise(world: World, who: str) -> None:
    row = send_change(world)
    with pytest.raises(Forbidden):
        revise(world, row, who=who)
