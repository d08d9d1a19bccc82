"""The record of what was started: it ends that, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from passby_localstack.place import Place
from passby_localstack.processes import NotUp, Processes

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
PARENT = [sys.executable, "-c", f"import subprocess, time; subprocess.Popen({SLEEPER!r}, start_new_session=True); time.sleep(600)"]
PATIENCE = 20.0


@pytest.fixture
def place(tmp_path: Path):
    place = Place(tmp_path, tmp_path, 4566)
    place.logs.mkdir()
    yield place
    Processes(place).end()


def test_what_was_started_is_running_until_it_is_ended(place):
    processes = Processes(place)
    processes.start("sleeper", SLEEPER, {}, place.folder)

    assert processes.is_running("sleeper")
    assert Processes(place).end() == ["sleeper"]
    assert not processes.is_running("sleeper")


def test_what_it_started_itself_is_ended_too_even_after_it_died(place):
    processes = Processes(place)
    processes.start("parent", PARENT, {}, place.folder)
    parent = psutil.Process(processes.recorded()[0].pid)
    processes.await_up("parent", lambda: bool(parent.children()), PATIENCE)
    child = parent.children()[0]
    parent.kill()
    parent.wait(PATIENCE)

    processes.end()

    assert not child.is_running()


def test_a_process_that_got_the_number_of_ours_is_left_alone(place):
    stranger = subprocess.Popen(SLEEPER)
    try:
        place.record.write_text(json.dumps([{"name": "ours", "pid": stranger.pid, "started": 1.0}]))

        assert Processes(place).end() == []
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_process_that_ends_at_its_start_is_told_at_once(place):
    processes = Processes(place)
    processes.start("short", [sys.executable, "-c", ""], {}, place.folder)

    with pytest.raises(NotUp, match="short ended"):
        processes.await_up("short", lambda: False, PATIENCE)


def test_ending_twice_is_ending_once(place):
    assert Processes(place).end() == []
    assert Processes(place).end() == []
