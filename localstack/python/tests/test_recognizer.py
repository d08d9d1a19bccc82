"""The recogniser's image as a process."""

import json
from pathlib import Path

from passby_localstack import recognizer
from passby_localstack.place import Place


def image(folder: Path, content: bytes) -> Path:
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "passby-recognizer.jar").write_bytes(content)
    return folder


def options(root: Path, text: str) -> None:
    (root / "recognizer-container").mkdir()
    (root / "recognizer-container" / "java.options").write_text(text)


def test_the_same_recogniser_has_the_same_tag_wherever_it_lies(tmp_path: Path):
    one, same, other = (image(tmp_path / name, content) for name, content in (("a", b"1"), ("b", b"1"), ("c", b"2")))

    assert recognizer.tag(one) == recognizer.tag(same)
    assert recognizer.tag(one) != recognizer.tag(other)


def test_the_command_that_stands_for_it_is_written_down(tmp_path: Path):
    place = Place(tmp_path, tmp_path, 4566)
    options(tmp_path, "-Xmx96m\n")

    uri = recognizer.enter(place, Path("/jdk"), image(tmp_path / "image", b"1"))

    command = json.loads(place.images.read_text())[uri]
    assert command[0] == "/jdk/bin/java"
    assert command[-1] == "passby.recognizer.RecognizerHandler::handleRequest"


def test_every_folder_of_the_image_is_one_of_this_machine(tmp_path: Path) -> None:
    options(tmp_path, "# A heap.\n-Xmx96m\n-Dlibraries=/var/task/native\n")

    command = recognizer.command(tmp_path, Path("/jdk"), Path("/built/image"))

    assert command[2:4] == ["-Dlibraries=/built/image/native", "-cp"]
