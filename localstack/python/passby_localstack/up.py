"""Starts LocalStack and the issuer where they do not run, then deploys the stacks: the second time it updates them."""

import argparse
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from passby_localstack import addresses, dynamodb_local, engine, issuer, recognizer, stacks
from passby_localstack.place import Place
from passby_localstack.processes import NotUp, Processes
from passby_localstack.running import is_running


@dataclass(frozen=True)
class Built:
    """What localstack/up has built before."""

    java_home: Path
    class_path: list[Path]
    infra_class_path: str
    functions: Path
    image: Path

    def runtime_client(self) -> list[Path]:
        """What the managed runtime brings along, from the files of the recogniser's image, which brings its own."""
        library = self.image / "lib"
        return sorted([*library.glob("aws-lambda-java-*.jar"), *library.glob("utils-lite-*.jar")])


class Up:
    """Of one place."""

    def __init__(self, place: Place, built: Built) -> None:
        self._place = place
        self._built = built
        self._processes = Processes(place)

    def run(self) -> None:
        """When it starts processes and then fails, it ends them again. What ran before goes on running."""
        fresh = not is_running(self._place) or stacks.is_beyond_repair(self._place)
        if fresh:
            self._processes.end()
        image_uri = recognizer.enter(self._place, self._built.java_home, self._built.image)
        try:
            if fresh:
                self._start()
            self._deploy(image_uri)
        except BaseException:
            if fresh:
                self._processes.end()
            raise

    def _start(self) -> None:
        for port in (self._place.port, self._place.issuer_port, self._place.desk_port):
            if _is_taken(port):
                raise NotUp(f"port {port} is taken by something else; PASSBY_LOCALSTACK_PORT=N names another one (N to N + 2)")
        built = self._built
        dynamodb_local.prepare(self._place, built.class_path, built.java_home)
        issuer.start(self._place, self._processes, built.java_home, built.class_path)
        engine.start(self._place, self._processes, engine.Runtime(built.java_home, built.runtime_client()))

    def _deploy(self, image_uri: str) -> None:
        cdk = stacks.Cdk(self._place, self._built.java_home, self._built.infra_class_path)
        if not stacks.is_bootstrapped(self._place):
            cdk.bootstrap()
        cdk.deploy(stacks.switches(self._place, self._built.functions, image_uri))
        stacks.check_nothing_is_missing(self._place)
        addresses.write(self._place)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("java-home", "class-path", "infra-class-path", "functions", "image"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    class_path = Path(arguments.class_path).read_text().strip().split(":")
    place = Place.here()
    place.functions_logs.mkdir(parents=True, exist_ok=True)
    built = Built(
        Path(arguments.java_home),
        [place.root / entry for entry in class_path],
        Path(arguments.infra_class_path).read_text().strip(),
        Path(arguments.functions),
        Path(arguments.image),
    )
    began = time.monotonic()
    try:
        Up(place, built).run()
    except (NotUp, stacks.NotDeployed) as e:
        sys.exit(str(e))
    print(addresses.guide(place))
    print(f"Up after {time.monotonic() - began:.0f} s.", file=sys.stderr)


if __name__ == "__main__":
    main()
