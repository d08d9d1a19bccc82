"""How LocalStack is set."""

import platform
import zipfile
from pathlib import Path

from passby_localstack import engine
from passby_localstack.place import Place

PLACE = Place(Path("/checkout"), Path("/checkout/localstack/target"), 4576)
RUNTIME = engine.Runtime(Path("/jdk"), [Path("/a.jar"), Path("/b.jar")])


def test_it_listens_on_loopback_alone_and_verifies_signatures():
    settings = engine.settings(PLACE, RUNTIME, {})

    assert settings["GATEWAY_LISTEN"] == "127.0.0.1:4576"
    assert settings["S3_SKIP_SIGNATURE_VALIDATION"] == "0"


def test_nothing_of_this_machines_environment_reaches_it_but_what_a_process_needs():
    machine = {"PATH": "/bin", "AWS_SECRET_ACCESS_KEY": "real", "HOME": "/home/somebody"}

    settings = engine.settings(PLACE, RUNTIME, machine)

    assert settings["PATH"] == "/bin"
    assert "AWS_SECRET_ACCESS_KEY" not in settings
    assert settings["HOME"] == "/checkout/localstack/target/home"


def test_functions_get_the_client_that_the_managed_runtime_brings():
    assert engine.settings(PLACE, RUNTIME, {})["PASSBY_RUNTIME_CLIENT"] == "/a.jar:/b.jar"


def test_the_clients_library_is_unpacked_once_for_all_functions(tmp_path):
    place = Place(tmp_path, tmp_path / "target", 4576)
    jar = tmp_path / "aws-lambda-java-runtime-interface-client-2.jar"
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64"}[platform.machine()]
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr(f"jni/libaws-lambda-jni.linux-{machine}.so", b"library")

    engine.unpack_native_client(place, [tmp_path / "other.jar", jar])

    assert Path(engine.settings(place, RUNTIME, {})["PASSBY_NATIVE_CLIENT"]).read_bytes() == b"library"
