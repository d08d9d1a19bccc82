"""Starts LocalStack and the issuer where they do not run, then deploys the stacks: the second time it updates them."""

import argparse
import json
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
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

    def write(self, place: Place) -> None:
        """For whoever deploys it again."""
        words = {name: str(value) for name, value in asdict(self).items() if name != "class_path"}
        place.built.write_text(json.dumps(words | {"class_path": [str(entry) for entry in self.class_path]}, indent=1))

    @classmethod
    def read(cls, place: Place) -> "Built":
        words = json.loads(place.built.read_text())
        class_path = [Path(entry) for entry in words["class_path"]]
        paths = {name: Path(words[name]) for name in ("java_home", "functions", "image")}
        return cls(class_path=class_path, infra_class_path=words["infra_class_path"], **paths)

    def cdk(self, place: Place) -> stacks.Cdk:
        return stacks.Cdk(place, self.java_home, self.infra_class_path)

    def image_uri(self, place: Place) -> str:
        """Writes down what stands for the recogniser's image."""
        return recognizer.enter(place, self.java_home, self.image)

    def runtime_client(self) -> list[Path]:
        """What the managed runtime brings along, from the files of the recogniser's image, which brings its own."""
        library = self.image / "lib"
        return sorted([*library.glob("aws-lambda-java-*.jar"), *library.glob("utils-lite-*.jar")])


class Up:
    """Of one place."""

    def __init__(self, place: Place, built: Built, rehearse: bool) -> None:
        """rehearse: start afresh, and let the first deployment fail before it is repeated."""
        self._place = place
        self._built = built
        self._rehearse = rehearse
        self._processes = Processes(place)

    def run(self) -> None:
        """When it starts processes and then fails, it ends them again. What ran before goes on running."""
        fresh = self._rehearse or not is_running(self._place) or stacks.is_beyond_repair(self._place)
        if fresh:
            self._processes.end()
        image_uri = self._built.image_uri(self._place)
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
        cdk = self._built.cdk(self._place)
        if not stacks.is_bootstrapped(self._place):
            cdk.bootstrap()
        switches = stacks.switches(self._place, self._built.functions, image_uri)
        if self._rehearse:
            self._fail(cdk, switches)
        cdk.deploy(switches)
        stacks.check_nothing_is_missing(self._place)
        addresses.write(self._place)

    def _fail(self, cdk: stacks.Cdk, switches: Mapping[str, str]) -> None:
        """A retention above the law's ceiling: the stack is refused before any function of the city is made, and deleted again."""
        began = time.monotonic()
        try:
            cdk.deploy(switches, {**stacks.PARAMETERS, "NonHitRetention": "150d"})
        except stacks.NotDeployed:
            reason = stacks.refusal(self._place)
        else:
            reason = ""
        if "North Carolina" not in reason:
            raise stacks.NotDeployed(f"a retention that the law does not allow was not refused: {reason}")
        stacks.delete(self._place, stacks.SERVICE)
        print(f"ok      first deployment: refused and deleted after {time.monotonic() - began:.0f} s: {reason}")


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("java-home", "class-path", "infra-class-path", "functions", "image"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rehearse", action="store_true")
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
    built.write(place)
    began = time.monotonic()
    try:
        Up(place, built, arguments.rehearse).run()
    except (NotUp, stacks.NotDeployed) as e:
        sys.exit(str(e))
    print(addresses.guide(place))
    print(f"Up after {time.monotonic() - began:.0f} s.", file=sys.stderr)


if __name__ == "__main__":
    main()
