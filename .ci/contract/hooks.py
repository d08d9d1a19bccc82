"""What schemathesis cannot know of a city: who asks, which ids exist, and what no schema can say (a page token that was
answered, a time that is not over, a reason that names an incident). Read by scripts of .ci/contract through SCHEMATHESIS_HOOKS."""

import base64
import datetime
import hashlib
import json
import os
import re
import secrets
import time
import urllib.parse
import zlib

import requests.auth
import schemathesis
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

CALLER = json.loads(os.environ["CONTRACT_CALLER"])
KNOWN = json.loads(os.environ["CONTRACT_KNOWN"])
REASON = "Vehicle seen leaving the lot of the stolen-car report at Elm and Third."


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Person(requests.auth.AuthBase):
    def __call__(self, request):
        request.headers["Authorization"] = "Bearer " + CALLER["token"]
        return request


class Camera(requests.auth.AuthBase):
    """Signs each request with the camera's key over its method, path and body (docs/api.md)."""

    def __init__(self):
        raw = base64.urlsafe_b64decode(CALLER["privateKey"] + "==")
        self.key = Ed25519PrivateKey.from_private_bytes(raw)

    def __call__(self, request):
        now = int(time.time())
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        claims = {
            "iss": CALLER["cameraId"], "aud": CALLER["city"], "iat": now, "exp": now + 50,
            "jti": base64url(secrets.token_bytes(16)), "htm": request.method,
            "htu": urllib.parse.urlsplit(request.url).path, "bh": base64url(hashlib.sha256(body).digest()),
        }
        header = {"typ": "passby-camera+jwt", "alg": "EdDSA", "kid": CALLER["kid"]}
        signed = ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
        signature = base64url(self.key.sign(signed.encode()))
        request.headers["Authorization"] = f"Bearer {signed}.{signature}"
        return request


schemathesis.auth.set_from_requests(Camera() if "privateKey" in CALLER else Person())


def hours(count):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=count)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def is_positive(case):
    return case.meta is not None and case.meta.generation.mode.value == "positive"


# Fields whose right value only this city, or only the moment, can tell; for requests that are to be accepted.
SENSIBLE = {
    "from": lambda: hours(-2), "to": lambda: hours(-1), "installedAt": lambda: hours(-24), "since": lambda: hours(-1),
    "effective": lambda: hours(0), "expires": lambda: hours(20), "capturedAt": lambda: hours(0),
    "trainedUntil": lambda: hours(24 * 20), "policyHash": lambda: KNOWN["policyHash"], "narrative": lambda: REASON,
    "caseNumber": lambda: "26-000117", "publicKey": lambda: KNOWN["publicKey"], "role": lambda: CALLER.get("role", "chief"),
    "onBehalfOf": lambda: "self", "roles": lambda: ["operator"], "type": lambda: "access-granted", "field": lambda: "plate",
    "plate": lambda: "7TST123", "signingKey": lambda: KNOWN["signingKey"], "ori": lambda: KNOWN["ori"], "reason": lambda: REASON,
    "cameraIds": lambda: [KNOWN["ids"]["cameraId"]], "pattern": lambda: "3PS?0*", "until": lambda: hours(24 * 30),
    "webhook": lambda: "https://dispatch.example.gov/passby", "vehicle": lambda: {"make": "CHEV"},
    "coordinates": lambda: [[[-89.652, 39.781], [-89.648, 39.781], [-89.648, 39.784], [-89.652, 39.784], [-89.652, 39.781]]],
    "signedAt": lambda: hours(-24), "timeZone": lambda: "America/Chicago", "seenAt": lambda: hours(-1), "questioned": lambda: 0,
    "captions": lambda: [{"left": 0.0, "top": 0.9, "width": 1.0, "height": 0.1}],
    # The keys are those of RFC 8291, appendix A.
    "webPush": lambda: {"endpoint": "https://fcm.googleapis.com/fcm/send/contract", "keys": {
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg"}},
}
# A camera posts reads of its own; everybody else names reads that a search answered.
if "privateKey" not in CALLER:
    SENSIBLE["reads"] = lambda: [{"readId": KNOWN["ids"]["readId"], "namedBy": KNOWN["ids"]["entryId"]}]
# What this city answered before, or somebody signed: a request that is to be accepted does without.
SECRETS = ("pageToken", "requestId", "signature")
# Shifts and quiet hours have a `from` and a `to` of their own, and some reasons are of a closed list.
OF_THEIR_OWN = {"from": re.compile("[0-9]{2}:[0-9]{2}"), "to": re.compile("[0-9]{2}:[0-9]{2}"), "reason": re.compile("[a-z]{3,}(-[a-z]+)*"),
                "type": re.compile("Polygon")}


def is_settled(name, member):
    own = OF_THEIR_OWN.get(name)
    return name not in SENSIBLE or (own is not None and isinstance(member, str) and own.fullmatch(member) is not None)


def depend(value):
    """What one member asks of another, which these schemas do not say."""
    if value.get("action") == "release":
        value.pop("reviewAt", None)
    if "authority" in value and "kind" in value:
        value["reviewAt"] = hours(24 * 30)
        if value["kind"] == "preservation":
            del value["reviewAt"]
    if "takenBy" in value and value["takenBy"] == value.get("personId"):
        value["takenBy"] = "officer-reyes" if value["personId"] != "officer-reyes" else "officer-yang"
    if all(isinstance(zone, dict) for zone in value.get("zones", ["none"])):
        value["zones"] = list({zone.get("zoneId"): zone for zone in value["zones"]}.values())
    if "zoneIds" in value:
        value["zoneIds"] = sorted(set(value["zoneIds"]))
    if value.get("action") == "renew":
        value["reviewAt"] = hours(24 * 30)
    if "label" in value and value["label"] != "wrong":
        value.pop("legible", None)
    if "class" in value and "agency" in value:
        # The state's own identifier, as its agencies bear it.
        value["ori"] = value.get("state", KNOWN["ori"])[:2] + KNOWN["ori"][2:]
    if "area" in value:
        del value["area"]
        value["cameraIds"] = SENSIBLE["cameraIds"]()
    if "vehicle" in value and "cameraIds" in value:
        value["vehicle"] = {"colours": ["dark"]}
    if "warrantNumber" in value:
        value["legalBasis"] = "warrant"


def settle(value):
    if isinstance(value, dict):
        for name in SECRETS:
            value.pop(name, None)
        for name, member in value.items():
            value[name] = settle(member) if is_settled(name, member) else SENSIBLE[name]()
        depend(value)
        return value
    if isinstance(value, list):
        return [settle(member) for member in value]
    return value


@schemathesis.hook
def before_call(context, case, kwargs):
    if not is_positive(case):
        return
    if isinstance(case.body, dict):
        settle(case.body)
        if "category" in case.body and "expires" in case.body:
            case.body.setdefault("plate", SENSIBLE["plate"]())
        if case.operation.path == "/v1/ledger/own-searches":
            case.body.pop("person", None)
    # Every other request asks for something that exists; the rest for what the examples or schemathesis itself name.
    if zlib.crc32(repr((case.operation.label, case.path_parameters, case.body)).encode()) % 2:
        for name in case.path_parameters or {}:
            if name in KNOWN["ids"]:
                case.path_parameters[name] = KNOWN["ids"][name]
