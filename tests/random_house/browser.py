"""The browsers of the house: pages that are only looked at are inspected now and then."""

from __future__ import annotations

from collections import Counter

from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.test import TestResponse

from tests.support.client import PageClient

EACH = 5
"""Of pages of one kind with one status, the first that somebody meets and then each fifth."""


class HouseClient(PageClient):
    """One person's browser; what it inspects depends on what that person met before, on no chance.

    A strict reading takes as long as making the page. A fault of a kind of page shows on one of
    the next that are read; an answer of 500, and what is logged as an error, on every one.
    """

    met: Counter[tuple[str, int]]

    def is_due(self, response: TestResponse) -> bool:
        """Whether this page is to be inspected."""
        kind = (self.endpoint_of(response), response.status_code)
        met = self.__dict__.setdefault("met", Counter())
        met[kind] += 1
        return met[kind] % EACH == 1 or response.request.method == "POST"

    def endpoint_of(self, response: TestResponse) -> str:
        """Return the name of the kind of page."""
        addresses = self.application.url_map.bind("localhost")
        try:
            endpoint, _ = addresses.match(response.request.path, response.request.method)
        except (HTTPException, RequestRedirect):
            return ""
        return str(endpoint)
