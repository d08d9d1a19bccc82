"""The city as its people, its cameras and an administrator of its account reach it."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from passby_localstack import addresses, stacks
from passby_localstack.place import AUDIENCE, Place

CALL_SECONDS = 60.0
LOOK_SECONDS = 0.5

Seen = TypeVar("Seen")


class Failed(Exception):
    """The city did not do what it should; the message says what was seen instead."""


def expect(holds: bool, what: str) -> None:
    if not holds:
        raise Failed(what)


def await_(what: str, seconds: float, look: Callable[[], Seen | None]) -> Seen:
    """What is seen in the end; Failed after so many seconds."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        expect(time.monotonic() < end, f"{what}: not within {seconds:.0f} s")
        time.sleep(LOOK_SECONDS)
    return seen


@dataclass(frozen=True)
class Reply:
    """Of the API."""

    status: int
    body: dict[str, Any]


class City:
    """Of one place."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.known = addresses.read(place)

    def client(self, service: str) -> Any:
        return stacks.client(self.place, service)

    def aws(self, *arguments: str, file: Path | None = None) -> Any:
        """The AWS CLI; its answer as JSON. file: what it writes its payload to."""
        # For queues this CLI does not look at AWS_ENDPOINT_URL.
        program = [Path(sys.executable).parent / "aws", "--endpoint-url", self.place.endpoint]
        command = [*program, *arguments, *([str(file)] if file else []), "--output", "json"]
        environment = {"PATH": os.environ["PATH"], **self.place.credentials()}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True)
        expect(ended.returncode == 0, f"aws {' '.join(arguments[:2])}: {ended.stderr.strip()}")
        return json.loads(ended.stdout) if ended.stdout.strip() else None

    def token(self, person: str) -> str:
        """A sign-in at the issuer's desk, second factor included."""
        with urllib.request.urlopen(f"{self.place.desk}/{person}", timeout=CALL_SECONDS) as answer:
            return answer.read().decode()

    def call(self, method: str, path: str, token: str | None, body: Any = None) -> Reply:
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.known["api"] + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=CALL_SECONDS) as answer:
                return Reply(answer.status, _json(answer.read()))
        except urllib.error.HTTPError as e:
            return Reply(e.code, _json(e.read()))

    def camera(self, command: str, *options: str) -> str:
        """scripts/camera."""
        return self.script("camera", command, *options).strip()

    def script(self, name: str, *arguments: str) -> str:
        """A script of this checkout, with this LocalStack for AWS; what it printed."""
        found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, **self.place.credentials(), "PATH": found}
        command = [self.place.root / "scripts" / name, *arguments]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True)
        expect(ended.returncode == 0, f"scripts/{name}: {ended.stdout.strip()} {ended.stderr.strip()}")
        return ended.stdout + ended.stderr

    def upload(self, key: Path, picture: str, *options: str) -> None:
        image = str(self._samples / picture)
        self.camera("upload", "--api", self.known["api"], "--key", str(key), "--city", AUDIENCE, *options, "--image", image)

    def picture(self, name: str) -> bytes:
        """One of the samples."""
        return (self._samples / name).read_bytes()

    @property
    def _samples(self) -> Path:
        return self.place.root / "localstack/local/src/main/resources/passby/local/springfield/samples"


def _json(body: bytes) -> dict[str, Any]:
    try:
        return json.loads(body) if body else {}
    except ValueError:
        return {"text": body.decode(errors="replace")}
