"""The real application behind the real server, on a free port, for as long as a test needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from flask import Flask

from drafting.cli.edge import Edge, listen


@contextmanager
def serve(app: Flask) -> Iterator[str]:
    """Serve the application in a thread, and yield its address."""
    largest = app.config["MAX_CONTENT_LENGTH"]
    server = listen(app, "127.0.0.1", 0, threads=4, largest=largest)
    stopping = Event()
    thread = Thread(target=run, args=(server, stopping), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        stopping.set()
        stop(server, thread)


def run(server: Edge, stopping: Event) -> None:
    """Serve until stopped; a socket that is closed under the loop then is no fault."""
    try:
        server.run()
    except OSError:
        if not stopping.is_set():
            raise


def stop(server: Edge, thread: Thread) -> None:
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
