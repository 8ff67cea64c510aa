"""The journal's head as a small file that a time-stamping authority can sign, and the check of its answer by openssl.

In: a record; a head file and the authority's answer (RFC 3161). Out: the file, and the request that is sent to the
authority; what is wrong. The stamp binds the hash of the last entry, and with it every entry before: they were there on
the stamped day. Nothing is sent from here.
"""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct

from crossreport.record.database import RecordError

# RFC 3161, 2.4.1, in DER: TimeStampReq { version 1, messageImprint { SHA-256, hash }, certReq TRUE }; no nonce, so that
# the same head makes the same request. As `openssl ts -query -sha256 -cert -no_nonce` writes it.
_BEFORE = bytes.fromhex("3039020101 3031 300d 0609608648016503040201 0500 0420".replace(" ", ""))
_AFTER = bytes.fromhex("0101ff")
_FORM = re.compile(r"crossreport journal head\nentries: (\d+)\nhash: ([0-9a-f]{64})\n")
_SECONDS = 60.0  # openssl needs a few hundredths
_TIME = re.compile(r"^Time stamp: (.+)$", re.MULTILINE)


class Head(Struct, frozen=True):
    """How many entries the journal had, and the hash of the last."""

    entries: int
    hash: str

    def text(self) -> str:
        """The head file's content."""
        return f"crossreport journal head\nentries: {self.entries}\nhash: {self.hash}\n"


def request(head: Head) -> bytes:
    """What a time-stamping authority is sent to sign the head file: a TimeStampReq, DER."""
    return _BEFORE + hashlib.sha256(head.text().encode("utf-8")).digest() + _AFTER


def read_head(path: Path) -> Head:
    """The head in a file that `text` gave.

    Raises:
        RecordError: the file holds something else.
    """
    found = _FORM.fullmatch(path.read_text(encoding="utf-8", errors="replace"))
    if found is None:
        raise RecordError(f"{path}: is no journal head; write one with crossreport stamp")
    return Head(int(found[1]), found[2])


def stamped_at(head_file: Path, answer: Path, authority: Path) -> str:
    """The time that the authority puts on the head file, as openssl prints it.

    Raises:
        RecordError: there is no openssl, or the answer is not over this file, or not by this authority.
    """
    paths = {"-data": head_file, "-in": answer, "-CAfile": authority}
    checked = _openssl("ts", "-verify", *(word for name, path in paths.items() for word in (name, str(path))))
    if checked.returncode:
        raise RecordError(f"{answer}: does not hold for {head_file}: {_why(checked.stderr)}")
    told = _TIME.search(_openssl("ts", "-reply", "-in", str(answer), "-text").stdout)
    return told[1] if told else "an unknown time"


def _openssl(*arguments: str) -> "subprocess.CompletedProcess[str]":
    program = shutil.which("openssl")
    if program is None:
        raise RecordError("checking a time-stamp needs openssl: install it")
    return subprocess.run(
        [program, *arguments],
        capture_output=True, text=True, errors="replace", check=False, stdin=subprocess.DEVNULL, timeout=_SECONDS,
    )  # fmt: skip


def _why(said: str) -> str:
    """The reason out of openssl's error stack: what stands behind the last "reason" field of its first lines."""
    parts = [line.split(":") for line in said.splitlines() if ":error:" in line or ":" in line]
    reasons = [fields[5] if len(fields) > 5 and fields[5] else fields[-1].strip() for fields in parts]
    return "; ".join(dict.fromkeys(filter(None, reasons))) or "openssl refuses it"
