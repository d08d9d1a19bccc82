"""The recogniser's image as a process: the files that scripts/build-image lays out, under the same options and the same client."""

import hashlib
import json
from pathlib import Path

from passby_localstack.place import ACCOUNT, REGION, Place
from passby_localstack.process.commands import CLIENT_CLASS

HANDLER = "passby.recognizer.RecognizerHandler::handleRequest"
FOLDER = "/var/task"
REPOSITORY = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/passby-recognizer"


def enter(place: Place, java_home: Path, image: Path) -> str:
    """Writes down what stands for the image; answers its URI, which changes when the recogniser does."""
    uri = f"{REPOSITORY}:{tag(image)}"
    place.images.write_text(json.dumps({uri: command(place.root, java_home, image)}, indent=1))
    return uri


def command(root: Path, java_home: Path, image: Path) -> list[str]:
    """The image's own options; where they name its folder the files of the image stand, and the later option counts."""
    options = root / "recognizer-container" / "java.options"
    return [
        str(java_home / "bin" / "java"),
        f"@{options}",
        *(line.replace(FOLDER, str(image)) for line in options.read_text().splitlines() if FOLDER in line),
        "-cp",
        str(image / "lib" / "*"),
        CLIENT_CLASS,
        HANDLER,
    ]


def tag(image: Path) -> str:
    """Made of the content of every file, so that the same recogniser has the same one."""
    digest = hashlib.sha256()
    for file in sorted(image.rglob("*")):
        if file.is_file():
            digest.update(str(file.relative_to(image)).encode())
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:16]
