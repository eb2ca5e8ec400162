"""Opens an uploaded zip without trusting it: few entries, bounded size, nothing but bytes."""

from __future__ import annotations

import io
import zipfile
import zlib

from drafting.exchange.readers.source import BROKEN_WORD, UNSAFE_WORD, UnreadableSource

MAX_ENTRIES = 2_000
MAX_UNPACKED = 100_000_000  # bytes, all entries together
MAX_PART = 25_000_000  # bytes, one part that is read
MAX_RATIO = 150  # unpacked to packed; text packs 10 to 30 times
SMALL = 2_000_000  # bytes; below it a ratio says nothing


class Archive:
    """The parts of an upload, by name; sizes are checked before anything is unpacked."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes as a zip. Raises: UnreadableSource."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableSource(BROKEN_WORD) from error
        unpacked = sum(entry.file_size for entry in entries)
        ratio = unpacked / max(len(data), 1)
        too_dense = unpacked > SMALL and ratio > MAX_RATIO
        if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or too_dense:
            raise UnreadableSource(UNSAFE_WORD)
        self._sizes = {entry.filename: entry.file_size for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def read(self, name: str) -> bytes:
        """Unpack one part, empty when there is none. Raises: UnreadableSource."""
        if name not in self._sizes:
            return b""
        if self._sizes[name] > MAX_PART:
            raise UnreadableSource(UNSAFE_WORD)
        try:
            # The declared size bounds what is unpacked, and a false one fails the checksum.
            with self._zip.open(name) as part:
                return part.read(MAX_PART)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise UnreadableSource(BROKEN_WORD) from error
