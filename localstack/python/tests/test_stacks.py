"""What is deployed, with which switches, and whether LocalStack only pretends."""

from pathlib import Path

import pytest

from passby_localstack import addresses, stacks
from passby_localstack.place import Place

PLACE = Place(Path("/checkout"), Path("/checkout/localstack/target"), 4566)


def event(resource_type: str, reason: str | None) -> dict:
    return {"LogicalResourceId": "It", "ResourceType": resource_type, "ResourceStatusReason": reason}


def test_a_resource_that_localstack_only_pretends_to_have_is_told():
    events = [
        event("AWS::WAFv2::WebACL", "Resource type AWS::WAFv2::WebACL is not supported but was deployed as a fallback"),
        event("AWS::S3::Bucket", None),
    ]

    assert stacks.fallbacks("passby-service", events) == ["It (AWS::WAFv2::WebACL) of passby-service"]


def test_the_bootstraps_image_registry_alone_may_be_pretended():
    registry = event("AWS::ECR::Repository", "... was deployed as a fallback")

    assert stacks.fallbacks("CDKToolkit", [registry]) == []
    assert stacks.fallbacks("passby-service", [registry]) != []


def test_the_switches_are_those_of_the_docs_and_no_other():
    assert stacks.switches(PLACE, Path("/zip"), "image:1") == {
        "deployment": "passby",
        "local": "true",
        "issuer": "http://127.0.0.1:4567/passby",
        "issuerKeys": "http://127.0.0.1:4567/passby/jwks",
        "audience": "springfield",
        "functionsZip": "/zip",
        "recognizerImage": "image:1",
    }


@pytest.mark.parametrize(
    "url", ["https://abc123.execute-api.us-east-1.amazonaws.com/city/", "http://abc123.execute-api.localhost:4566/city"]
)
def test_the_api_is_reached_by_its_path_because_no_resolver_knows_its_name(url):
    assert addresses.api(PLACE, url) == "http://127.0.0.1:4566/restapis/abc123/city/_user_request_"


def test_what_is_no_address_of_an_api_is_refused():
    with pytest.raises(stacks.NotDeployed):
        addresses.api(PLACE, "https://example.com/")


@pytest.mark.parametrize(
    ("status", "broken"),
    [
        ("CREATE_COMPLETE", False),
        ("UPDATE_COMPLETE", False),
        ("DELETE_COMPLETE", False),
        ("DELETE_FAILED", True),
        ("CREATE_FAILED", True),
        ("ROLLBACK_COMPLETE", True),
    ],
)
def test_a_stack_that_never_was_whole_is_broken_and_one_that_is_gone_is_not(status, broken):
    assert stacks.is_broken({"StackName": stacks.DATA, "StackStatus": status}) is broken


def test_a_service_stack_without_outputs_is_broken():
    assert stacks.is_broken({"StackName": stacks.SERVICE, "StackStatus": "UPDATE_COMPLETE"})
