"""The edge: how much one connection may send, and how long it may hold its place.

waitress keeps a half-sent request on its connection and not on a thread, so a slow sender costs
a place and no more. But it ends only those that are silent, and listens no longer when all places
are taken. Here the slow ones end too, and whoever comes finds a place.
"""

from __future__ import annotations

import resource
import socket
from contextlib import suppress
from time import time
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher
from waitress.utilities import RequestEntityTooLarge

CONNECTIONS = 1_000
"""Connections held at once; then the one that gets on least gives its place to the next."""
PATIENCE = 30
"""Seconds for the headers of a request, and until a silent connection ends."""
SLOWEST = 500
"""Bytes a second that a body brings at least, after its first `PATIENCE` seconds."""
READER_PATIENCE = 300
"""Seconds until a reader who takes nothing ends: buffers on the way hide much slow reading."""
AT_A_TIME = 50
LARGEST_HEADERS = 65_536
DESCRIPTORS = 4 * CONNECTIONS
"""A connection holds up to three: itself, and files for a large body and a large answer."""


class Request(HTTPRequestParser):
    """A request that comes in; one that is too large is answered at its headers by our own page."""

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.began = time()

    def received(self, data: bytes) -> int:
        """Read on; of a request that is refused everything that follows is let fall."""
        consumed: int = super().received(data)
        if not isinstance(self.error, RequestEntityTooLarge):
            return consumed
        self.refuse()
        return len(data)

    def refuse(self) -> None:
        """Hand the application the headers alone: it refuses their length, and the line ends."""
        self.close()
        self.error = self.body_rcv = None
        self.expect_continue = False
        size = max(self.content_length, self.body_bytes_received)
        self.headers.update(CONNECTION="close", CONTENT_LENGTH=str(size))

    def is_late(self, now: float) -> bool:
        """Say whether its headers or its body take too long."""
        return is_too_slow(now - self.began, self.body_bytes_received)


def is_too_slow(seconds: float, brought: int) -> bool:
    """Say whether so many bytes of a body are too few after so long."""
    return seconds > PATIENCE + brought / SLOWEST


class Connection(HTTPChannel):
    """One connection, with one request at a time."""

    parser_class = Request
    request: Request | None
    requests: list[Request]
    socket: socket.socket
    connected: bool
    will_close: bool
    hung_up: float | None = None

    def readable(self) -> bool:
        """Wait for nothing once closed: its number may be the next one's within the same round."""
        return self.connected and super().readable()

    def writable(self) -> bool:
        """Wait for nothing once closed."""
        return self.connected and super().writable()

    def received(self, data: bytes) -> None:
        """Take what comes in; who asks several things at once is sent away.

        No browser and no proxy does it, and their answers, unread, would hold a thread.
        """
        if self.hung_up is None:
            super().received(data)
        if len(self.requests) > 1:
            super().handle_close()

    def handle_close(self) -> None:
        """Close, after an answer gently: first its reader must have it.

        A socket closed with bytes unread is reset, and the answer can be lost on its way.
        """
        if self.connected and self.will_close and self.hung_up is None:
            self.hung_up, self.will_close, self.request = time(), False, None
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
                return
        super().handle_close()

    def is_late(self, now: float) -> bool:
        """Say whether it holds its place too long."""
        silent = now - self.last_activity
        if self.hung_up is not None:
            return now - self.hung_up > PATIENCE
        if self.total_outbufs_len:
            return bool(silent > READER_PATIENCE)
        if self.requests:
            return False
        return silent > PATIENCE or (self.request is not None and self.request.is_late(now))

    def pace(self, now: float) -> float:
        """Return about how many bytes a second it brings; one that has just come stands well."""
        request = self.request
        since = request.began if request else self.last_activity
        return ((request.body_bytes_received if request else 0) + 1_000) / (now - since + 1)


class Edge(TcpWSGIServer):
    """The server, with such connections."""

    channel_class = Connection
    active_channels: dict[int, Connection]

    def maintenance(self, now: float) -> None:
        """End the connections that hold their place too long."""
        for connection in list(self.active_channels.values()):
            if connection.is_late(now):
                HTTPChannel.handle_close(connection)

    def handle_accept(self) -> None:
        """Take in who comes, a row of them at once: each round looks at every connection."""
        for _ in range(AT_A_TIME):
            super().handle_accept()
        if len(self.active_channels) > CONNECTIONS:
            self.make_room()

    def make_room(self) -> None:
        """End those who bring least of the many who wait for nothing."""
        now = time()
        resting = [each for each in self.active_channels.values() if not each.requests]
        resting.sort(key=lambda each: each.pace(now))
        for connection in resting[: len(self.active_channels) - CONNECTIONS]:
            HTTPChannel.handle_close(connection)


def listen(application: Any, host: str, port: int, *, threads: int, largest: int) -> Edge:
    """Make a server that has its port already but answers nobody yet.

    No body has more than `largest` bytes.
    Raises: OSError when the port is taken.
    """
    allow_descriptors()
    settings = Adjustments(
        host=host,
        port=port,
        threads=threads,
        ident=None,
        max_request_body_size=largest + 1,
        max_request_header_size=LARGEST_HEADERS,
        connection_limit=CONNECTIONS + 2 * AT_A_TIME,  # all of them may wait for their answers
        cleanup_interval=1,
        asyncore_use_poll=True,  # the other way knows no descriptor above 1,023
    )
    sockets: dict[int, Any] = {}
    crew = ThreadedTaskDispatcher()
    servers = [
        Edge(application, sockets, dispatcher=crew, adj=settings, sockinfo=place)
        for place in settings.listen  # a name can lead to two addresses; each runs them all
    ]
    crew.set_thread_count(threads)
    return servers[0]


def allow_descriptors() -> None:
    """Take as many open files as all connections may need, when the system lets us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < DESCRIPTORS:
        most = DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, DESCRIPTORS)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
