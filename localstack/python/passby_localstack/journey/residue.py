"""What is left of a read whose time is over, in everything that LocalStack holds of the city."""

import re
import subprocess
from datetime import UTC, datetime, timedelta

from passby_localstack.journey import reading
from passby_localstack.journey.city import City, await_, expect
from passby_localstack.journey.people import Camera
from passby_localstack.journey.policy import retention

# Nobody searches for it: what a search asked for is kept with its ledger entry, for as long as the law says.
FORGOTTEN = ("pickup-overcast.jpg", "CVK482")
LEFT = timedelta(seconds=300)
GONE_SECONDS = 480.0


def pass_by(city: City, camera: Camera) -> str:
    """A frame of a vehicle that is on no list, captured so long ago that its time is over in a few minutes."""
    picture, plate = FORGOTTEN
    kept = timedelta(days=int(re.fullmatch(r"(\d+)d", retention(city))[1]))
    captured = (datetime.now(UTC) - kept + LEFT).strftime("%Y-%m-%dT%H:%M:%SZ")
    city.upload(camera.key, picture, "--captured", captured)
    await_(f"the read of {picture}", reading.READ_SECONDS, lambda: reading.row_of(city, camera, plate))
    found, _ = _hunt(city)
    expect(found > 0, "the hunt does not find a read that is there")
    return f"{picture}, due in {LEFT.seconds} s: its plate stands in {found} places"


def hunt(city: City) -> str:
    """The clock of the purge runs every minute; nobody calls it."""
    told = await_("nothing of the plate", GONE_SECONDS, lambda: _clean(city))
    return f"{FORGOTTEN[0]} is past its date: {told}"


def _clean(city: City) -> str | None:
    found, told = _hunt(city)
    return told if found == 0 else None


def _hunt(city: City) -> tuple[int, str]:
    """scripts/residue: in how many places the plate stands, and its last line. Its exit status says whether there is one."""
    command = [city.place.root / "scripts" / "residue", "--endpoint", city.place.endpoint]
    logs = ["--files", str(city.place.logs)]
    ended = subprocess.run([*command, *logs, FORGOTTEN[1]], capture_output=True, text=True)
    last = ended.stdout.strip().splitlines()[-1:]
    places = re.search(r"found in (\d+) places", last[0]) if last else None
    expect(places is not None, f"scripts/residue: {ended.stderr.strip()}")
    assert places is not None
    return int(places[1]), last[0]
