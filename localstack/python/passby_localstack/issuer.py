"""The local OIDC server: the issuer that a city has already, and a desk that hands out tokens of made-up people."""

import os
import urllib.error
import urllib.request
from pathlib import Path

from passby_localstack.place import AUDIENCE, Place
from passby_localstack.processes import Processes

NAME = "issuer"
START_SECONDS = 60.0
LOOK_TIMEOUT_SECONDS = 2.0
MAIN_CLASS = "passby.local.city.LocalIssuer"


def start(place: Place, processes: Processes, java_home: Path, class_path: list[Path]) -> None:
    command = [
        str(java_home / "bin" / "java"),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        MAIN_CLASS,
        AUDIENCE,
        str(place.issuer_port),
        str(place.desk_port),
    ]
    environment = {"CLASSPATH": os.pathsep.join(map(str, class_path)), "PATH": os.environ["PATH"]}
    processes.start(NAME, command, environment, place.folder)
    processes.await_up(NAME, lambda: is_up(place), START_SECONDS)


def is_up(place: Place) -> bool:
    """Whether issuer and desk answer; the desk knows nobody of that name."""
    return _status(place.issuer_keys) == 200 and _status(place.desk) == 404


def _status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=LOOK_TIMEOUT_SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as e:
        return e.code
    except OSError:
        return 0
