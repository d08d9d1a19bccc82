"""Custom resources of CloudFormation: their function is invoked and its answer awaited, as CloudFormation does it."""

import json
import queue
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from localstack.services.cloudformation.resource_provider import (
    OperationStatus,
    ProgressEvent,
    ResourceProvider,
    ResourceRequest,
)

ID = "PhysicalResourceId"
TYPE = "AWS::CloudFormation::CustomResource"
PATIENCE_SECONDS = 10


class Mailbox:
    """Stands for the presigned URL to which a function puts its answer: takes one on a free loopback port."""

    def __init__(self) -> None:
        box: queue.Queue[dict[str, Any]] = queue.Queue()

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args) -> None:
                """Nothing is logged."""

            def do_PUT(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()
                box.put(json.loads(body))

        self._box = box
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, name="custom-resource", daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/answer"

    def __enter__(self) -> "Mailbox":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, seconds: float) -> dict[str, Any] | None:
        """The answer; None when there is none within so many seconds."""
        try:
            return self._box.get(timeout=seconds)
        except queue.Empty:
            return None


class CustomResourceProvider(ResourceProvider):
    """Create, update and delete of every Custom:: type."""

    TYPE = TYPE
    SCHEMA = {
        "typeName": TYPE,
        "properties": {},
        "primaryIdentifier": [f"/properties/{ID}"],
        "readOnlyProperties": [f"/properties/{ID}"],
    }

    def create(self, request: ResourceRequest) -> ProgressEvent:
        return self._run("Create", request, request.desired_state or {}, {})

    def update(self, request: ResourceRequest) -> ProgressEvent:
        return self._run("Update", request, request.desired_state or {}, request.previous_state or {})

    def delete(self, request: ResourceRequest) -> ProgressEvent:
        state = request.previous_state or request.desired_state or {}
        return self._run("Delete", request, state, state)

    def _run(self, kind: str, request: ResourceRequest, wanted: dict, before: dict) -> ProgressEvent:
        with Mailbox() as mailbox:
            event = event_of(kind, request, wanted, before, mailbox.url)
            # CloudFormation does not wait for the call itself; here it is waited for, to tell at once of a function that fails.
            ran = request.aws_client_factory.lambda_.invoke(
                FunctionName=wanted["ServiceToken"], Payload=json.dumps(event).encode()
            )
            answer = mailbox.take(0 if ran.get("FunctionError") else PATIENCE_SECONDS)
        if answer is None:
            return _failed(before, f"the function did not answer ({ran.get('FunctionError') or 'it ended in peace'})")
        if answer.get("Status") != "SUCCESS":
            return _failed(before, answer.get("Reason") or "the function gave no reason")
        state = {**wanted, **(answer.get("Data") or {}), ID: answer.get(ID) or before.get(ID)}
        return ProgressEvent(OperationStatus.SUCCESS, resource_model=state)


def event_of(kind: str, request: ResourceRequest, wanted: dict, before: dict, url: str) -> dict[str, Any]:
    """The event as CloudFormation sends it: every value a text."""
    event = {
        "RequestType": kind,
        "ResponseURL": url,
        "StackId": request.stack_id,
        "RequestId": str(uuid.uuid4()),
        "ResourceType": request.resource_type,
        "LogicalResourceId": request.logical_resource_id,
        "ResourceProperties": _texts(_without_id(wanted)),
    }
    if kind != "Create":
        event[ID] = before.get(ID)
    if kind == "Update":
        event["OldResourceProperties"] = _texts(_without_id(before))
    return event


def _failed(before: dict, reason: str) -> ProgressEvent:
    return ProgressEvent(OperationStatus.FAILED, resource_model=before, message=reason)


def _without_id(properties: dict) -> dict:
    return {name: value for name, value in properties.items() if name != ID}


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _texts(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_texts(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
