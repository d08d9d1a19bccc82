"""The unpacked code of functions: one folder for each archive, however many functions and versions are made of it."""

import base64
import threading
from pathlib import Path
from typing import Protocol

FOLDER = "PASSBY_FUNCTIONS_CODE"

_LOCK = threading.Lock()


class Archive(Protocol):
    """Of LocalStack; each function and version has one of its own, which LocalStack would unpack for each again."""

    code_sha256: str

    def prepare_for_execution(self) -> None: ...

    def get_unzipped_code_location(self) -> Path: ...


def location(folder: Path, archive: Archive) -> Path:
    """Where its code lies once it is prepared: named by what is in it."""
    return folder / base64.b64decode(archive.code_sha256).hex()[:32]


def prepare(folder: Path, archive: Archive) -> None:
    """Unpacks it where no archive with the same content was unpacked before."""
    shared = location(folder, archive)
    with _LOCK:
        if not shared.exists():
            folder.mkdir(parents=True, exist_ok=True)
            archive.prepare_for_execution()
            archive.get_unzipped_code_location().rename(shared)
