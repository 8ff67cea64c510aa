"""How reader and child talk: messages with their length before them; an answer begins with whether it is one."""

import struct
from typing import IO

LENGTH = struct.Struct(">q")
MOST = 1024**3  # bytes: no answer is longer, and a broken child must not make the reader wait for more
OK, BROKEN = b"+", b"!"


def read_message(source: IO[bytes]) -> bytes | None:
    """One message, or None at the end of the stream.

    Raises:
        ValueError: its length is none.
    """
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    if not 0 <= size <= MOST:
        raise ValueError(f"a message of {size} bytes")
    data = source.read(size)
    return data if len(data) == size else None


def write_message(target: IO[bytes], data: bytes) -> None:
    """One message."""
    target.write(LENGTH.pack(len(data)) + data)
    target.flush()
