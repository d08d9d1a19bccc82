"""Nested stacks: one that was never begun can be deleted."""

from types import SimpleNamespace

from localstack.services.cloudformation.resource_provider import OperationStatus
from localstack.services.cloudformation.resource_providers.aws_cloudformation_stack import CloudFormationStackProvider

from passby_localstack.process import nested_stacks


def request(deleted: list[str], state: dict):
    cloudformation = SimpleNamespace(delete_stack=lambda StackName: deleted.append(StackName))
    return SimpleNamespace(desired_state=state, custom_context={}, aws_client_factory=SimpleNamespace(cloudformation=cloudformation))


def test_what_was_never_begun_is_gone_and_what_is_there_is_deleted():
    nested_stacks.install()
    provider, deleted = CloudFormationStackProvider(), []

    never = provider.delete(request(deleted, {"TemplateURL": "https://example.com"}))
    there = provider.delete(request(deleted, {"Id": "stack-1"}))

    assert never.status == OperationStatus.SUCCESS
    assert there.status == OperationStatus.IN_PROGRESS
    assert deleted == ["stack-1"]
