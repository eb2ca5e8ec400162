"""The real application behind the real server, on a free port, for as long as a test needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

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
