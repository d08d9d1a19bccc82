"""Ends with 0 when what up starts is running."""

import sys

from passby_localstack import engine, issuer
from passby_localstack.place import Place
from passby_localstack.processes import Processes


def is_running(place: Place) -> bool:
    names = {one.name for one in Processes(place).running()}
    return names == {engine.NAME, issuer.NAME} and engine.is_up(place) and issuer.is_up(place)


if __name__ == "__main__":
    sys.exit(0 if is_running(Place.here()) else 1)
