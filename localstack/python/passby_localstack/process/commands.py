"""What command runs a function: what the container of Lambda would start, on this machine."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

JAVA = "PASSBY_JAVA"
RUNTIME_CLIENT = "PASSBY_RUNTIME_CLIENT"
NATIVE_CLIENT = "PASSBY_NATIVE_CLIENT"
IMAGES = "PASSBY_IMAGES"

NATIVE_CLIENT_PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
CLIENT_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
HEAP_SHARE = 0.75
LEAST_HEAP_MB = 64


class NotRunnable(Exception):
    """No command is known for this function."""


@dataclass(frozen=True)
class Function:
    """As far as the command depends on it."""

    runtime: str | None
    image_uri: str | None
    handler: str | None
    memory_mb: int


@dataclass(frozen=True)
class Commands:
    """How functions are started on this machine.

    java: path of the program.
    runtime_client: class path of the runtime interface client, which the managed runtime brings along.
    native_client: its library. Left to itself every function writes it to one file in /tmp, while others have that file mapped.
    images: for each image URI the command that stands for the container's. Read from a file at each start, so that an update of
        the stack may name a new one.
    """

    java: str
    runtime_client: str
    native_client: str
    images: Mapping[str, list[str]]

    @classmethod
    def of_environment(cls, environment: Mapping[str, str]) -> "Commands":
        return cls(
            environment.get(JAVA, "java"),
            environment.get(RUNTIME_CLIENT, ""),
            environment.get(NATIVE_CLIENT, ""),
            json.loads(Path(environment[IMAGES]).read_text()) if IMAGES in environment else {},
        )

    def of(self, function: Function) -> list[str]:
        if function.image_uri is not None:
            return self._image(function.image_uri)
        if (function.runtime or "").startswith("java"):
            return self._java(function)
        raise NotRunnable(f"functions of runtime {function.runtime} do not run as processes here")

    def _image(self, uri: str) -> list[str]:
        if uri not in self.images:
            raise NotRunnable(f"no command stands for image {uri}: {IMAGES} names none")
        return self.images[uri]

    def _java(self, function: Function) -> list[str]:
        heap = max(LEAST_HEAP_MB, int(function.memory_mb * HEAP_SHARE))
        # As the managed runtime: only the client on the class path; it finds the function in its working folder and lib/ there.
        return [
            self.java,
            f"-Xmx{heap}m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            f"-D{NATIVE_CLIENT_PROPERTY}={self.native_client}",
            "-cp",
            self.runtime_client,
            CLIENT_CLASS,
            function.handler or "",
        ]
