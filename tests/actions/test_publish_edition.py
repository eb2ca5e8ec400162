"""Publishing drafts and the final text: numbers, seals, and what may no longer be done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from drafting.actions.publish_edition import PublishEdition, publish_edition
from drafting.actions.steps.editions import head_of, sealed_sections
from drafting.errors import Forbidden, NotVisible, Refused, Stale
from drafting.rules.digests import full_digest
from drafting.rules.journal import EventKind, salted
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Edition, Entry
from drafting.store.models.editions import EditionKind
from drafting.store.queries.editions import get_edition, labels_of
from drafting.text import Passage, read, write
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide, text_of
from tests.factories.editions import ADOPTION, publish, seen_in
from tests.factories.world import World, without_text

TWO = "One thing first.\n\nBetter governance should mean that people are protected better."


def loaded(world: World, edition: Edition) -> Edition:
    """Read a draft again, with all that it holds."""
    return get_edition(world.session, world.statement.id, edition.number)


def test_the_next_draft_is_called_by_its_number(world: World) -> None:
    first, second = publish(world), publish(world)
    assert [(one.number, one.kind) for one in (first, second)] == [
        (1, EditionKind.REVISION),
        (2, EditionKind.REVISION),
    ]


def test_a_draft_numbers_its_paragraphs_afresh(world: World) -> None:
    decide(world, send_change(world, words=words_for(world, TWO)))
    assert "1 bis" in labels_of(world.session, world.statement.id).values()
    labels = [one.label for one in loaded(world, publish(world)).paragraphs]
    assert labels == ["1", "2", "3", "4", "5", "6.1", "6.2", "6.3", ""]
    assert "1 bis" not in labels_of(world.session, world.statement.id).values()


def test_the_seals_of_a_draft_fit_its_words_and_its_digest(world: World) -> None:
    edition = loaded(world, publish(world))
    blocks = [block for row in edition.sections for block in read(row.version.markdown).blocks]
    for one, block in zip(edition.paragraphs, blocks, strict=True):
        assert one.digest == salted(one.salt, write(Passage((block,))))
    head = head_of(world.statement, edition)
    versions = [row.version for row in edition.sections]
    sealed = sealed_sections(versions, edition.paragraphs)
    assert edition.digest == full_digest(head, "Statement on Governance", sealed)


def test_no_two_paragraphs_share_a_salt(world: World) -> None:
    publish(world)
    salts = [one.salt for one in loaded(world, publish(world)).paragraphs]
    assert len(set(salts)) == len(salts)


def test_the_record_tells_of_the_draft_with_its_instant(world: World) -> None:
    edition = publish(world)
    entry = world.session.get(Entry, edition.entry_id)
    assert entry is not None
    told = {name: entry.public[name] for name in ("kind", "edition", "name", "digest", "at")}
    assert told == {
        "kind": EventKind.PUBLISHED,
        "edition": 1,
        "name": "Rev. 1",
        "digest": edition.digest,
        "at": "2026-11-24T06:00:00Z",
    }


def test_a_text_that_changed_after_it_was_shown_is_not_published(world: World) -> None:
    seen = seen_in(world)
    decide(world, send_change(world))
    with pytest.raises(Stale):
        publish_edition(
            world.session, world.actor("moderator"), PublishEdition(world.statement.slug, seen)
        )
    assert world.session.scalars(select(Edition.number)).all() == [0]


@pytest.mark.parametrize("who", ["sender", "rapporteur", "administrator", "reader"])
def test_only_moderators_publish(world: World, who: str) -> None:
    with pytest.raises(Forbidden):
        publish(world, by=who)


def test_for_strangers_there_is_nothing_to_publish(world: World) -> None:
    with pytest.raises(NotVisible):
        publish(world, by="public")


def test_without_a_text_nothing_is_published(world: World) -> None:
    without_text(world)
    with pytest.raises(Refused, match="Bring in the words"):
        publish_edition(
            world.session, world.actor("moderator"), PublishEdition(world.statement.slug, "")
        )


def test_the_final_text_waits_for_an_answer_to_each_change(world: World) -> None:
    amendment = send_change(world)
    with pytest.raises(Refused, match="wait for an answer"):
        publish(world, ADOPTION)
    decide(world, amendment, Outcome.OPEN_POINT)
    assert publish(world, ADOPTION).kind is EditionKind.FINAL


def test_after_the_final_text_nothing_is_published_or_answered(world: World) -> None:
    amendment = send_change(world)
    decide(world, amendment, Outcome.REJECTED)
    publish(world, ADOPTION)
    with pytest.raises(Refused, match="final text is published"):
        publish(world)
    with pytest.raises(Refused):
        send_change(world, words=text_of(world).split("\n\n")[1] + " More.")


def test_the_final_text_leaves_frame_sections_out(world: World) -> None:
    edition = loaded(world, publish(world, ADOPTION))
    assert [row.version.title for row in edition.sections] == ["Introduction", "Calls for action"]
    assert len(edition.paragraphs) == 7


def test_the_final_text_says_how_it_was_adopted(world: World) -> None:
    edition = publish(world, ADOPTION)
    entry = world.session.get(Entry, edition.entry_id)
    assert entry is not None
    assert entry.public["adopted"] == {
        "session": "Session 2A",
        "on": "2026-11-25",
        "by consensus": True,
        "groups": ["Africa", "Asia"],
    }


def test_only_groups_of_the_meeting_can_have_been_present(world: World) -> None:
    with pytest.raises(Refused):
        publish(world, replace(ADOPTION, groups_present=("Atlantis",)))


def test_a_form_that_is_sent_twice_publishes_once(world: World) -> None:
    request = PublishEdition(world.statement.slug, seen_in(world))
    publish_edition(world.session, world.actor("moderator"), request)
    with pytest.raises(Stale):
        publish_edition(world.session, world.actor("moderator"), request)
