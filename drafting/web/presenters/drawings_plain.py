"""One row takes no page down: what nobody foresaw that it cannot be drawn stands in plain."""

from __future__ import annotations

import logging
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from drafting.errors import DraftingError

Drawn = TypeVar("Drawn")
logger = logging.getLogger(__name__)


def or_plain(make: Callable[[], Drawn], plain: Callable[[], Drawn], what: object) -> Drawn:
    """Return what `make` draws, else the plain form of it; `what` names it in the log by its ids.

    Errors that were foreseen pass. The log has the places of the program, never words of a text:
    what an error says may hold some.
    """
    try:
        return make()
    except DraftingError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, the other rows are to be read
        kind, place = type(error).__name__, place_of(error.__traceback__)
    logger.error("%s cannot be drawn: %s at %s", what, kind, place)
    return plain()


def place_of(trace: TracebackType | None) -> str:
    """Say where in the program an error was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
