"""What LocalStack 2026.3.0 cannot update: a nested stack is updated with the stack around it, an alias moves to another version,
together with what hangs on it, and a stage to another deployment. A nested stack that was never begun is deleted by doing nothing."""

from typing import Any

from botocore.exceptions import ClientError
from localstack.services.apigateway.resource_providers.aws_apigateway_stage import ApiGatewayStageProvider
from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent
from localstack.services.cloudformation.resource_providers.aws_cloudformation_stack import CloudFormationStackProvider
from localstack.services.lambda_.resource_providers.aws_lambda_eventinvokeconfig import LambdaEventInvokeConfigProvider
from localstack.services.lambda_.resource_providers.lambda_alias import LambdaAliasProvider

BEGUN = "begun"
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]

_delete = CloudFormationStackProvider.delete


def update_stack(provider: CloudFormationStackProvider, request: Any) -> ProgressEvent:
    """LocalStack itself calls an update done without having begun it."""
    before = request.previous_state
    model = {**request.desired_state, "Id": before["Id"]}
    cloudformation = request.aws_client_factory.cloudformation
    if BEGUN not in request.custom_context:
        begun = _begin(cloudformation, model)
        return _progress(OperationStatus.IN_PROGRESS, model, request) if begun else _progress(OperationStatus.SUCCESS, before, request)
    stack = cloudformation.describe_stacks(StackName=model["Id"])["Stacks"][0]
    match stack["StackStatus"]:
        case "UPDATE_IN_PROGRESS" | "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS":
            return _progress(OperationStatus.IN_PROGRESS, model, request)
        case "UPDATE_COMPLETE":
            return _progress(OperationStatus.SUCCESS, _with_outputs(model, stack), request)
        case _:
            return _progress(OperationStatus.FAILED, model, request)


def _begin(cloudformation: Any, model: dict[str, Any]) -> bool:
    """Whether there is anything to update."""
    parameters = [{"ParameterKey": key, "ParameterValue": str(value)} for key, value in (model.get("Parameters") or {}).items()]
    try:
        cloudformation.update_stack(
            StackName=model["Id"], TemplateURL=model["TemplateURL"], Parameters=parameters, Capabilities=CAPABILITIES
        )
    except ClientError as e:
        if "No updates are to be performed" not in str(e):
            raise
        return False
    return True


def _with_outputs(model: dict[str, Any], stack: dict[str, Any]) -> dict[str, Any]:
    return {**model, "Outputs": {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}}


def _progress(status: OperationStatus, model: dict[str, Any], request: Any) -> ProgressEvent:
    return ProgressEvent(status=status, resource_model=model, custom_context={**request.custom_context, BEGUN: True})


def delete_stack(provider: CloudFormationStackProvider, request: Any) -> ProgressEvent:
    """A deployment that was refused early leaves nested stacks in its list that have no id, and could not be deleted with them."""
    if "Id" not in request.desired_state:
        return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=request.desired_state)
    return _delete(provider, request)


def update_alias(provider: LambdaAliasProvider, request: Any) -> ProgressEvent:
    """LocalStack itself has no such update."""
    model = request.desired_state
    alias = request.aws_client_factory.lambda_.update_alias(
        FunctionName=model["FunctionName"], Name=model["Name"], FunctionVersion=model["FunctionVersion"]
    )
    return ProgressEvent(status=OperationStatus.SUCCESS, resource_model={**model, "Id": alias["AliasArn"]})


def update_stage(provider: ApiGatewayStageProvider, request: Any) -> ProgressEvent:
    """LocalStack itself would leave it with the deployment that is deleted next."""
    model = request.desired_state
    request.aws_client_factory.apigateway.update_stage(
        restApiId=model["RestApiId"],
        stageName=model["StageName"],
        patchOperations=[{"op": "replace", "path": "/deploymentId", "value": model["DeploymentId"]}],
    )
    return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=model)


def install() -> None:
    CloudFormationStackProvider.update = update_stack
    CloudFormationStackProvider.delete = delete_stack
    LambdaAliasProvider.update = update_alias
    ApiGatewayStageProvider.update = update_stage
    # LocalStack takes the name of a function that gets new code for another name, and would make again, then delete, what hangs on it.
    for provider in (LambdaAliasProvider, LambdaEventInvokeConfigProvider):
        provider.SCHEMA = {**provider.SCHEMA, "createOnlyProperties": []}
