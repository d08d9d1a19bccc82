"""LocalStack itself: how it is set, how it is started."""

import os
import platform
import shutil
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from passby_localstack.place import Place
from passby_localstack.process import code, commands, executor
from passby_localstack.processes import MARK, Processes

NAME = "localstack"
START_SECONDS = 60.0
PASSED_ON = ("PATH", "LANG")
LOOK_TIMEOUT_SECONDS = 2.0


@dataclass(frozen=True)
class Runtime:
    """What functions are run with. runtime_client: class path of what the managed runtime brings along."""

    java_home: Path
    runtime_client: list[Path]


def settings(place: Place, runtime: Runtime, machine: Mapping[str, str]) -> dict[str, str]:
    """The environment of LocalStack; nothing of this machine's but what a process needs to run."""
    return {
        **{name: machine[name] for name in PASSED_ON if name in machine},
        # On this machine, not in a container, and in a folder of its own, caches included.
        "HOME": str(place.home),
        "XDG_CACHE_HOME": str(place.home / ".cache"),
        "TMPDIR": str(place.home / "tmp"),
        "OVERRIDE_IN_DOCKER": "0",
        "FILESYSTEM_ROOT": str(place.filesystem),
        # Loopback only: the default server listens on every address.
        "GATEWAY_LISTEN": f"127.0.0.1:{place.port}",
        "GATEWAY_SERVER": "hypercorn",
        # By default no presigned URL is verified.
        "S3_SKIP_SIGNATURE_VALIDATION": "0",
        # Nothing is fetched, resolved for others or told to anybody.
        "DISABLE_EVENTS": "1",
        "SKIP_SSL_CERT_DOWNLOAD": "1",
        "DNS_ADDRESS": "0",
        "DYNAMODB_IN_MEMORY": "1",
        "LAMBDA_RUNTIME_EXECUTOR": "process",
        "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "60",
        # Idle functions give their memory back.
        "LAMBDA_KEEPALIVE_MS": "180000",
        commands.JAVA: str(runtime.java_home / "bin" / "java"),
        commands.NATIVE_CLIENT: str(_native_client(place)),
        commands.RUNTIME_CLIENT: os.pathsep.join(str(jar) for jar in runtime.runtime_client),
        commands.IMAGES: str(place.images),
        code.FOLDER: str(place.home / "code"),
        executor.LOGS: str(place.functions_logs),
        MARK: str(place.folder),
    }


def _native_client(place: Place) -> Path:
    return place.home / "native" / "libaws-lambda-jni.so"


def unpack_native_client(place: Place, runtime_client: list[Path]) -> None:
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64"}[platform.machine()]
    jar = next(jar for jar in runtime_client if "runtime-interface-client" in jar.name)
    _native_client(place).parent.mkdir(parents=True)
    with zipfile.ZipFile(jar) as archive:
        _native_client(place).write_bytes(archive.read(f"jni/libaws-lambda-jni.linux-{machine}.so"))


def start(place: Place, processes: Processes, runtime: Runtime) -> None:
    # Nothing of an earlier run is of use. It keeps a list of its plugins there, too, and does not notice when one was installed since.
    shutil.rmtree(place.home, ignore_errors=True)
    (place.home / "tmp").mkdir(parents=True)
    unpack_native_client(place, runtime.runtime_client)
    command = [sys.executable, "-m", "localstack.runtime.main"]
    processes.start(NAME, command, settings(place, runtime, os.environ), place.folder)
    processes.await_up(NAME, lambda: is_up(place), START_SECONDS)


def is_up(place: Place) -> bool:
    try:
        with urllib.request.urlopen(f"{place.endpoint}/_localstack/health", timeout=LOOK_TIMEOUT_SECONDS) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
