"""Custom resources: the event is CloudFormation's, the answer is the function's."""

import json
import urllib.request
from types import SimpleNamespace

from localstack.services.cloudformation.resource_provider import OperationStatus

from passby_localstack.process.custom_resources import CustomResourceProvider


class Functions:
    """Stands for Lambda: puts the answer as a custom resource's function does."""

    def __init__(self, answer: dict | None):
        self._answer = answer
        self.event: dict = {}

    def invoke(self, FunctionName: str, Payload: bytes) -> dict:
        self.event = json.loads(Payload)
        if self._answer is None:
            return {"FunctionError": "Unhandled"}
        body = json.dumps(self._answer).encode()
        urllib.request.urlopen(urllib.request.Request(self.event["ResponseURL"], body, method="PUT")).read()
        return {}


def request(functions: Functions, wanted: dict | None, before: dict | None = None):
    return SimpleNamespace(
        desired_state=wanted,
        previous_state=before,
        stack_id="stack",
        resource_type="Custom::MakeCityKey",
        logical_resource_id="CityKey",
        aws_client_factory=SimpleNamespace(lambda_=functions),
    )


def test_the_function_gets_every_value_as_a_text():
    functions = Functions({"Status": "SUCCESS", "PhysicalResourceId": "key-1"})
    wanted = {"ServiceToken": "arn", "Rate": 120, "On": True, "Deep": {"List": [1, False]}}

    CustomResourceProvider().create(request(functions, wanted))

    assert functions.event["RequestType"] == "Create"
    assert functions.event["ResourceType"] == "Custom::MakeCityKey"
    assert functions.event["ResourceProperties"] == {
        "ServiceToken": "arn",
        "Rate": "120",
        "On": "true",
        "Deep": {"List": ["1", "false"]},
    }
    assert "PhysicalResourceId" not in functions.event


def test_what_it_answers_becomes_the_resource():
    functions = Functions({"Status": "SUCCESS", "PhysicalResourceId": "key-1", "Data": {"Version": "1"}})

    event = CustomResourceProvider().create(request(functions, {"ServiceToken": "arn"}))

    assert event.status == OperationStatus.SUCCESS
    assert event.resource_model == {"ServiceToken": "arn", "Version": "1", "PhysicalResourceId": "key-1"}


def test_an_update_names_the_resource_and_what_it_was():
    functions = Functions({"Status": "SUCCESS"})
    before = {"ServiceToken": "arn", "Days": "7", "PhysicalResourceId": "policy"}

    event = CustomResourceProvider().update(request(functions, {"ServiceToken": "arn", "Days": "14"}, before))

    assert functions.event["PhysicalResourceId"] == "policy"
    assert functions.event["OldResourceProperties"] == {"ServiceToken": "arn", "Days": "7"}
    assert event.resource_model["PhysicalResourceId"] == "policy"


def test_a_refusal_fails_the_resource_with_its_reason_and_leaves_it_as_it_was():
    functions = Functions({"Status": "FAILED", "Reason": "above the ceiling"})
    before = {"ServiceToken": "arn", "Days": "7", "PhysicalResourceId": "policy"}

    event = CustomResourceProvider().update(request(functions, {"ServiceToken": "arn", "Days": "999"}, before))

    assert event.status == OperationStatus.FAILED
    assert event.message == "above the ceiling"
    assert event.resource_model == before


def test_a_function_that_fails_without_an_answer_fails_the_resource():
    event = CustomResourceProvider().create(request(Functions(None), {"ServiceToken": "arn"}))

    assert event.status == OperationStatus.FAILED
    assert "Unhandled" in event.message


def test_a_deletion_names_the_resource():
    functions = Functions({"Status": "SUCCESS"})
    before = {"ServiceToken": "arn", "PhysicalResourceId": "policy"}

    CustomResourceProvider().delete(request(functions, before, before))

    assert functions.event["RequestType"] == "Delete"
    assert functions.event["PhysicalResourceId"] == "policy"
