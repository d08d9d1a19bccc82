"""Nested stacks of CloudFormation: one that was never begun is deleted by doing nothing, which LocalStack 2026.3.0 does not know."""

from typing import Any

from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent
from localstack.services.cloudformation.resource_providers.aws_cloudformation_stack import CloudFormationStackProvider

_delete = CloudFormationStackProvider.delete


def delete(provider: CloudFormationStackProvider, request: Any) -> ProgressEvent:
    """A deployment that was refused early leaves nested stacks in its list that have no id, and could not be deleted with them."""
    if "Id" not in request.desired_state:
        return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=request.desired_state)
    return _delete(provider, request)


def install() -> None:
    CloudFormationStackProvider.delete = delete
