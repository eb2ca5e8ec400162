"""The key of a form used where it does not belong: by a former member, in another statement."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.steps.amendments import digest_of
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.errors import BadInput, DraftingError, SentBefore
from drafting.rules.actors import Right
from drafting.rules.edits import Edit, NewSection, Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Grant, Statement
from drafting.store.models.sections import SectionKind
from drafting.store.queries.amendments import latest, load_whole
from tests.factories.amendments import WORDS, form_key, words_for
from tests.factories.world import NOON, World, add_grant, add_groups, add_text


def drafting(world: World, key: str, group: str, words: str = WORDS) -> DraftAmendment:
    """Return the request of a form with this key."""
    wording = Wording((words_for(world, words),))
    return DraftAmendment(world.statement.slug, group, wording, key)


def test_who_left_a_group_does_not_write_in_its_draft_by_an_old_form(world: World) -> None:
    key, session = form_key(), world.session
    kept = draft_amendment(session, world.actor("writer"), drafting(world, key, "ASIA"))
    writer = world.people["writer"]
    session.execute(update(Grant).where(Grant.person_id == writer.id).values(removed_at=NOON))
    add_grant(world, writer, Right.WRITE, "AFR")
    session.flush()
    session.expire_all()
    other = drafting(world, key, "AFR", WORDS.replace("must", "shall"))
    with pytest.raises(DraftingError):
        draft_amendment(session, world.actor("writer"), other)
    whole = load_whole(session, kept.id)
    assert "must" in str(latest(whole).parts[0].markdown)


def sending(key: str, edit: Edit, **others: str) -> SubmitAmendment:
    """Return the request to send by a form with this key."""
    readers = Audience(others.get("readers", "meeting"))
    wording = Wording((edit,), others.get("reason", ""))
    return SubmitAmendment("dhaka", others.get("group", "ASIA"), wording, readers, key)


@pytest.mark.parametrize(
    "others",
    [{"reason": "Another reason."}, {"readers": "public"}, {"group": "AFR"}, {"words": "other"}],
)
def test_a_form_used_before_swallows_nothing(world: World, others: dict[str, str]) -> None:
    key, session = form_key(), world.session
    add_grant(world, world.people["sender"], Right.SEND, "AFR")
    session.flush()
    submit_amendment(session, world.actor("sender"), sending(key, words_for(world)))
    words = WORDS.replace("must", "shall") if others.pop("words", "") else WORDS
    with pytest.raises(SentBefore):
        submit_amendment(
            session, world.actor("sender"), sending(key, words_for(world, words), **others)
        )


def test_the_same_form_is_done_though_the_words_were_revised_since(world: World) -> None:
    key, session, actor = form_key(), world.session, world.actor("sender")
    request = sending(key, words_for(world), reason="It must bind.")
    row = submit_amendment(session, actor, request)
    better = Wording((words_for(world, WORDS.replace("must", "shall")),), "It must bind.")
    whole = load_whole(session, row.id)
    revise_amendment(
        session, actor, ReviseAmendment("dhaka", 1, 1, digest_of(whole), better, form_key())
    )
    assert submit_amendment(session, actor, request).id == row.id


def test_the_same_form_is_done_though_its_section_was_locked_since(world: World) -> None:
    key, session, actor = form_key(), world.session, world.actor("sender")
    request = sending(key, words_for(world))
    row = submit_amendment(session, actor, request)
    world.sections[0].kind = SectionKind.LOCKED
    session.flush()
    assert submit_amendment(session, actor, request).id == row.id


def test_the_same_new_section_sent_twice_is_one(world: World) -> None:
    key, session, actor = form_key(), world.session, world.actor("sender")
    request = sending(key, NewSection(1, world.sections[0].key, "Children", "Listen to children."))
    assert submit_amendment(session, actor, request) is submit_amendment(session, actor, request)


def test_a_draft_kept_for_another_group_is_not_mixed_up(world: World) -> None:
    key, session = form_key(), world.session
    add_grant(world, world.people["writer"], Right.WRITE, "AFR")
    session.flush()
    draft_amendment(session, world.actor("writer"), drafting(world, key, "ASIA"))
    with pytest.raises(SentBefore):
        draft_amendment(session, world.actor("writer"), drafting(world, key, "AFR"))


def make_second(world: World) -> World:
    """Make a second text, in which the sender sends for a group too."""
    statement = Statement(slug="other", title="Another text", made_at=NOON)
    world.session.add(statement)
    world.session.flush()
    other = World(world.session, statement, people=world.people)
    add_groups(other)
    add_text(other)
    add_grant(other, world.people["sender"], Right.SEND, "ASIA")
    world.session.flush()
    world.session.expire_all()
    return other


def test_a_form_of_one_text_makes_nothing_in_another(world: World) -> None:
    key, session = form_key(), world.session
    draft = draft_amendment(session, world.actor("sender"), drafting(world, key, "ASIA"))
    other = make_second(world)
    request = SubmitAmendment("other", "ASIA", Wording((words_for(other),)), Audience.MEETING, key)
    with pytest.raises(BadInput):
        submit_amendment(session, world.actor("sender"), request)
    assert load_whole(session, draft.id).number is None
