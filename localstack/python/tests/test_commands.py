"""What command runs a function."""

from pathlib import Path

import pytest

from passby_localstack.process.commands import CLIENT_CLASS, Commands, Function, NotRunnable

COMMANDS = Commands("/jdk/bin/java", "/client.jar", "/client.so", {"registry/recognizer:1": ["/bin/read", "plates"]})


def test_a_java_function_runs_under_the_runtime_interface_client():
    command = COMMANDS.of(Function("java25", None, "passby.Handler", 1024))

    assert command[0] == "/jdk/bin/java"
    assert "-Xmx768m" in command
    assert "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=/client.so" in command
    assert command[-3:] == ["/client.jar", CLIENT_CLASS, "passby.Handler"]


def test_a_small_function_gets_the_least_heap_that_a_jvm_starts_with():
    assert "-Xmx64m" in COMMANDS.of(Function("java25", None, "passby.Handler", 64))


def test_an_image_runs_as_the_command_that_stands_for_it():
    assert COMMANDS.of(Function(None, "registry/recognizer:1", None, 2048)) == ["/bin/read", "plates"]


@pytest.mark.parametrize(
    "function", [Function(None, "registry/other:1", None, 128), Function("python3.13", None, "a.b", 128)]
)
def test_what_no_command_is_known_for_is_refused(function):
    with pytest.raises(NotRunnable):
        COMMANDS.of(function)


def test_commands_come_from_the_environment_of_localstack(tmp_path: Path):
    images = tmp_path / "images.json"
    images.write_text('{"i": ["c"]}')

    commands = Commands.of_environment(
        {"PASSBY_JAVA": "/j", "PASSBY_RUNTIME_CLIENT": "/c.jar", "PASSBY_NATIVE_CLIENT": "/n.so", "PASSBY_IMAGES": str(images)}
    )

    assert commands == Commands("/j", "/c.jar", "/n.so", {"i": ["c"]})
