"""Updates: a nested stack is updated to its end, an alias and a stage move, and a nested stack that was never begun can be deleted."""

from types import SimpleNamespace

from botocore.exceptions import ClientError
from localstack.services.apigateway.resource_providers.aws_apigateway_stage import ApiGatewayStageProvider
from localstack.services.cloudformation.resource_provider import OperationStatus
from localstack.services.cloudformation.resource_providers.aws_cloudformation_stack import CloudFormationStackProvider
from localstack.services.lambda_.resource_providers.lambda_alias import LambdaAliasProvider

from passby_localstack.process import updates


class CloudFormation:
    """Stands for the service: one stack, whose statuses come one after the other."""

    def __init__(self, *statuses: str):
        self._statuses = list(statuses)
        self.calls: list[tuple] = []

    def delete_stack(self, StackName: str) -> None:
        self.calls.append(("delete", StackName))

    def update_stack(self, StackName: str, TemplateURL: str, Parameters: list, Capabilities: list) -> None:
        self.calls.append(("update", StackName, TemplateURL, Parameters))
        if not self._statuses:
            raise ClientError({"Error": {"Code": "ValidationError", "Message": "No updates are to be performed."}}, "UpdateStack")

    def describe_stacks(self, StackName: str) -> dict:
        outputs = [{"OutputKey": "Address", "OutputValue": "new"}]
        return {"Stacks": [{"StackStatus": self._statuses.pop(0), "Outputs": outputs}]}


def updated(cloudformation: CloudFormation):
    """The last answer of an update that is asked until it ends."""
    updates.install()
    context: dict = {}
    while True:
        answer = CloudFormationStackProvider().update(
            SimpleNamespace(
                desired_state={"TemplateURL": "https://example.com/new", "Parameters": {"Count": 2}},
                previous_state={"Id": "stack-1", "TemplateURL": "https://example.com/old", "Outputs": {"Address": "old"}},
                custom_context=context,
                aws_client_factory=SimpleNamespace(cloudformation=cloudformation),
            )
        )
        if answer.status != OperationStatus.IN_PROGRESS:
            return answer
        context = answer.custom_context


def test_a_nested_stack_is_updated_to_its_end():
    cloudformation = CloudFormation("UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE")

    answer = updated(cloudformation)

    assert answer.status == OperationStatus.SUCCESS
    assert answer.resource_model["Id"] == "stack-1"
    assert answer.resource_model["Outputs"] == {"Address": "new"}
    parameters = [{"ParameterKey": "Count", "ParameterValue": "2"}]
    assert cloudformation.calls == [("update", "stack-1", "https://example.com/new", parameters)]


def test_an_update_that_fails_is_a_failure_and_one_without_a_change_is_none():
    assert updated(CloudFormation("UPDATE_FAILED")).status == OperationStatus.FAILED
    unchanged = updated(CloudFormation())
    assert unchanged.status == OperationStatus.SUCCESS
    assert unchanged.resource_model["Outputs"] == {"Address": "old"}


def test_what_was_never_begun_is_gone_and_what_is_there_is_deleted():
    updates.install()
    cloudformation = CloudFormation()

    def delete(state: dict):
        factory = SimpleNamespace(cloudformation=cloudformation)
        return CloudFormationStackProvider().delete(SimpleNamespace(desired_state=state, custom_context={}, aws_client_factory=factory))

    assert delete({"TemplateURL": "https://example.com"}).status == OperationStatus.SUCCESS
    assert delete({"Id": "stack-1"}).status == OperationStatus.IN_PROGRESS
    assert cloudformation.calls == [("delete", "stack-1")]


def test_an_alias_moves_to_another_version():
    updates.install()
    moved: list[dict] = []

    def update_alias(**wanted: str) -> dict:
        moved.append(wanted)
        return {"AliasArn": "arn-of-live"}

    wanted = {"FunctionName": "city-Search", "Name": "live", "FunctionVersion": "2"}
    factory = SimpleNamespace(lambda_=SimpleNamespace(update_alias=update_alias))
    answer = LambdaAliasProvider().update(SimpleNamespace(desired_state=wanted, previous_state=None, aws_client_factory=factory))

    assert answer.status == OperationStatus.SUCCESS
    assert answer.resource_model["Id"] == "arn-of-live"
    assert moved == [wanted]


def test_a_stage_moves_to_another_deployment():
    updates.install()
    moved: list[dict] = []
    factory = SimpleNamespace(apigateway=SimpleNamespace(update_stage=lambda **wanted: moved.append(wanted)))
    wanted = {"RestApiId": "api", "StageName": "city", "DeploymentId": "deployment-2"}

    answer = ApiGatewayStageProvider().update(SimpleNamespace(desired_state=wanted, aws_client_factory=factory))

    assert answer.status == OperationStatus.SUCCESS
    change = {"op": "replace", "path": "/deploymentId", "value": "deployment-2"}
    assert moved == [{"restApiId": "api", "stageName": "city", "patchOperations": [change]}]
