"""A small real mail server on this machine: takes mails, or refuses them as a test wants."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from threading import Thread


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps what it took in `mails`; refuses the addresses in `refused` with their code."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.mails: list[Message] = []
        self.refused: dict[str, int] = {}
        self.connections = 0

    @property
    def url(self) -> str:
        """The address for DRAFTING_SMTP_URL."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Conversation(socketserver.StreamRequestHandler):
    """One client's conversation, as far as RFC 5321 asks for it."""

    server: MailServer

    def handle(self) -> None:
        self.server.connections += 1
        self.say("220 test ESMTP")
        while line := self.rfile.readline():
            verb, _, rest = line.decode().strip().partition(" ")
            if not self.answer(verb.upper(), rest):
                return

    def answer(self, verb: str, rest: str) -> bool:
        """Answer one command; false when the conversation is over."""
        if verb == "RCPT":
            address = rest.partition("<")[2].partition(">")[0]
            self.say(f"{self.server.refused.get(address, 250)} so be it")
        elif verb == "DATA":
            self.say("354 go on")
            self.server.mails.append(message_from_bytes(self.read_mail(), policy=default))
            self.say("250 taken")
        else:
            self.say("221 bye" if verb == "QUIT" else "250 ok")
        return verb != "QUIT"

    def read_mail(self) -> bytes:
        """Read up to the line with the one dot."""
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def say(self, words: str) -> None:
        """Send one line."""
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Serve for a while."""
    with MailServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
