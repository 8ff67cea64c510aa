"""A WACZ file in, the pages of its WARC files out. Names within the zip are never used as paths."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from crossreport.intake.limits import FREE_BYTES, MAX_MEMBERS, MAX_RATIO
from crossreport.intake.part import Part
from crossreport.intake.warc import read_warc
from crossreport.model import Rejection

_ARCHIVES = (".warc", ".warc.gz")


def read_wacz(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    """The pages of every WARC file of a WACZ, in the order of their names."""
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _archives(archive, name)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        yield Rejection(name, "damaged", f"The ZIP archive cannot be opened ({error}). Get it again.")


def _archives(archive: zipfile.ZipFile, name: str) -> Iterator[Part | Rejection]:
    found = sorted((info for info in archive.infolist() if _is_archive(info.filename)), key=lambda info: info.filename)
    if not found:
        says = "The ZIP archive is no WACZ: it has no archive/*.warc.gz. Unpack it, and give the folder."
        yield Rejection(name, "no_web_archive", says)
        return
    if len(found) > MAX_MEMBERS:
        yield Rejection(name, "too_many_parts", f"The WACZ holds more than {MAX_MEMBERS:,} archives. Unpack it.")
        return
    for info in found:
        yield from _archive(archive, info, name)


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(_ARCHIVES)


def _archive(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[Part | Rejection]:
    shown = f"{name}/{info.filename.encode('utf-8', 'replace').decode('utf-8')}"
    if info.flag_bits & 1:
        yield Rejection(shown, "encrypted", "The archive is encrypted. Unpack it with its password first.")
        return
    if info.file_size > FREE_BYTES and info.file_size > MAX_RATIO * info.compress_size:
        yield Rejection(shown, "bomb", f"The archive unfolds to more than {MAX_RATIO} times its size.")
        return
    within = f"/{info.filename}"
    try:
        with archive.open(info) as stream:
            for part in read_warc(cast(BinaryIO, stream), shown):
                yield part if isinstance(part, Rejection) else _within(part, within)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        yield Rejection(shown, "damaged", f"The ZIP archive is damaged here ({error}). Get it again.")


def _within(part: Part, within: str) -> Part:
    import msgspec

    return msgspec.structs.replace(part, position=within + part.position)
