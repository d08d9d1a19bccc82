"""The entry points by which LocalStack finds this package (pyproject.toml). Imports are late: LocalStack lists all plugins at start."""

from localstack.services.cloudformation.resource_provider import CloudFormationResourceProviderPlugin
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin


class ProcessPlugin(RuntimeExecutorPlugin):
    """Chosen by LAMBDA_RUNTIME_EXECUTOR=process."""

    name = "process"

    def load(self, *args, **kwargs):
        from passby_localstack.process.executor import ProcessExecutor

        return ProcessExecutor


class CustomResourcePlugin(CloudFormationResourceProviderPlugin):
    """LocalStack itself has no provider of custom resources: it would pass over them in silence."""

    name = "AWS::CloudFormation::CustomResource"

    def __init__(self):
        self.factory = None

    def load(self):
        from passby_localstack.process import updates
        from passby_localstack.process.custom_resources import CustomResourceProvider

        updates.install()
        self.factory = CustomResourceProvider
