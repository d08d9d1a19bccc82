"""Runs the journey: each step says what it saw; the first that fails ends it."""

import sys
import time
from collections.abc import Callable, Iterator

from passby_localstack import stacks
from passby_localstack.journey import ledger, people, policy, reading
from passby_localstack.journey.city import City, Failed
from passby_localstack.place import Place

Step = tuple[str, Callable[[], str]]


def steps(city: City, name: str) -> Iterator[Step]:
    """name: of a camera of this run alone, so that a run finds nothing of an earlier one."""
    yield "nothing is pretended", lambda: _nothing_is_missing(city)
    yield "people", lambda: people.appoint(city)
    camera = people.Camera(name, city.place.folder / f"{name}.key")
    broken = people.Camera(f"{name}-broken", city.place.folder / f"{name}-broken.key")
    yield "camera", lambda: people.register_camera(city, camera)
    yield "another camera", lambda: people.register_camera(city, broken)
    yield "read", lambda: reading.read_pictures(city, camera)
    yield "tokens", lambda: reading.refuse_tokens(city)
    yield "ledger", lambda: ledger.seal(city)
    yield "alert", lambda: reading.alert(city, camera)
    yield "poison", lambda: reading.poison(city, camera, broken)
    yield "expiry", lambda: reading.expire(city, camera)
    yield "tighten", lambda: policy.tighten(city, camera)
    yield "loosen", lambda: policy.loosen(city)
    yield "tighten again", lambda: policy.tighten_again(city)


def last(city: City) -> Iterator[Step]:
    """After it LocalStack cannot update the stack any more."""
    yield "refuse", lambda: policy.refuse(city)


def _nothing_is_missing(city: City) -> str:
    stacks.check_nothing_is_missing(city.place)
    return "every resource of every stack is there (the bootstrap's image registry aside)"


def main() -> None:
    city = City(Place.here())
    began = time.monotonic()
    chosen = last(city) if sys.argv[1:] == ["last"] else steps(city, f"cam-{int(time.time())}")
    for name, step in chosen:
        start = time.monotonic()
        try:
            seen = step()
        except (Failed, stacks.NotDeployed) as e:
            sys.exit(f"FAILED  {name}: {e}")
        print(f"ok      {name}: {seen} ({time.monotonic() - start:.1f} s)", flush=True)
    print(f"Every step passed in {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
