"""After the Final all pages say so, and none offers what can no longer be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Question, Round
from drafting.store.models.questions import QuestionKind
from tests.factories.amendments import WORDS, join_change, keep_draft, send_change
from tests.factories.decisions import decide
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import NOON, World
from tests.support.client import PageClient, page_of, shows_page
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
SINCE = "Final since Tue 24 Nov, 12:00 Dhaka"
STILL_DONE = {
    *("sign_ins.leave", "sign_ins.send_sign_in", "sign_ins.end", "amendments.discard"),
    *("questions.read", "people", "groups"),
}
"""What may still be done after the Final: endpoints, or all that a blueprint offers."""

DOORS_OF_WORK = {
    *("amendments.change_paragraph", "amendments.change_section", "amendments.add_section"),
    *("amendments.drop_section", "amendments.move_section", "amendments.revise"),
    *("decisions.queue", "decisions.batch", "decisions.decide", "decisions.reopen"),
    *("editions.publish", "intakes.bring_in", "sections.correct"),
}
"""Pages that only lead to what is over."""

PLACES = (
    *("text", "text?view=wishes", "text?view=since", "who", "changes", "my-changes", "answers"),
    *("my-group", "decide", "publish", "people", "sessions", "record", "published"),
    *("published/compare", "published/0", "published/1", "bring-in", "sections/new"),
    *("paragraphs/k0b1xy", "paragraphs/k0b1xy/change", "paragraphs/k0b0xy/change"),
    *("sections/sec0xy/versions", "sections/sec0xy/change", "sections/sec0xy/drop"),
    *("sections/sec0xy/move", "sections/sec0xy/correct"),
    *(f"changes/A{n}{then}" for n in (1, 2, 3) for then in ("", "/receipt", "/revise")),
    *(f"changes/A{n}/{then}" for n in (1, 2, 3) for then in ("decide", "reopen")),
)


def until_final(world: World) -> list[str]:
    """Work until the Final while a session is open, and return the drafts that are left."""
    taken, refused, gone = (send_change(world, who) for who in ("sender", "european", "african"))
    join_change(world, "european", number=3)
    withdraw_amendment(world.session, world.actor("african"), WithdrawAmendment("dhaka", 3))
    decide(world, refused, Outcome.REJECTED)
    decide(world, taken)
    drafts = [
        keep_draft(world, ready=ready, words=f"{WORDS} All, {ready}.").key
        for ready in (True, False)
    ]
    add_session(world, "Session 2A")
    publish(world, ADOPTION)
    world.session.commit()
    return [*drafts, gone.key]


def add_session(world: World, name: str) -> None:
    """Plan a session for tomorrow."""
    begins = NOON + timedelta(days=1)
    world.session.add(Round(statement_id=world.statement.id, name=name, opens_at=begins))
    world.session.flush()


def reached(client: PageClient, drafts: list[str]) -> list[Page]:
    """Return every page of the text that a person can reach, by address or by a link."""
    ahead = [f"/texts/dhaka/{place}" for place in PLACES]
    ahead += [f"/texts/dhaka/drafts/{key}" for key in drafts]
    seen: set[str] = set()
    pages = []
    while ahead:
        address = ahead.pop()
        seen.add(address)
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code < 500, address
        if shows_page(answer) and answer.status_code < 400:
            pages.append(page_of(answer))
            ahead += links_of(pages[-1]) - seen - set(ahead)
    return pages


def links_of(page: Page) -> set[str]:
    """Return the addresses in the text to which a page leads."""
    urls = {urlsplit(urljoin(page.url, link)) for link in page.links if link[:1] != "#"}
    return {url.path for url in urls if not url.netloc and url.path.startswith("/texts/dhaka/")}


def offered(page: Page, app: Flask) -> set[str]:
    """Return the endpoints of what the page offers to do, here or behind a link."""
    urls = app.url_map.bind("localhost")
    acts = [urlsplit(form.action).path for form in page.forms() if form.method == "POST"]
    done = {str(urls.match(path, "POST")[0]) for path in acts}
    led = {str(urls.match(path, "GET")[0]) for path in links_of(page)} & DOORS_OF_WORK
    return led | {one for one in done if not {one, one.split(".")[0]} & STILL_DONE}


@pytest.mark.parametrize("kind", ["public", "writer", "sender", "rapporteur", "moderator"])
def test_after_the_final_no_page_offers_what_is_over(
    kind: str, world: World, app: Flask, client_of: Clients
) -> None:
    pages = reached(client_of(kind), until_final(world))
    assert len(pages) >= 5
    for page in pages:
        left = offered(page, app)
        assert not left, f"{page.url} offers {left}"
        assert SINCE in page.text, page.url


def test_the_final_closes_sessions_and_questions(world: World) -> None:
    until_final(world)
    open_questions = select(Question).where(Question.closed_at.is_(None))
    assert not world.session.scalars(open_questions).all()
    asked = world.session.scalars(select(Question.kind)).all()
    assert asked == [QuestionKind.WITHDRAWN]
    rounds = {row.name: row for row in world.session.scalars(select(Round))}
    assert rounds["Session 1A"].closes_at == NOON
    assert rounds["Session 2A"].opens_at is None
