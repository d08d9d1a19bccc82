"""A burst of passes: each listed one alerts once, whatever the order in which frames come and however often a message is delivered."""

import json
import random
import time
from concurrent.futures import ThreadPoolExecutor

from passby_localstack.journey import reading
from passby_localstack.journey.city import City, await_, expect
from passby_localstack.journey.people import OFFICER, Camera
from passby_localstack.journey.reading import LISTED, NEIGHBOUR, READ_SECONDS, Shot

LISTED_PASSES = 4
OTHER_PASSES = 2
FRAMES = 2
QUIET_SECONDS = 5.0
AT_ONCE = 4


def burst(city: City, camera: Camera) -> str:
    """A small form of the thousand passes that ManyPassesTest drives through the same classes in memory."""
    seed = int(time.time())
    picture, plate, state = LISTED
    officer = city.token(OFFICER)
    entry = reading.list_plate(city, officer, plate, state)
    try:
        with reading.subscribed(city, f"{camera.camera_id}-burst") as queue:
            shots = _shots(city, seed)
            _send(city, camera, shots, random.Random(seed))
            passes = LISTED_PASSES + OTHER_PASSES
            await_(f"{passes} passes", READ_SECONDS, lambda: len(_passes(city, camera, seed)) == passes)
            hits = _alerts(city, queue)
    finally:
        city.call("DELETE", f"/v1/hot-list-entries/{entry}", officer)
    expect(len(hits) == len(set(hits)), f"{len(hits) - len(set(hits))} alerts came twice")
    expect(len(hits) == LISTED_PASSES, f"{LISTED_PASSES} listed passes made {len(hits)} alerts")
    return f"{len(shots)} frames of {passes} passes, reordered and each delivered twice: {len(hits)} listed, {len(hits)} alerts (seed {seed})"


def _shots(city: City, seed: int) -> list[Shot]:
    pictures = [LISTED[0]] * LISTED_PASSES + [NEIGHBOUR[0]] * OTHER_PASSES
    return [
        Shot(city.picture(picture), f"burst_{seed}_{number}", sequence)
        for number, picture in enumerate(pictures)
        for sequence in range(1, FRAMES + 1)
    ]


def _send(city: City, camera: Camera, shots: list[Shot], chance: random.Random) -> None:
    """All at once and in no order; then S3's messages of all of them once more."""
    promised = list(zip(reading.announce(city, camera, shots), shots, strict=True))
    chance.shuffle(promised)
    with ThreadPoolExecutor(AT_ONCE) as cameras:
        list(cameras.map(lambda one: reading.put(one[0], one[1].picture), promised))
    s3, sqs = city.client("s3"), city.client("sqs")
    queue = sqs.get_queue_url(QueueName=city.known["queue"].rsplit("/", 1)[-1])["QueueUrl"]
    uploads = {promise["uploadId"] for promise, _ in promised}
    stored = s3.get_paginator("list_objects_v2").paginate(Bucket=city.known["uploads"])
    for thing in (thing for page in stored for thing in page.get("Contents", [])):
        if any(upload in thing["Key"] for upload in uploads):
            sqs.send_message(QueueUrl=queue, MessageBody=json.dumps(_created(city, thing)))


def _created(city: City, thing: dict) -> dict:
    """As S3 tells of an object, as far as anybody reads it."""
    told = {"key": thing["Key"], "size": thing["Size"], "eTag": thing["ETag"].strip('"')}
    bucket = {"name": city.known["uploads"]}
    return {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {"bucket": bucket, "object": told}}]}


def _passes(city: City, camera: Camera, seed: int) -> set[str]:
    rows = reading.rows_of(city, camera)
    return {row["passId"]["S"] for row in rows if f"burst_{seed}_" in row["passId"]["S"]}


def _alerts(city: City, queue: str) -> list[str]:
    """The hits that were told of, until nothing has come for some seconds."""
    sqs, hits, end = city.client("sqs"), [], time.monotonic() + QUIET_SECONDS
    while time.monotonic() < end:
        for message in sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1, MaxNumberOfMessages=10).get("Messages", []):
            hits.append(json.loads(json.loads(message["Body"])["Message"])["hitId"])
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            end = time.monotonic() + QUIET_SECONDS
    return hits
