"""The kill switch: one person stops every camera, two people in two roles let them go on."""

import re

from passby_localstack import stacks
from passby_localstack.journey import reading
from passby_localstack.journey.city import City, Failed, Reply, await_, expect
from passby_localstack.journey.people import CHIEF, MANAGER, Camera
from passby_localstack.journey.policy import approve
from passby_localstack.journey.reading import NEIGHBOUR, Shot
from passby_localstack.place import ACCOUNT, REGION

SWITCHED_SECONDS = 60.0
WAITED_FOR_SECONDS = 5.0
WHO = ("--by", "admin of the account", "--reason", "A rehearsal of the day on which a court says stop")


def switch_off_and_on(city: City, camera: Camera) -> str:
    """As docs/deploy.md tells an administrator. A frame that was uploaded before waits for its reader."""
    file = _city_file(city)
    before = len(reading.rows_of(city, camera))
    promise = reading.announce(city, camera, [_shot(city, "before")])[0]
    city.script("capture", "off", file, *WHO)
    refused = await_("the refusal of cameras", SWITCHED_SECONDS, lambda: _refused(city, camera))
    expect(_mapping(city) in ("Disabled", "Disabling"), f"the queue's reader is {_mapping(city)}")
    reading.put(promise, city.picture(NEIGHBOUR[0]))
    expect(not _comes(city, camera, before), "a frame was read while capture was off")
    told = city.script("capture", "on", file, *WHO)
    request = re.search(r"approve request (\S+)", told)
    expect(request is not None, f"capture on asks nobody: {told}")
    assert request is not None
    first = approve(city, request[1], CHIEF, "chief")
    expect(first == "pending", f"after the chief the request is {first}")
    approve(city, request[1], MANAGER, "program-manager")
    city.script("capture", "on", file, *WHO)
    expect(_mapping(city) in ("Enabled", "Enabling"), f"the queue's reader is {_mapping(city)}")
    await_("the frame that waited", reading.READ_SECONDS, lambda: len(reading.rows_of(city, camera)) > before)
    return f"off: cameras get {refused.status} {refused.body['type'].rsplit('/', 1)[-1]}, the queue waits; on after two approvals: it is read"


def _shot(city: City, name: str) -> Shot:
    return Shot(city.picture(NEIGHBOUR[0]), f"switch_{name}", 1)


def _city_file(city: City) -> str:
    """The city's file, as scripts/deploy takes it."""
    file = city.place.folder / "city.properties"
    account = {"account": ACCOUNT, "region": REGION, "deployment": stacks.DEPLOYMENT}
    lines = [f"{name}={value}" for name, value in {**account, **stacks.PARAMETERS}.items()]
    file.write_text("\n".join(lines) + "\n")
    return str(file)


def _refused(city: City, camera: Camera) -> Reply | None:
    """A function may use a copy of the policy for half a minute."""
    reply = reading.promise(city, camera, [_shot(city, "during")])
    return reply if reply.status == 503 else None


def _mapping(city: City) -> str:
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{stacks.DEPLOYMENT}-uploads"
    return city.client("lambda").list_event_source_mappings(EventSourceArn=arn)["EventSourceMappings"][0]["State"]


def _comes(city: City, camera: Camera, before: int) -> bool:
    """Whether within a few seconds one more frame of the camera was read."""
    try:
        await_("nothing", WAITED_FOR_SECONDS, lambda: len(reading.rows_of(city, camera)) > before)
    except Failed:
        return False
    return True
