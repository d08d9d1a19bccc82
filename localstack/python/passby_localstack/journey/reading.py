"""From a picture to an alert and a search, and how a read ends."""

import hashlib
import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from passby_localstack.journey.city import City, Failed, Reply, await_, expect
from passby_localstack.journey.people import ADMIN, AUDITOR, MANAGER, OFFICER, UNTRAINED, Camera
from passby_localstack.place import AUDIENCE

READ_SECONDS = 180.0
SEALED_SECONDS = 180.0
DEAD_SECONDS = 120.0
FEW_RECEIVES = 3

SEEN = ("sedan-day.jpg", "9KZX418")
LISTED = ("front-day.jpg", "HWL5093", "OH")
NEIGHBOUR = ("truck-day.jpg", "FP61749")


def journey(city: City, camera: Camera) -> str:
    """The one journey that runs wherever a city runs, with this city's sign-ins and the key beside its log."""
    key = await_("the key beside the log", SEALED_SECONDS, lambda: _log_key(city))
    people = {"--officer": OFFICER, "--auditor": AUDITOR, "--admin": ADMIN, "--approver": MANAGER}
    words = [word for option, person in people.items() for word in (option, city.token(person))]
    told = city.script(
        "e2e", "--api", city.known["api"], *words, "--camera-key", str(camera.key), "--ledger-key", key
    )
    return "scripts/e2e" + "".join(f"\n          {line}" for line in told.strip().splitlines())


def _log_key(city: City) -> str | None:
    """The first run of the sealer puts it there, a minute after the deployment at the latest."""
    s3 = city.client("s3")
    try:
        return s3.get_object(Bucket=city.known["ledger"], Key="log/own/vkey")["Body"].read().decode().strip()
    except s3.exceptions.NoSuchKey:
        return None


def refuse_tokens(city: City) -> str:
    """Without a token, with one that was changed, with the token of somebody whose training ran out."""
    token = city.token(OFFICER)
    forged = token[:-6] + ("A" * 6 if token[-6:] != "A" * 6 else "B" * 6)
    statuses = [search(city, each, SEEN[1])[0] for each in (None, forged, city.token(UNTRAINED))]
    expect(statuses == [401, 401, 403], f"answered {statuses}")
    return "no token 401, a forged one 401, an untrained officer 403"


@contextmanager
def subscribed(city: City, name: str) -> Iterator[str]:
    """A queue that hears the city's alerts, as a dispatcher's system would."""
    sqs, sns = city.client("sqs"), city.client("sns")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    topic = city.known["alerts"]
    subscription = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, ReturnSubscriptionArn=True)
    try:
        yield url
    finally:
        sns.unsubscribe(SubscriptionArn=subscription["SubscriptionArn"])
        sqs.delete_queue(QueueUrl=url)


def alert(city: City, camera: Camera) -> str:
    """A listed plate passes; its alert comes through SNS and tells no plate."""
    picture, plate, state = LISTED
    officer = city.token(OFFICER)
    entry = list_plate(city, officer, plate, state)
    try:
        with subscribed(city, f"{camera.camera_id}-alerts") as queue:
            began = datetime.now(UTC)
            city.upload(camera.key, picture)
            message = await_("the alert", READ_SECONDS, lambda: _received(city, queue))
            seconds = (datetime.now(UTC) - began).total_seconds()
        expect(plate not in json.dumps(message), "the alert tells the plate")
        told = json.loads(message["Message"])
        hits = city.call("GET", "/v1/hits", officer).body
        expect(any(hit.get("hitId") == told["hitId"] for hit in hits.get("hits", [])), f"no such hit: {told['hitId']}")
    finally:
        city.call("DELETE", f"/v1/hot-list-entries/{entry}", officer)
    return f"{picture}: {told['category']} alert {told['shortCode']}, {seconds:.1f} s after the camera began"


def list_plate(city: City, officer: str, plate: str, state: str) -> str:
    now = datetime.now(UTC)
    body = {
        "plate": plate,
        "state": state,
        "category": "stolen-vehicle",
        "reason": "Made-up entry of the test",
        "caseNumber": "26-000117",
        "effective": _text(now),
        "expires": _text(now + timedelta(hours=20)),
    }
    reply = city.call("POST", "/v1/hot-list-entries", officer, body)
    expect(reply.status == 201, f"the entry was not made: {reply}")
    record = reply.body["recordId"]
    if reply.body["approvalFirst"]:  # the plate was on the list within a day: then a second person decides
        approved = city.call("POST", f"/v1/hot-list-entries/{record}/approval", city.token(MANAGER))
        expect(approved.status == 200, f"the entry was not approved: {approved}")
    return record


def _received(city: City, queue: str) -> dict[str, Any] | None:
    messages = city.client("sqs").receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages", [])
    return json.loads(messages[0]["Body"]) if messages else None


@contextmanager
def impatient(city: City) -> Iterator[None]:
    """The queue of uploads gives a frame up after a few receives: eight of them, ever later, take more than eight minutes."""
    sqs = city.client("sqs")
    url = sqs.get_queue_url(QueueName=city.known["queue"].rsplit("/", 1)[-1])["QueueUrl"]
    patient = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["RedrivePolicy"])["Attributes"]["RedrivePolicy"]
    fewer = json.dumps({**json.loads(patient), "maxReceiveCount": FEW_RECEIVES})
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"RedrivePolicy": fewer})
    try:
        yield
    finally:
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"RedrivePolicy": patient})


def poison(city: City, camera: Camera, broken: Camera) -> str:
    """A frame over which ReadPlates breaks each time (its camera's row is of an unknown version) goes to the dead letters.

    Its neighbour is read meanwhile. Once the cause is repaired, the runbook's command brings the frame back, and it is read.
    """
    sqs = city.client("sqs")
    dead = sqs.get_queue_url(QueueName=city.known["dead_letters"].rsplit("/", 1)[-1])["QueueUrl"]
    picture, plate = NEIGHBOUR
    table = city.known["tables"] + "Cameras"
    row = _one(city, table, "cameraId", broken.camera_id)
    key = _key(city, table, row)
    with impatient(city):
        url = announce(city, broken, [Shot(city.picture(picture), "poison_1", 1)])[0]
        _set(city.client("dynamodb"), table, key, "v", {"N": "99"})
        try:
            put(url, city.picture(picture))
            began = datetime.now(UTC)
            city.upload(camera.key, picture)
            await_(f"its neighbour {picture}", READ_SECONDS, lambda: row_of(city, camera, plate))
            read_after = (datetime.now(UTC) - began).total_seconds()
            await_("the poison in the dead letters", DEAD_SECONDS, lambda: waiting(sqs, dead) == 1)
            dead_after = (datetime.now(UTC) - began).total_seconds()
        finally:
            _set(city.client("dynamodb"), table, key, "v", row["v"])
    return (
        f"{picture} read after {read_after:.0f} s, the frame beside it a dead letter after {dead_after:.0f} s; "
        + _redrive(city, broken, dead, plate)
    )


def _redrive(city: City, broken: Camera, dead: str, plate: str) -> str:
    sqs = city.client("sqs")
    arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    began = datetime.now(UTC)
    city.aws("sqs", "start-message-move-task", "--source-arn", arn)
    await_("the frame that was a dead letter", READ_SECONDS, lambda: row_of(city, broken, plate))
    expect(waiting(sqs, dead) == 0, "there is a dead letter still")
    seconds = (datetime.now(UTC) - began).total_seconds()
    return f"repaired and redriven by the runbook's command it is read after {seconds:.0f} s"


def waiting(sqs: Any, queue: str) -> int:
    name = "ApproximateNumberOfMessages"
    return int(sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=[name])["Attributes"][name])


@dataclass(frozen=True)
class Shot:
    """One frame of a pass."""

    picture: bytes
    pass_id: str
    sequence: int


def announce(city: City, camera: Camera, shots: list[Shot]) -> list[dict[str, Any]]:
    """A promise that the city takes: each answer holds a presigned URL."""
    reply = promise(city, camera, shots)
    promised = reply.body.get("uploads", [])
    # Each frame is judged by itself: one that is beyond a bound has a problem in the place of its URL.
    expect(reply.status == 201 and all("url" in one for one in promised), f"no upload URL: {reply}")
    return promised


def promise(city: City, camera: Camera, shots: list[Shot]) -> Reply:
    """A camera's promise, signed by its key, and what the city answers."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    place = {"contentType": "image/jpeg", "capturedAt": now, "latitude": 40.0, "longitude": -89.0, "heading": 90}
    uploads = [
        place
        | {
            "contentLength": len(shot.picture),
            "sha256": hashlib.sha256(shot.picture).hexdigest(),
            "passId": shot.pass_id,
            "sequence": shot.sequence,
        }
        for shot in shots
    ]
    file = city.place.folder / "promise.json"
    file.write_text(json.dumps({"uploads": uploads}))
    token = city.camera("token", "--key", str(camera.key), "--city", AUDIENCE, "--body", str(file))
    return city.call("POST", "/v1/uploads", token, {"uploads": uploads})


def put(url: dict[str, Any], picture: bytes) -> None:
    request = urllib.request.Request(url["url"], picture, url["headers"], method="PUT")
    with urllib.request.urlopen(request) as answer:
        expect(answer.status == 200, f"the PUT was answered {answer.status}")


def expire(city: City, camera: Camera) -> str:
    """Nobody can wait for days here: the row's dates are moved into the past, as if time had passed."""
    picture, plate = SEEN
    expect(found(city, camera, plate) is not None, "the read is not there to begin with")
    table, row = city.known["tables"] + "Reads", row_of(city, camera, plate)
    dynamodb = city.client("dynamodb")
    key = _key(city, table, row)
    past = datetime.now(UTC) - timedelta(minutes=1)
    _set(dynamodb, table, key, "expiresAt", {"S": past.strftime("%Y-%m-%dT%H:%M:%S.000Z")})
    expect(found(city, camera, plate) is None, "a read past its date is answered")
    expect(row_of(city, camera, plate) is not None, "the row went before any sweep")
    attribute = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]["AttributeName"]
    _set(dynamodb, table, key, attribute, {"N": str(int(past.timestamp()))})
    _sweep(city)
    expect(row_of(city, camera, plate) is None, "the sweep left a read past its time to live")
    return f"{picture}: past its date it is not answered, past its time to live it is deleted"


def _set(dynamodb: Any, table: str, key: dict, name: str, value: dict) -> None:
    dynamodb.update_item(
        TableName=table,
        Key=key,
        UpdateExpression="SET #n = :v",
        ExpressionAttributeNames={"#n": name},
        ExpressionAttributeValues={":v": value},
    )


def _sweep(city: City) -> None:
    request = urllib.request.Request(f"{city.place.endpoint}/_aws/dynamodb/expired", method="DELETE")
    urllib.request.urlopen(request).read()


def _key(city: City, table: str, row: dict[str, Any]) -> dict[str, Any]:
    schema = city.client("dynamodb").describe_table(TableName=table)["Table"]["KeySchema"]
    return {part["AttributeName"]: row[part["AttributeName"]] for part in schema}


def row_of(city: City, camera: Camera, plate: str) -> dict[str, Any] | None:
    """As it is stored: looked at by an administrator of the account, who has no bound of searches, unlike an officer."""
    return next((row for row in rows_of(city, camera) if row["raw"] == {"S": plate}), None)


def rows_of(city: City, camera: Camera) -> list[dict[str, Any]]:
    return _rows(city, city.known["tables"] + "Reads", "cameraId", camera.camera_id)


def _one(city: City, table: str, name: str, value: str) -> dict[str, Any]:
    rows = _rows(city, table, name, value)
    expect(len(rows) == 1, f"{len(rows)} rows of {table} have {name} {value}")
    return rows[0]


def _rows(city: City, table: str, name: str, value: str) -> list[dict[str, Any]]:
    pages = city.client("dynamodb").get_paginator("scan").paginate(
        TableName=table,
        FilterExpression="#n = :v",
        ExpressionAttributeNames={"#n": name},
        ExpressionAttributeValues={":v": {"S": value}},
    )
    return [item for page in pages for item in page["Items"]]


def found(city: City, camera: Camera, plate: str, back: timedelta = timedelta(hours=1)) -> dict[str, Any] | None:
    """The row of this camera that an officer's search answers."""
    status, body = search(city, city.token(OFFICER), plate, back)
    if status != 200:
        raise Failed(f"the search was answered {status}: {body}")
    return next((row for row in body["rows"] if row["cameraId"] == camera.camera_id), None)


def search(
    city: City, token: str | None, plate: str, back: timedelta = timedelta(hours=1)
) -> tuple[int, dict[str, Any]]:
    now = datetime.now(UTC)
    body = {
        "plate": plate,
        "from": _text(now - back),
        "to": _text(now + timedelta(hours=1)),
        "purpose": {
            "offenceCode": "240",
            "caseNumber": "26-000117",
            "narrative": "Vehicle seen leaving the lot of the stolen-car report",
            "legalBasis": "reasonable-suspicion",
            "onBehalfOf": "self",
            "outsideAssignment": "none",
        },
    }
    reply = city.call("POST", "/v1/searches", token, body)
    return reply.status, reply.body


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
