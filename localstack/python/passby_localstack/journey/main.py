"""Runs the journey: each step says what it saw; the first that fails ends it."""

import sys
import time
from collections.abc import Callable, Iterator

from passby_localstack import stacks
from passby_localstack.journey import capture, drill, passes, people, policy, reading, residue, runbook, update
from passby_localstack.journey.city import City, Failed
from passby_localstack.place import Place

Step = tuple[str, Callable[[], str]]


def steps(city: City, name: str) -> Iterator[Step]:
    """name: of a camera of this run alone, so that a run finds nothing of an earlier one."""
    yield "nothing is pretended", lambda: _nothing_is_missing(city)
    yield "people", lambda: people.appoint(city)
    camera = _camera(city, name)
    broken = _camera(city, f"{name}-broken")
    yield "camera", lambda: people.register_camera(city, camera)
    yield "another camera", lambda: people.register_camera(city, broken)
    yield "a read that is soon over", lambda: residue.pass_by(city, camera)
    yield "journey", lambda: reading.journey(city, camera)
    yield "tokens", lambda: reading.refuse_tokens(city)
    yield "alert", lambda: reading.alert(city, camera)
    yield "burst", lambda: passes.burst(city, camera)
    yield "poison and redrive", lambda: reading.poison(city, camera, broken)
    yield "expiry", lambda: reading.expire(city, camera)
    yield "residue", lambda: residue.hunt(city)
    yield "tighten", lambda: policy.tighten(city, camera)
    yield "loosen", lambda: policy.loosen(city)
    yield "tighten again", lambda: policy.tighten_again(city)


def short(city: City, name: str) -> Iterator[Step]:
    """What fits into a few minutes: everything is there, and one journey goes through it."""
    camera = _camera(city, name)
    yield "nothing is pretended", lambda: _nothing_is_missing(city)
    yield "people", lambda: people.appoint(city)
    yield "camera", lambda: people.register_camera(city, camera)
    yield "journey", lambda: reading.journey(city, camera)


def last(city: City) -> Iterator[Step]:
    """After it LocalStack cannot update the stack any more."""
    yield "refuse", lambda: policy.refuse(city)


def _camera(city: City, name: str) -> people.Camera:
    return people.Camera(name, city.place.folder / f"{name}.key")


def _nothing_is_missing(city: City) -> str:
    stacks.check_nothing_is_missing(city.place)
    return "every resource of every stack is there (the bootstrap's image registry aside)"


def rehearsals(city: City, name: str) -> Iterator[Step]:
    """What happens once in a city's life, and takes minutes."""
    camera = _camera(city, name)
    yield "people", lambda: people.appoint(city)
    yield "camera", lambda: people.register_camera(city, camera)
    yield "update while cameras send", lambda: update.update(city, camera)
    yield "capture off and on", lambda: capture.switch_off_and_on(city, camera)
    yield "runbook", lambda: runbook.run_commands(city)


def drills(city: City, name: str) -> Iterator[Step]:
    """Losses, and what a city comes back from."""
    camera = _camera(city, name)
    yield "people", lambda: people.appoint(city)
    yield "camera", lambda: people.register_camera(city, camera)
    yield "journey", lambda: reading.journey(city, camera)
    yield "tables lost", lambda: drill.tables(city, camera)
    yield "ledger lost", lambda: drill.ledger(city)
    yield "another account", lambda: drill.account(city)
    yield "another region", lambda: drill.region(city)


def main() -> None:
    city = City(Place.here())
    began = time.monotonic()
    name = f"cam-{int(time.time())}"
    journeys = {
        "": steps(city, name),
        "short": short(city, name),
        "rehearse": rehearsals(city, name),
        "drill": drills(city, name),
        "last": last(city),
    }
    chosen = journeys[" ".join(sys.argv[1:])]
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
