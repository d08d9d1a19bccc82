"""The commands of docs/runbook.md, as they stand there, with this city's names filled in."""

import os
import re
import subprocess
import sys
from pathlib import Path

from passby_localstack import stacks
from passby_localstack.journey.city import City, expect

COMMAND = re.compile(r"`(aws [a-z0-9]+ [a-z-]+(?: [^`]+)?)`")
OUTPUT = re.compile(r"<output (\w+)>")
# LocalStack has no AWS Organizations, and so neither the question nor the function that asks it; the web stack is left out with CloudFront.
NOT_HERE = ("aws organizations", "passby-CheckOptOut", "passby-web")
RAW = " --cli-binary-format raw-in-base64-out"
SECONDS = 120


def run_commands(city: City) -> str:
    text = (city.place.root / "docs" / "runbook.md").read_text()
    found = list(dict.fromkeys(COMMAND.findall(text)))
    # Where the text only names a command, it stands in full somewhere else.
    commands = [one for one in found if not any(other.startswith(one + " ") for other in found)]
    tried = [command for command in commands if not any(word in command for word in NOT_HERE)]
    expect(len(tried) > 0, "the runbook has no command")
    for command in tried:
        _run(city, command)
    left = [command for command in commands if command not in tried]
    return f"{len(tried)} commands ran; not here: {'; '.join(left) or 'none'}"


def _run(city: City, command: str) -> None:
    outputs = stacks.outputs(city.place, stacks.SERVICE)
    filled = OUTPUT.sub(lambda found: _here(city, outputs[found[1]]), command)
    dead = city.known["dead_letters"].rsplit("/", 1)[-1]
    filled = filled.replace("ARN-OF-THE-DEAD-LETTERS", f"arn:aws:sqs:us-east-1:000000000000:{dead}")
    # The CLI that comes with LocalStack is of version 1: it does not look for queues at AWS_ENDPOINT_URL, and takes payloads as they are.
    filled = filled.replace("aws ", f"aws --endpoint-url {city.place.endpoint} ", 1).replace(RAW, "")
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(
        ["bash", "-c", filled],
        cwd=city.place.folder,
        env={"PATH": found, **city.place.credentials()},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    expect(ended.returncode == 0 and "FunctionError" not in ended.stdout, f"{filled}: {ended.stdout} {ended.stderr.strip()}")


def _here(city: City, value: str) -> str:
    """A queue's address as this machine can resolve it."""
    return f"{city.place.endpoint}/{value.split('/', 3)[3]}" if value.startswith("https://sqs.") else value
