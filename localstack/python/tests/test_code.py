"""One archive is unpacked once."""

import base64
import hashlib
from pathlib import Path

from passby_localstack.process import code


class Archive:
    """Stands for LocalStack's: unpacks into a folder of its own."""

    def __init__(self, folder: Path, content: str):
        self._folder = folder
        self._content = content
        self.code_sha256 = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        self.unpacked = 0

    def prepare_for_execution(self) -> None:
        self.unpacked += 1
        self._folder.mkdir(parents=True)
        (self._folder / "handler").write_text(self._content)

    def get_unzipped_code_location(self) -> Path:
        return self._folder


def test_functions_with_the_same_code_share_one_folder(tmp_path: Path):
    first, second = Archive(tmp_path / "1", "same"), Archive(tmp_path / "2", "same")

    code.prepare(tmp_path / "code", first)
    code.prepare(tmp_path / "code", second)

    assert (first.unpacked, second.unpacked) == (1, 0)
    assert code.location(tmp_path / "code", first) == code.location(tmp_path / "code", second)
    assert (code.location(tmp_path / "code", second) / "handler").read_text() == "same"


def test_other_code_lies_in_another_folder(tmp_path: Path):
    old, new = Archive(tmp_path / "1", "old"), Archive(tmp_path / "2", "new")

    code.prepare(tmp_path / "code", old)
    code.prepare(tmp_path / "code", new)

    assert (code.location(tmp_path / "code", old) / "handler").read_text() == "old"
    assert (code.location(tmp_path / "code", new) / "handler").read_text() == "new"
