"""One process that runs a function, between its start and its end."""

import subprocess
import threading
import time
from collections import deque
from collections.abc import Mapping
from pathlib import Path

from passby_localstack.process.runtime_api import Answer, Invocation, RuntimeApi

KEPT_LINES = 2000
LOOK_SECONDS = 0.2
END_SECONDS = 3


class NotStarted(Exception):
    """The process ended, or told of an error, before it asked for its first event."""


class Exited(Exception):
    """The process ended while it worked on an event."""


class FunctionProcess:
    """Started by its constructor, which returns when the function asks for its first event."""

    def __init__(self, command: list[str], folder: Path, environment: Mapping[str, str], log: Path | None) -> None:
        self._api = RuntimeApi()
        self._lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._log = log
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**environment, "AWS_LAMBDA_RUNTIME_API": self._api.address},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, name="function-output", daemon=True)
        self._reader.start()
        try:
            self._await_start()
        except NotStarted:
            self.stop()
            raise

    def _await_start(self) -> None:
        while not self._api.asked.wait(LOOK_SECONDS):
            if not self.is_alive():
                self._reader.join(END_SECONDS)
                raise NotStarted(f"exit status {self._process.returncode} at start: {self.output()[-2000:]}")
        if self._api.init_error is not None:
            raise NotStarted(f"init error: {self._api.init_error.decode(errors='replace')}")

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)
            if self._log is not None:
                with self._log.open("a") as file:
                    file.write(line)

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def output(self) -> str:
        """The last lines that it wrote."""
        return "".join(self._lines)

    def take_output(self) -> str:
        """The lines since this was asked last."""
        lines = []
        while self._lines:
            lines.append(self._lines.popleft())
        return "".join(lines)

    def invoke(self, invocation: Invocation, seconds: float) -> Answer | None:
        """Its answer, or None when it takes longer; then it is at work still. Raises Exited."""
        self._api.hand(invocation)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            answer = self._api.answer(invocation.request_id, min(LOOK_SECONDS, left))
            if answer is not None:
                return answer
            if not self.is_alive():
                raise Exited(f"exit status {self._process.returncode}")
        return None

    def stop(self) -> None:
        """Ends it; on repeat nothing."""
        if self.is_alive():
            self._process.terminate()
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._api.close()
