"""Who is answered what at the addresses of amendments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from drafting.rules.lifecycle import Audience
from tests.factories.amendments import form_key, join_change, keep_draft, send_change
from tests.factories.world import World
from tests.web.access_table import MEMBERS, Row, access, among

WRITERS = ("writer", "sender", "african", "rapporteur", "moderator")
AT_A_PLACE = access(404, reader=403, administrator=403, **among(WRITERS, 200))
"""A page for writing: whoever writes, sends or enters for some group."""
LED_ON = access(404, reader=403, administrator=403, **among(WRITERS, 303))
"""The same with something typed: it gets an address of its own."""
OWN_GROUP = access(404, writer=200, sender=200)
SENDING = {"reader": 404, "writer": 403, "sender": 303}
SEEN = access(404, administrator=200, **among(MEMBERS, 200))
FORBIDDEN = {"administrator": 403, **among(MEMBERS, 403)}


def here(world: World, **more: str) -> Mapping[str, str]:
    """Return the arguments of an address in the statement."""
    return {"statement": world.statement.slug, **more}


def paragraph(world: World) -> Mapping[str, str]:
    """Point at a paragraph of a text section."""
    return here(world, paragraph=world.key(0, 1))


def section(world: World) -> Mapping[str, str]:
    """Point at a text section."""
    return here(world, section=world.sections[0].key)


def draft(world: World) -> Mapping[str, str]:
    """Keep a draft of Asia and point at it."""
    return here(world, draft=keep_draft(world).key)


def ready(world: World) -> Mapping[str, object]:
    """Call a draft of Asia ready and point at it."""
    return {**here(world), "draft": keep_draft(world, ready=True).key}


def sent(world: World) -> Mapping[str, object]:
    """Send A1 for Asia and point at it."""
    return {**here(world), "number": send_change(world).number}


def sent_to_all(world: World) -> Mapping[str, object]:
    """Send A1 for the public and point at it."""
    return {**here(world), "number": send_change(world, audience=Audience.PUBLIC).number}


def joined(world: World) -> Mapping[str, object]:
    """Send A1 for Asia, let Africa join, and point at it."""
    place = sent(world)
    join_change(world)
    return place


def form(_world: World, **fields: object) -> Mapping[str, object]:
    """Return the fields of a form that creates."""
    return {"form_key": form_key(), **fields}


for_africa = partial(form, group="AFR", read=1)

PLACES = {
    "amendments.change_paragraph": paragraph,
    "amendments.change_section": section,
    "amendments.add_section": here,
    "amendments.drop_section": section,
    "amendments.move_section": section,
}

ROWS = (
    *(Row(name, "GET", place, AT_A_PLACE) for name, place in PLACES.items()),
    *(Row(name, "POST", place, LED_ON) for name, place in PLACES.items()),
    Row("amendments.edit_draft", "GET", draft, OWN_GROUP),
    Row("amendments.edit_draft", "POST", draft, access(404, writer=303, sender=303)),
    Row("amendments.make_ready", "POST", draft, access(404, writer=303, sender=303)),
    # Once the sender has sent it, who may see what it became is told so.
    Row(
        "amendments.send_draft",
        "POST",
        ready,
        access(404, administrator=409, **{**among(MEMBERS, 409), **SENDING}),
        form,
    ),
    # The writer throws it away, so that the sender after finds nothing.
    Row("amendments.discard", "POST", draft, access(404, writer=303)),
    Row("amendments.show", "GET", sent, SEEN),
    Row("amendments.show", "GET", sent_to_all, access(200)),
    Row("amendments.receipt", "GET", sent, SEEN),
    Row("amendments.receipt", "GET", sent_to_all, access(200)),
    Row("amendments.revise", "GET", sent, access(404, **{**FORBIDDEN, "sender": 200})),
    Row("amendments.revise", "POST", sent, access(404, **{**FORBIDDEN, "sender": 303})),
    Row("amendments.withdraw", "POST", sent, access(404, **{**FORBIDDEN, "sender": 303})),
    Row("amendments.join", "POST", sent, access(404, **{**FORBIDDEN, "african": 303}), for_africa),
    Row(
        "amendments.leave", "POST", joined, access(404, **{**FORBIDDEN, "african": 303}), for_africa
    ),
    Row("amendments.ask", "POST", sent, access(404, **{**FORBIDDEN, "african": 303}), for_africa),
    Row("amendments.mine", "GET", here, SEEN),
    Row("amendments.index", "GET", here, access(200)),
)
