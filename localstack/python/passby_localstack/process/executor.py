"""LocalStack's port for execution environments of functions, made of processes."""

import json
import os
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from localstack import config
from localstack.aws.api.lambda_ import PackageType
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

from passby_localstack.process import code
from passby_localstack.process.commands import Commands, Function, NotRunnable
from passby_localstack.process.function_process import Exited, FunctionProcess, NotStarted
from passby_localstack.process.runtime_api import Answer, Invocation

LOGS = "PASSBY_FUNCTION_LOGS"
MARK = "PASSBY_LOCALSTACK"
PASSED_ON = ("PATH", "HOME", "LANG", MARK)
FLUSH_SECONDS = 0.005


class ProcessExecutor(RuntimeExecutor):
    """One execution environment: a process, and another one after it was stopped for taking too long or ended by itself."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id, function_version)
        self._environment: dict[str, str] = {}
        self._process: FunctionProcess | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def start(self, env_vars: dict[str, str]) -> None:
        self._environment = _environment(env_vars, self._folder(), os.environ)
        self._alive()

    def _alive(self) -> FunctionProcess:
        with self._lock:
            if self._stopped:
                raise LambdaRuntimeException("the execution environment has ended")
            if self._process is None or not self._process.is_alive():
                self._process = self._new_process()
            return self._process

    def _new_process(self) -> FunctionProcess:
        settings = self.function_version.config
        is_image = settings.package_type == PackageType.Image
        function = Function(
            settings.runtime, settings.image.image_uri if is_image else None, settings.handler, settings.memory_size
        )
        try:
            command = Commands.of_environment(os.environ).of(function)
            return FunctionProcess(command, self._folder(), self._environment, self._log())
        except (NotRunnable, NotStarted, OSError) as e:
            raise LambdaRuntimeException(str(e)) from e

    def _folder(self) -> Path:
        archive = self.function_version.config.code
        return code.location(_code_folder(), archive) if archive else Path("/")

    def _log(self) -> Path | None:
        folder = os.environ.get(LOGS)
        return Path(folder) / f"{self.function_version.id.function_name}.log" if folder else None

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        request_id = payload["invoke-id"]
        timeout = self.function_version.config.timeout
        began = time.monotonic()
        process = self._alive()
        answer = self._answer(process, payload, timeout)
        time.sleep(FLUSH_SECONDS)  # what it wrote before its answer is on the way through a pipe
        milliseconds = (time.monotonic() - began) * 1000
        logs = (
            f"START RequestId: {request_id} Version: {self.function_version.id.qualifier}\n"
            f"{process.take_output()}END RequestId: {request_id}\n"
            f"REPORT RequestId: {request_id}\tDuration: {milliseconds:.2f} ms\t"
            f"Memory Size: {self.function_version.config.memory_size} MB\n"
        )
        return InvocationResult(request_id, answer.body, answer.is_error, logs)

    def _answer(self, process: FunctionProcess, payload: dict[str, str], timeout: int) -> Answer:
        request_id = payload["invoke-id"]
        deadline = int((time.time() + timeout) * 1000)
        invocation = Invocation(
            request_id, payload["payload"], payload["invoked-function-arn"], payload["trace-id"], deadline
        )
        try:
            answer = process.invoke(invocation, timeout)
        except Exited as e:
            return _failure(request_id, "Runtime.ExitError", f"Error: Runtime exited with error: {e}")
        if answer is None:
            process.stop()
            return _failure(request_id, "Sandbox.Timedout", f"Error: Task timed out after {timeout:.2f} seconds")
        return answer

    def stop(self) -> None:
        self._stopped = True
        with self._lock:
            if self._process is not None:
                self._process.stop()

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        return self._process.output() if self._process is not None else ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        if function_version.config.code:
            code.prepare(_code_folder(), function_version.config.code)

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """Other versions may be made of the same code: it goes with the folder."""

    @classmethod
    def validate_environment(cls) -> bool:
        return True


def _code_folder() -> Path:
    return Path(os.environ[code.FOLDER])


def _environment(of_function: Mapping[str, object], folder: Path, of_machine: Mapping[str, str]) -> dict[str, str]:
    """What the function finds in its environment: nothing of this machine but what a process needs to run at all."""
    environment = {name: of_machine[name] for name in PASSED_ON if name in of_machine}
    environment.update({name: str(value) for name, value in of_function.items()})
    environment.update(LAMBDA_TASK_ROOT=str(folder), TZ="UTC")
    return environment


def _failure(request_id: str, kind: str, message: str) -> Answer:
    body = json.dumps({"errorType": kind, "errorMessage": f"RequestId: {request_id} {message}"})
    return Answer(request_id, body.encode(), True)
