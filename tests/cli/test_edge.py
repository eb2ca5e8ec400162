"""Many, slow and hostile connections at the real server, started as an operator starts it."""

from __future__ import annotations

import os
import resource
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.cli.edge import CONNECTIONS, PATIENCE, SLOWEST, is_too_slow
from drafting.config import ROOT, Settings
from tests.support.databases import copy_sqlite

PAGE = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"
ICON = b"GET /static/mark.svg HTTP/1.1\r\nHost: h\r\n\r\n"
HALF_A_FORM = b"POST /sign-in HTTP/1.1\r\nHost: h\r\nContent-Length: 300\r\n\r\nname=As"


@dataclass(frozen=True)
class House:
    """A served house: where it listens, and which process it is."""

    port: int
    process: int

    def connect(self) -> socket.socket:
        """Return a connection to it."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def ask(self, request: bytes) -> bytes:
        """Send a request on a connection of its own and return the beginning of the answer."""
        with self.connect() as line:
            line.sendall(request)
            return line.recv(65_536)

    def spooled(self) -> int:
        """Return how many bytes stand in its unnamed files."""
        size = 0
        for each in Path(f"/proc/{self.process}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed since it was listed
                size += each.stat().st_size if "deleted" in str(each.readlink()) else 0
        return size


@pytest.fixture(scope="module")
def house(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One house for all these tests: each leaves it as it was."""
    allow_many_files()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "DRAFTING_PUBLIC_URL": "https://statement.example",
        "DRAFTING_ENV_FILE": os.devnull,
        "DRAFTING_SECRET_KEY": "x" * 32,
        "DRAFTING_DATABASE_URL": copy_sqlite(sqlite_template, tmp_path_factory.mktemp("edge")),
    }
    words = [sys.executable, "-m", "drafting.cli", "serve", "--port", str(port)]
    with subprocess.Popen(words, cwd=ROOT, env=os.environ | settings, text=True) as process:
        try:
            wait_for(port)
            yield House(port, process.pid)
        finally:
            process.terminate()


def allow_many_files() -> None:
    """Let this process hold as many connections as the tests open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4_000)), hard))


def wait_for(port: int) -> None:
    """Return when somebody listens there."""
    until = monotonic() + 30
    while monotonic() < until:
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise AssertionError("the server does not start")


@contextmanager
def crowd(house: House, size: int, words: bytes) -> Iterator[list[socket.socket]]:
    """Open so many connections, each of which sends these words and waits."""
    with ExitStack() as stack:
        lines = [stack.enter_context(house.connect()) for _ in range(size)]
        for line in lines:
            line.sendall(words)
        sleep(0.2)  # let the server read them all
        yield lines


def seconds_to_answer(house: House) -> float:
    """Return how long another reader waits for a page."""
    begun = monotonic()
    assert house.ask(PAGE).startswith(b"HTTP/1.1 200")
    return monotonic() - begun


@pytest.mark.parametrize(
    "words", [HALF_A_FORM, HALF_A_FORM[:40], b""], ids=["half a form", "half a head", "silence"]
)
@pytest.mark.parametrize("size", [110, CONNECTIONS + 50])
def test_nobody_waits_for_those_who_only_hold_a_connection(
    house: House, size: int, words: bytes
) -> None:
    with crowd(house, size, words):
        assert seconds_to_answer(house) < 2


def test_readers_who_keep_their_connection_leave_room(house: House) -> None:
    with crowd(house, 250, b"") as lines:
        for _ in range(2):
            for line in lines:
                line.sendall(ICON)
                assert b"</svg>" in until(line, b"</svg>")
            assert seconds_to_answer(house) < 2


def test_many_requests_at_once_without_reading_hold_no_thread(house: House) -> None:
    with crowd(house, 32, PAGE * 100) as lines:
        assert seconds_to_answer(house) < 2
        sleep(0.5)
        assert all(until_its_end(line).count(b"HTTP/1.1 200") <= 1 for line in lines)


def until(line: socket.socket, end: bytes) -> bytes:
    """Return what comes on a connection up to these words."""
    read = b""
    while end not in read and (piece := line.recv(65_536)):
        read += piece
    return read


def until_its_end(line: socket.socket) -> bytes:
    """Return everything that comes on a connection that the server ends."""
    read = b""
    with suppress(ConnectionResetError):
        while piece := line.recv(65_536):
            read += piece
    return read


@pytest.mark.parametrize("expects", [b"", b"Expect: 100-continue\r\n"])
def test_a_body_too_large_is_refused_at_its_headers(house: House, expects: bytes) -> None:
    size = b"Content-Length: 300000000\r\n"
    with house.connect() as line:
        line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: h\r\n" + size + expects + b"\r\n")
        answer = until(line, b"</html>")
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"This is too large</h1>" in answer


def test_who_goes_on_sending_a_body_too_large_reads_why_not(house: House) -> None:
    piece = b"\r\n\r\nGET / HTTP/1.1\r\n" * 50_000
    with house.connect() as line:
        line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: h\r\nContent-Length: 300000000\r\n\r\n")
        for _ in range(30):
            line.sendall(piece)
            assert house.spooled() == 0
        line.shutdown(socket.SHUT_WR)
        answer = until_its_end(line)
    assert answer.count(b"HTTP/1.1") == 1
    assert b"413" in answer[:20]


def test_a_body_of_unsaid_length_is_refused_when_it_is_too_large(house: House) -> None:
    piece = b"f4240\r\n" + b"x" * 1_000_000 + b"\r\n"
    with house.connect() as line:
        line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(12):
            line.sendall(piece)
            assert house.spooled() < 6_000_000
        line.shutdown(socket.SHUT_WR)
        answer = until_its_end(line)
    assert answer.startswith(b"HTTP/1.1 413")
    assert house.spooled() == 0


def test_headers_without_an_end_are_refused(house: House) -> None:
    answer = house.ask(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 20_000)
    assert answer.startswith(b"HTTP/1.0 431")


def test_slow_connections_end_and_a_poor_phone_is_answered(house: House) -> None:
    form = b"POST /sign-in HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n"
    phone = (form % 180_000, b"x" * 5_000)
    others = {
        "a head without an end": (b"GET / HTTP/1.1\r\n", b"A: b\r\n"),
        "a body in drops": (form % 300, b"x"),
        "a large body in drops": (form % 5_000_000, b"x" * 20),
        "a form half sent": (HALF_A_FORM, b""),
        "silence": (b"", b""),
        "a reader who keeps the connection": (ICON, b""),
    }
    with ThreadPoolExecutor(len(others) + 1) as pool:
        answered = pool.submit(hold, house, *phone)
        held = {name: pool.submit(hold, house, *words) for name, words in others.items()}
        seconds = {name: each.result()[0] for name, each in held.items()}
    assert not {name: each for name, each in seconds.items() if not 29 <= each <= 40}
    assert answered.result()[1].startswith(b"HTTP/1.1 400")  # a form without its token


def hold(house: House, first: bytes, then: bytes) -> tuple[float, bytes]:
    """Send something each second until the server ends the connection, or answers what is slow.

    Return the seconds that it took, and all that was answered.
    """
    begun, answer = monotonic(), b""
    with house.connect() as line:
        line.sendall(first)
        with suppress(ConnectionError):
            while monotonic() - begun < 60 and not (answer and then):
                if not select.select([line], [], [], 1)[0]:
                    line.sendall(then)
                elif piece := line.recv(65_536):
                    answer += piece
                else:
                    break
    return monotonic() - begun, answer


@given(seconds=st.floats(0, 100_000), pace=st.floats(SLOWEST, 10**7))
def test_a_steady_body_is_never_too_slow(seconds: float, pace: float) -> None:
    assert not is_too_slow(seconds, int(seconds * pace))


@given(brought=st.integers(0, 5_000_000))
def test_every_body_ends_in_time(brought: int) -> None:
    longest = PATIENCE + brought / SLOWEST
    assert not is_too_slow(longest, brought)
    assert is_too_slow(longest + 1, brought)


def test_caddy_is_told_the_same() -> None:
    told = (ROOT / "docs" / "operating" / "Caddyfile").read_text(encoding="utf-8").split()
    after = dict(pairwise(told))
    assert after["read_header"] == after["idle"] == f"{PATIENCE}s"
    assert after["max_size"] == f"{Settings().upload_megabytes}MB"
    assert int(after["keepalive"].rstrip("s")) < PATIENCE
