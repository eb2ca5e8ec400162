"""What holds of the record: it hangs together, and everything that pages show is as it tells."""

from __future__ import annotations

from drafting.actions.steps.living import differences
from drafting.store.models import Statement
from tests.random_house.house import House
from tests.random_house.registry import law


@law(every=5)
def living_rows_are_as_the_record_tells_them(house: House) -> None:
    """No act writes a row of which it tells nothing, and the record replays to each draft."""
    with house.reading() as session:
        statement = session.get_one(Statement, 1)
        found = list(differences(session, statement))
    assert not found, f"not as told: {found[:5]}"
