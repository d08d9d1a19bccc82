"""Where the city in LocalStack answers, for people and for shells."""

import re
import shlex
import sys
from pathlib import Path

from passby_localstack import stacks
from passby_localstack.place import Place

API = re.compile(r"https?://([a-z0-9-]+)\.execute-api\.[^/]+/([^/]+)/?")


def api(place: Place, url: str) -> str:
    """The stack's own address of the API, which no resolver here knows, as the path under which LocalStack serves it."""
    found = API.fullmatch(url)
    if found is None:
        raise stacks.NotDeployed(f"not the address of an API: {url}")
    return f"{place.endpoint}/restapis/{found[1]}/{found[2]}/_user_request_"


def variables(place: Place) -> dict[str, str]:
    """What docs/localstack.md and the test use."""
    service = stacks.outputs(place, stacks.SERVICE)
    return {
        **place.credentials(),
        "PATH": f"{Path(sys.executable).parent}:$PATH",
        "api": api(place, service["ApiUrl"]),
        "desk": place.desk,
        "uploads": service["UploadsBucket"],
        "pictures": service["PicturesBucket"],
        "alerts": service["AlertsTopic"],
        "ledger": ledger(place),
        "queue": service["UploadsQueue"],
        "dead_letters": service["DeadLetterQueue"],
        "appoint": service["AppointPersonFunction"],
        "recognizer": service["RecognizerFunction"],
        "stack": stacks.SERVICE,
        "tables": f"{stacks.DEPLOYMENT}-",
    }


def ledger(place: Place) -> str:
    """The bucket of the signed log, whose name is made like that of every other."""
    return stacks.outputs(place, stacks.SERVICE)["PicturesBucket"].replace(f"{stacks.DEPLOYMENT}-pictures", f"{stacks.DEPLOYMENT}-ledger")


def write(place: Place) -> None:
    lines = []
    for name, value in variables(place).items():
        quoted = f'"{value}"' if name == "PATH" else shlex.quote(value)
        lines.append(f"export {name}={quoted}\n")
    place.addresses.write_text("".join(lines))


def read(place: Place) -> dict[str, str]:
    """As up wrote them down: after an update that was rolled back, LocalStack has forgotten a stack's outputs."""
    words = (shlex.split(line) for line in place.addresses.read_text().splitlines())
    return dict(word.split("=", 1) for _, word in words)


def guide(place: Place) -> str:
    known = read(place)
    return f"""
Springfield is deployed in LocalStack. Everything here is made up and answers on this machine only.
  API        {known["api"]}   (document: .../openapi.json)
  AWS        {place.endpoint}, account 000000000000; . {place.addresses.relative_to(place.root)} sets the AWS CLI up for it
  sign-ins   curl -s {place.desk}/officer-rivera   an access token (officer-lund, manager-osei, auditor-quist, admin-hale ...)
  logs       {place.logs.relative_to(place.root)}
Try docs/localstack.md, block by block; localstack/test does it all; localstack/down ends it."""
