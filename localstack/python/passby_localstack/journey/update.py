"""An update of a running city: new versions of all functions come while cameras send, and nothing is lost."""

import shutil
import threading
import time
import zipfile
from pathlib import Path

from passby_localstack import stacks
from passby_localstack.journey import reading
from passby_localstack.journey.city import City, Failed, await_, expect
from passby_localstack.journey.people import Camera
from passby_localstack.journey.reading import NEIGHBOUR, Shot
from passby_localstack.up import Built

PAUSE_SECONDS = 3.0
SEEN = "Search"


class Sender:
    """Sends a frame of a new pass every few seconds until it is told to stop; the city refuses none."""

    def __init__(self, city: City, camera: Camera) -> None:
        self._city, self._camera = city, camera
        self._over = threading.Event()
        self.sent, self.wrong = 0, ""
        self._thread = threading.Thread(target=self._send)

    def _send(self) -> None:
        picture = self._city.picture(NEIGHBOUR[0])
        while not self._over.is_set():
            try:
                shot = Shot(picture, f"update_{self.sent}", 1)
                reading.put(reading.announce(self._city, self._camera, [shot])[0], picture)
                self.sent += 1
            except (Failed, OSError) as e:
                self.wrong = str(e)
                return
            self._over.wait(PAUSE_SECONDS)

    def __enter__(self) -> "Sender":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


def update(city: City, camera: Camera) -> str:
    """All functions get other code: the same jars with one file more."""
    built = Built.read(city.place)
    changed = _changed(city, built.functions)
    before = _version(city)
    began = time.monotonic()
    with Sender(city, camera) as sender:
        built.cdk(city.place).deploy(stacks.switches(city.place, changed, built.image_uri(city.place)))
    seconds = time.monotonic() - began
    expect(not sender.wrong, f"a camera was refused after {sender.sent} frames: {sender.wrong}")
    await_(
        f"{sender.sent} frames", reading.READ_SECONDS, lambda: len(reading.rows_of(city, camera)) >= sender.sent
    )
    expect(len(reading.rows_of(city, camera)) == sender.sent, "a frame was read twice")
    dead = city.client("sqs").get_queue_url(QueueName=city.known["dead_letters"].rsplit("/", 1)[-1])["QueueUrl"]
    expect(reading.waiting(city.client("sqs"), dead) == 0, "there are dead letters")
    after = _version(city)
    expect(after > before, f"{SEEN} serves version {after} still")
    return f"{SEEN} went from version {before} to {after} in {seconds:.0f} s; {sender.sent} frames sent meanwhile, all read once"


def _changed(city: City, functions: Path) -> Path:
    copy = city.place.folder / "functions-update.zip"
    shutil.copy(functions, copy)
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr("rehearsal", time.strftime("%FT%TZ", time.gmtime()))
    return copy


def _version(city: City) -> int:
    alias = city.client("lambda").get_alias(FunctionName=f"{stacks.DEPLOYMENT}-{SEEN}", Name="live")
    return int(alias["FunctionVersion"])
