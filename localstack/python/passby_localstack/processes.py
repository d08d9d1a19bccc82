"""Processes that up starts, written down so that down ends these and no others."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from passby_localstack.place import Place

MARK = "PASSBY_LOCALSTACK"
END_SECONDS = 20.0
KILL_SECONDS = 5.0
LOOK_SECONDS = 0.1
SAME_START_SECONDS = 1.0


class NotUp(Exception):
    """A process ended or stayed silent when it should have come up."""


@dataclass(frozen=True)
class Recorded:
    """A process id alone may be somebody else's by now; together with the time of its start it is not."""

    name: str
    pid: int
    started: float

    def process(self) -> psutil.Process | None:
        """None when it has ended."""
        try:
            process = psutil.Process(self.pid)
            if abs(process.create_time() - self.started) < SAME_START_SECONDS and process.is_running():
                return process if process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            pass
        return None


class Processes:
    """The record, in a file."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def recorded(self) -> list[Recorded]:
        if not self._place.record.exists():
            return []
        return [Recorded(**one) for one in json.loads(self._place.record.read_text())]

    def running(self) -> list[Recorded]:
        return [one for one in self.recorded() if one.process() is not None]

    def is_running(self, name: str) -> bool:
        return any(one.name == name for one in self.running())

    def start(self, name: str, command: list[str], environment: Mapping[str, str], folder: Path) -> None:
        """Starts it in a session of its own, so that Ctrl-C in this terminal does not reach it; what it writes goes to logs/NAME.log."""
        with (self._place.logs / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env={**environment, MARK: str(self._place.folder)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started = Recorded(name, process.pid, psutil.Process(process.pid).create_time())
        self._write([*self.running(), started])

    def await_up(self, name: str, is_up: Callable[[], bool], seconds: float) -> None:
        """Raises NotUp when the process ends first, or after so many seconds."""
        end = time.monotonic() + seconds
        while not is_up():
            if not self.is_running(name):
                raise NotUp(f"{name} ended at its start; see {self._place.logs / name}.log")
            if time.monotonic() > end:
                raise NotUp(f"{name} was not up after {seconds:.0f} s; see {self._place.logs / name}.log")
            time.sleep(LOOK_SECONDS)

    def end(self) -> list[str]:
        """Ends every recorded process and all that these started; answers the names of the recorded ones."""
        recorded = [(one.name, process) for one in self.recorded() if (process := one.process()) is not None]
        everything = {process for _, process in recorded}
        for _, process in recorded:
            everything.update(_children(process))
        for _, process in recorded:
            _quietly(process.terminate)
        psutil.wait_procs([process for _, process in recorded], END_SECONDS)
        # Whatever is left, or was left behind by one that was killed, bears our mark.
        everything.update(self._marked())
        _end_all(list(everything))
        self._place.record.unlink(missing_ok=True)
        return [name for name, _ in recorded]

    def _marked(self) -> Iterator[psutil.Process]:
        for process in psutil.process_iter():
            try:
                if process.pid != os.getpid() and process.environ().get(MARK) == str(self._place.folder):
                    yield process
            except (psutil.AccessDenied, psutil.NoSuchProcess, psutil.ZombieProcess):
                pass  # somebody else's

    def _write(self, processes: list[Recorded]) -> None:
        self._place.record.write_text(json.dumps([asdict(one) for one in processes], indent=1))


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _end_all(processes: list[psutil.Process]) -> None:
    for process in processes:
        _quietly(process.terminate)
    _, left = psutil.wait_procs(processes, KILL_SECONDS)
    for process in left:
        _quietly(process.kill)
    psutil.wait_procs(left, KILL_SECONDS)


def _quietly(act: Callable[[], None]) -> None:
    try:
        act()
    except psutil.NoSuchProcess:
        pass  # it ended by itself
