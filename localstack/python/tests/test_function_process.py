"""A function's process, tried with small programs that speak the runtime API."""

import sys
from pathlib import Path

import pytest

from passby_localstack.process.function_process import Exited, FunctionProcess, NotStarted
from passby_localstack.process.runtime_api import Invocation

PATIENCE = 20.0

CALLS = """
import json, os, sys, time, urllib.request
api = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/"
def next_event():
    answer = urllib.request.urlopen(api + "invocation/next")
    return answer.headers["Lambda-Runtime-Aws-Request-Id"], answer.read()
def post(path, body):
    urllib.request.urlopen(urllib.request.Request(api + path, body, method="POST")).read()
"""
ECHO = CALLS + """
while True:
    request, body = next_event()
    print("an event came", flush=True)
    post(f"invocation/{request}/" + ("error" if body == b"bad" else "response"), body)
"""
CHUNKS = CALLS + """
while True:
    request, body = next_event()
    post(f"invocation/{request}/response", iter([b"in ", b"pieces"]))
"""
ENDS = CALLS + "next_event(); sys.exit(3)"
SLEEPS = CALLS + "next_event(); time.sleep(600)"
NO_INIT = CALLS + "post('init/error', b'no such class'); time.sleep(600)"
DIES = "import sys; print('no way'); sys.exit(5)"


@pytest.fixture
def start(tmp_path):
    processes = []

    def of(program: str) -> FunctionProcess:
        process = FunctionProcess([sys.executable, "-c", program], tmp_path, {}, tmp_path / "log")
        processes.append(process)
        return process

    yield of
    for process in processes:
        process.stop()


def event(payload: str, request_id: str = "r-1") -> Invocation:
    return Invocation(request_id, payload, "arn", "trace", 0)


def test_events_are_answered_one_after_the_other(start):
    process = start(ECHO)

    first = process.invoke(event("one", "r-1"), PATIENCE)
    second = process.invoke(event("two", "r-2"), PATIENCE)

    assert (first.body, first.is_error) == (b"one", False)
    assert (second.request_id, second.body) == ("r-2", b"two")


def test_an_error_of_the_function_is_an_answer(start):
    answer = start(ECHO).invoke(event("bad"), PATIENCE)

    assert (answer.body, answer.is_error) == (b"bad", True)


def test_an_answer_in_pieces_is_put_together(start):
    assert start(CHUNKS).invoke(event("x"), PATIENCE).body == b"in pieces"


def test_a_process_that_ends_at_work_is_told_from_a_slow_one(start):
    with pytest.raises(Exited, match="3"):
        start(ENDS).invoke(event("x"), PATIENCE)


def test_a_slow_one_has_no_answer_in_time(start):
    process = start(SLEEPS)

    assert process.invoke(event("x"), 0.1) is None
    assert process.is_alive()


@pytest.mark.parametrize(("program", "reason"), [(NO_INIT, "no such class"), (DIES, "no way")])
def test_a_process_that_does_not_start_says_why(start, program, reason):
    with pytest.raises(NotStarted, match=reason):
        start(program)


def test_stopping_ends_the_process(start):
    process = start(SLEEPS)

    process.stop()

    assert not process.is_alive()


def test_what_it_writes_goes_to_its_log(start, tmp_path: Path):
    process = start(ECHO)

    process.invoke(event("x"), PATIENCE)
    process.stop()

    assert "an event came" in (tmp_path / "log").read_text()
