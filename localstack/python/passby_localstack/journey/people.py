"""Who may do what: people entered by an administrator of the account, cameras by an administrator of the city."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from passby_localstack.journey.city import City, expect

AGENCY = "Springfield Police Department"
ORI = "XX0000000"
YEAR = timedelta(days=365)

OFFICER = "officer-rivera"
UNTRAINED = "officer-untrained"
ADMIN = "admin-hale"
CHIEF = "chief-ito"
MANAGER = "manager-osei"
AUDITOR = "auditor-quist"

ROLES = {
    OFFICER: "operator",
    UNTRAINED: "operator",
    ADMIN: "system-admin",
    CHIEF: "chief",
    MANAGER: "program-manager",
    AUDITOR: "auditor",
}


@dataclass(frozen=True)
class Camera:
    """A camera and its key."""

    camera_id: str
    key: Path


def appoint(city: City) -> str:
    """The registry is empty at first: AppointPerson enters people. docs/localstack.md does it by the AWS CLI."""
    for person, role in ROLES.items():
        answer = _invoke_appoint(city, person, role)
        expect(answer.get("appointed") is True and bool(answer.get("entryId")), f"{person} was not appointed: {answer}")
    refused = _invoke_appoint(city, "somebody", "emperor")
    expect(refused.get("appointed") is False, f"an emperor was appointed: {refused}")
    return f"{len(ROLES)} people appointed, each with an entry; an unknown role is refused"


def _invoke_appoint(city: City, person: str, role: str) -> dict:
    trained = datetime.now(UTC) + (-timedelta(days=1) if person == UNTRAINED else YEAR)
    appointment = {
        "personId": person,
        "agency": AGENCY,
        "ori": ORI,
        "roles": [role],
        "trainedUntil": _text(trained),
        "acknowledgedUntil": _text(datetime.now(UTC) + YEAR),
        "active": True,
    }
    told = city.client("lambda").invoke(FunctionName=city.known["appoint"], Payload=json.dumps(appointment))
    answer = json.loads(told["Payload"].read())
    expect("FunctionError" not in told, f"AppointPerson failed: {answer}")
    return answer


def register_camera(city: City, camera: Camera) -> str:
    """A key pair is made here; the city gets the public part."""
    city.camera("keygen", "--camera", camera.camera_id, "--out", str(camera.key))
    place = ["--zone", "north", "--latitude", "40.0", "--longitude", "-89.0", "--heading", "90"]
    who = ["--name", "Elm Street", "--owner", AGENCY, "--approval", "Council resolution 2026-117"]
    token = city.token(ADMIN)
    city.camera("register", "--api", city.known["api"], "--token", token, "--key", str(camera.key), *place, *who)
    return f"{camera.camera_id} registered with its public key"


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
