"""The text and the people of the random house: every form of block, in several scripts."""

from __future__ import annotations

from sqlalchemy.orm import Session

from drafting.rules.actors import Right
from drafting.store.models import Person
from tests.factories.world import NOON, World, add_grant, add_sign_in, make_world, without_text

MEETING = """\
The meeting thanks its hosts. It *welcomes* the report [A/69/302](https://example.org/a).

States promised to work together.

States promised to work together.

> “No one shall be left behind”, it says.
> And **no one** was asked.

Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and constructor are long words.

## What follows

The last words of this part stand here"""

LISTS = """\
We call on all States:

1. End the detention of children at once;
2. Build firewalls:
   - between services and the police;
   - between schools and the police;
3. Respect the rights of all.

And on all others:

- listen;
- answer;
- listen."""

SCRIPTS = """\
تحمي الدول حقوق جميع المهاجرين. ولا تحتجز الأطفال.

রাষ্ট্র সকল অভিবাসীর অধিকার রক্ষা করবে।

各国应当保护所有移民的权利。不得拘留儿童。

Families 👩‍👩‍👧 stay together 👍🏽 — always…"""

TABLE = """\
| Who | Does what |
| --- | --- |
| States | protect |
| Cities | welcome |

Each row is a promise."""

TITLED = {
    "Opening": MEETING,
    "Calls for action": LISTS,
    "حقوق · অধিকার · 权利": SCRIPTS,
    "Table": TABLE,
    "One line": "One line alone.",
    "Guiding questions": "Where can civil society act?",
}
FILE = "\n\n".join(f"# {title}\n\n{words}" for title, words in TITLED.items())
"""The text as a moderator brings it in; the last section becomes a frame."""

SENDERS = {
    "sender": ("ASIA",),
    "african": ("AFR",),
    "european": ("EUR",),
    "several": ("AMER", "MENA"),
}
"""Who sends for which groups."""
WRITERS = ("writer", *SENDERS, "rapporteur")
MODERATORS = ("moderator", "colleague")
OTHERS = ("public", "reader", "administrator", "former")
EVERYBODY = (*WRITERS, *MODERATORS, *OTHERS)


def furnish(session: Session) -> World:
    """Make the world of a house, with people and without a text, and commit it."""
    world = make_world(session, sections=())
    without_text(world)
    person = Person(name="Several", handle="several", made_at=NOON)
    session.add(person)
    session.flush()
    world.people["several"] = person
    world.tokens["several"] = add_sign_in(session, person)
    for mark in SENDERS["several"]:
        add_grant(world, person, Right.SEND, mark)
    session.commit()
    return world
