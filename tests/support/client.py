"""The test client: every page that a test fetches is inspected, whatever the test is about."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from flask import session
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.support.inspection import inspect
from tests.support.pages import Form, Page


class PageClient(FlaskClient):
    """Fails a test that fetches a faulty page; `get_page` and `submit` give pages back.

    Tokens against forgery stay on, as in a real house: `submit` sends the form's own.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Fetch an address and inspect the page that comes back."""
        response = super().open(*args, **kwargs)
        if shows_page(response) and self.is_due(response):
            faults = inspect(page_of(response), self.application)
            assert not faults, f"{response.request.path}:\n  " + "\n  ".join(faults)
        return response

    def is_due(self, response: TestResponse) -> bool:
        """Whether this page is inspected; each is, where a test does not say otherwise."""
        return True

    def get_page(self, url: str, *, status: int = 200) -> Page:
        """Fetch a page, following redirects; the status must be this one."""
        response = self.get(url, follow_redirects=True)
        assert response.status_code == status, f"{url} answers {response.status}"
        return page_of(response)

    def submit(self, form: Form, *, status: int = 200, **fields: Any) -> Page:
        """Send a form with these fields changed, follow the redirect, and return the page."""
        response = self.send(form, follow_redirects=True, **fields)
        assert response.status_code == status, f"{form.action} answers {response.status}"
        return page_of(response)

    def post_to(self, url: str, **fields: Any) -> TestResponse:
        """Post fields to an address with a valid token, without fetching the form first."""
        return self.post(url, data={"csrf_token": self.token(), **fields})

    def token(self) -> str:
        """Return a token against forgery that fits this client's cookie."""
        with self.session_transaction() as cookie:
            secret = cookie.setdefault("csrf_token", token_hex(20))
        with self.application.test_request_context():
            session["csrf_token"] = secret
            template = self.application.jinja_env.from_string("{{ csrf_token() }}")
            return template.render()

    def send(self, form: Form, *, follow_redirects: bool = False, **fields: Any) -> TestResponse:
        """Send a form with these fields changed; None leaves a field out."""
        data: MultiDict[str, Any] = MultiDict(form.fields)
        for name, value in fields.items():
            data.setlist(name, value if isinstance(value, list) else [value])
            if value is None:
                data.poplist(name)
        if form.method == "GET":
            return self.get(form.action, query_string=data, follow_redirects=follow_redirects)
        return self.post(form.action, data=data, follow_redirects=follow_redirects)


def shows_page(response: TestResponse) -> bool:
    """Whether the answer is a page of the site: no redirect, and no file to take away."""
    taken_away = response.headers.get("Content-Disposition", "").startswith("attachment")
    return response.mimetype == "text/html" and not response.location and not taken_away


def page_of(response: TestResponse) -> Page:
    """Return the answer as a page; it is parsed once, however often it is asked for."""
    page: Page | None = getattr(response, "page", None)
    if page is None:
        page = Page(response.request.full_path.rstrip("?"), response.get_data(as_text=True))
        vars(response)["page"] = page
    return page
