"""Forms that a script sent: it is told where to go, and the browser goes there once, by itself."""

from __future__ import annotations

from flask import Flask, Response, request

SENT_BY, GO_TO = "X-Sent-By", "X-Go-To"
SHOWN_AT = "X-Shown-At"
"""Where a page that answers a script can be had again."""


def init_by_script(app: Flask) -> None:
    """Answer redirects so that `js/sending.js` does not fetch the next page itself."""
    app.after_request(name_goal)


def is_by_script() -> bool:
    """Whether a script sent the form: it shows the answer by itself."""
    return request.headers.get(SENT_BY) == "script"


def name_goal(response: Response) -> Response:
    """Say in a header where a redirect leads: whoever follows it uses up what it says."""
    if is_by_script() and response.status_code == 303:
        response.headers[GO_TO] = response.headers.pop("Location")
        response.status_code = 200
        response.set_data(b"")
    return response
