"""What is true after each step, whoever did what."""

from __future__ import annotations

from drafting.exchange.readers.record import verify
from tests.random_house.house import TEXT, House
from tests.random_house.looks import look_around
from tests.random_house.registry import law
from tests.support.pages import Page, text_of


@law()
def what_was_touched_can_be_looked_at(house: House) -> None:
    """The pages that name it answer below 500, to two kinds of person, and are whole."""
    look_around(house)


@law()
def each_change_waits_at_its_block(house: House) -> None:
    """The queue holds every change that waits, each at the block that was edited."""
    queue = house.visit("moderator", f"{TEXT}/to-decide").page
    there = places_in(queue)
    missing = set(house.pending()) - set(there)
    assert not missing, f"{sorted(missing)} wait, and are not in the queue"
    standing = {key for version in house.versions() for key in version.keys}
    for number, key in house.places.items():
        if number in there and key in standing:
            assert there[number] == key, f"A{number} edits {key}, and waits at {there[number]}"


def places_in(queue: Page) -> dict[int, str]:
    """Return the key of the block under which each change stands in the queue."""
    found, key = {}, ""
    for element in queue.root.iter():
        if element.tag == "h2":
            key = ""
        elif element.tag == "h3":
            links = [one.get("href") or "" for one in element.iter("a")]
            key = links[0].partition("#")[2] if links else ""
        elif element.get("name") == "pick":
            found[int((element.get("value") or "").split(":")[0])] = key
    return found


@law(every=5)
def no_number_vanishes(house: House) -> None:
    """What was once received is in the list of all changes, whatever became of it."""
    who = house.draw.one(("reader", "sender", "moderator"))
    page = house.visit(who, f"{TEXT}/changes").page
    there = {text_of(one).split(":")[0] for one in page.all("a")}
    missing = [number for number in house.amendments() if f"A{number}" not in there]
    assert not missing, f"{missing} were received, and are in no list"
    assert not set(house.sent) - set(house.amendments()), "a received change is gone"


@law(every=5)
def the_record_verifies(house: House) -> None:
    """The record that somebody takes away hangs together."""
    who = house.draw.one(("public", "reader", "moderator"))
    verdict = verify(house.fetch(who, f"{TEXT}/record/download").data)
    assert not verdict.faults, f"the record of {who}: {verdict.faults}"
