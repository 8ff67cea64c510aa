"""The process in which untrusted pages are taken apart: pages go in, what was found in them comes out, or why nothing.

A page that makes a parser hang, crash or eat memory costs the child, not the reader: it is killed and started again for
the next page. One child serves page after page, so that its start costs nothing.
"""

import atexit
import os
import subprocess
import sys
import threading
from typing import Literal

from msgspec import Struct

from crossreport.reading.messages import OK, read_message, write_message

Task = Literal["html", "pdf"]
Failure = Literal["time", "died", "error"]

# For one page; the slowest of article_extraction's 181 takes under two on a laptop. Far above that, so that a busy
# machine changes no result.
SECONDS = 20.0
_FAILURES: dict[Failure, str] = {
    "time": f"Taking it apart took more than {SECONDS:.0f} seconds",
    "died": "The process that took it apart died, of a fault or for want of memory",
    "error": "It cannot be taken apart",
}


class Answer(Struct, frozen=True):
    """What the child sent before it was done or failed: `parts` in their order; `failure` is None if all came."""

    parts: tuple[bytes, ...]
    failure: Failure | None = None
    cause: str = ""

    @property
    def says(self) -> str:
        """The failure for a reader."""
        assert self.failure is not None
        return f"{_FAILURES[self.failure]}{f' ({self.cause})' if self.cause else ''}"


class Child:
    """The child process, started when first needed and again after it was killed."""

    def __init__(self, command: tuple[str, ...] = ("-m", "crossreport.reading.extractor")) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, task: Task, data: bytes, *, parts: int, seconds: float | None = None) -> Answer:
        """The answer to one page, of `parts` messages."""
        child = self._running()
        got: list[bytes] = []
        talk = threading.Thread(target=_talk, args=(child, task, data, parts, got), daemon=True)
        talk.start()
        talk.join(SECONDS if seconds is None else seconds)
        late = talk.is_alive()
        found = tuple(got)  # what comes later than this comes too late
        whole = tuple(part[1:] for part in found if part[:1] == OK)
        if late or len(whole) < parts:
            broken = next((part[1:].decode("utf-8", "replace") for part in found if part[:1] != OK), None)
            if broken is None:
                self.close()
                talk.join(1)
                return Answer(whole, "time" if late else "died")
            return Answer(whole, "error", broken)
        return Answer(whole)

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue

    def _running(self) -> "subprocess.Popen[bytes]":
        """The child of this very process: one that a fork inherited is another's."""
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            if self._owner == os.getpid():
                self.close()
            self._owner = os.getpid()
            command = [sys.executable, *self._command]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._child


def _talk(child: "subprocess.Popen[bytes]", task: str, data: bytes, parts: int, got: list[bytes]) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        write_message(child.stdin, task.encode())
        write_message(child.stdin, data)
        while len(got) < parts and (part := read_message(child.stdout)) is not None:
            got.append(part)
            if part[:1] != OK:
                return
    except (OSError, ValueError):
        return


child = Child()
atexit.register(child.close)
