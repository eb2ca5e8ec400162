"""The key of a form used where it does not belong: by a former member, in another statement."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.errors import BadInput, DraftingError
from drafting.rules.actors import Right
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Grant, Statement
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
