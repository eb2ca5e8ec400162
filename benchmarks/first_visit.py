"""A first visit to a text of 1,500 words with 100 changes is at most 60 KB, a later page 20 KB."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from flask.testing import FlaskClient
from sqlalchemy import select

from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.app import create_app
from drafting.cli.sample import load_sample
from drafting.config import Settings
from drafting.rules.actors import Right
from drafting.rules.edits import ParagraphEdit, Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Grant, Group, Person, SectionVersion, Statement
from drafting.store.models.sections import SectionKind
from drafting.store.queries.sections import present_versions
from drafting.store.queries.sign_ins import load_actor
from drafting.store.schema import migrate
from drafting.store.session import Engine, Session, make_engine, open_session
from drafting.text import plain, read
from drafting.text.passages.passage import Passage
from tests.factories.world import add_sign_in
from tests.support.pages import Page

CHANGES = 100
FIRST_VISIT = 60_000
LATER_PAGE = 20_000
RUNS = 20


def main() -> int:
    """Measure, print, and return 1 when a promise is broken."""
    with visitor() as (client, address):
        page = len(fetch(client, address))
        files = sum(len(fetch(client, file)) for file in files_of(client, address))
        seconds = median(timed(client, address) for _run in range(RUNS))
    print(f"first visit {page + files:>7} bytes of {FIRST_VISIT}")  # compressed, without headers
    print(f"later page  {page:>7} bytes of {LATER_PAGE}")
    print(f"made in     {seconds * 1000:>7.1f} ms, half the time")
    return int(page + files > FIRST_VISIT or page > LATER_PAGE)


@contextmanager
def visitor() -> Iterator[tuple[FlaskClient, str]]:
    """Make the sample with a hundred changes, and a reader of the meeting who is signed in."""
    with TemporaryDirectory() as folder:
        settings = Settings(f"sqlite:///{Path(folder) / 'bench.sqlite3'}", "a secret", testing=True)
        engine = make_engine(settings.database_url)
        migrate(engine)
        load_sample(partial(open_session, engine, writing=True), settings)
        slug, token = fill(engine, settings)
        client = create_app(settings).test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
        yield client, f"/texts/{slug}/text"
        engine.dispose()


def fill(engine: Engine, settings: Settings) -> tuple[str, str]:
    """Send changes until there are enough; return the text's short name and a sender's token."""
    with open_session(engine, writing=True) as session:
        statement = session.scalars(select(Statement)).one()
        senders = session.scalars(select(Grant).where(Grant.right == Right.SEND)).all()
        places = list(blocks(session, statement))
        while statement.last_amendment < CHANGES:
            count = statement.last_amendment
            send(session, settings, statement, senders[count % len(senders)], places, count)
            session.refresh(statement)
        token = add_sign_in(session, session.get_one(Person, senders[0].person_id))
        session.commit()
        return statement.slug, token


def blocks(session: Session, statement: Statement) -> Iterator[tuple[SectionVersion, str, str]]:
    """Yield version, key and words of each paragraph that takes changes."""
    for version in present_versions(session, statement.id):
        if version.section.kind is SectionKind.TEXT:
            for key, block in zip(version.keys, read(version.markdown).blocks, strict=True):
                yield version, key, plain(Passage((block,)))


def send(
    session: Session,
    settings: Settings,
    statement: Statement,
    sender: Grant,
    places: list[tuple[SectionVersion, str, str]],
    count: int,
) -> None:
    """Send one change of one word."""
    version, key, words = places[count % len(places)]
    edit = ParagraphEdit(version.number, key, f"{words.rstrip('.;')} and everywhere {count}.")
    group = session.get_one(Group, sender.group_id)
    request = SubmitAmendment(
        statement=statement.slug,
        group=group.mark,
        wording=Wording(edits=(edit,), reason="So that nobody is left out."),
        audience=Audience.MEETING,
        form_key=f"{count:032x}",
    )
    submit_amendment(session, load_actor(session, sender.person_id, settings.clock()), request)


def fetch(client: FlaskClient, address: str) -> bytes:
    """Return the body as it comes over the line."""
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200, f"{address} answers {answer.status}"
    return bytes(answer.data)


def files_of(client: FlaskClient, address: str) -> list[str]:
    """Return the addresses of the files that the page asks for."""
    page = Page(address, client.get(address).text)
    found = [element.get("href") for element in page.all("link")]
    found += [element.get("src") for element in page.all("script")]
    return [file for file in found if file]


def timed(client: FlaskClient, address: str) -> float:
    """Return the seconds that one page takes."""
    start = perf_counter()
    fetch(client, address)
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
