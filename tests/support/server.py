"""The real application behind the real server, on a free port, for as long as a test needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import waitress
from flask import Flask


@contextmanager
def serve(app: Flask) -> Iterator[str]:
    """Serve the application in a thread, and yield its address."""
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4, ident=None)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        stop(server, thread)


def stop(server: waitress.server.BaseWSGIServer, thread: Thread) -> None:
    """Close the listening socket and every open connection: the server's loop then ends."""
    server.close()
    for channel in list(server.active_channels.values()):
        channel.handle_close()
    server.task_dispatcher.shutdown()
    thread.join(timeout=5)


def cookie_for(app: Flask, token: str, address: str) -> Any:
    """Return the session cookie that signing in would have set."""
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]  # Flask's own interface
    value = serializer.dumps({"_user_id": token, "_fresh": True})
    return {"name": app.config["SESSION_COOKIE_NAME"], "value": value, "url": address}
