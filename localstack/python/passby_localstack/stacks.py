"""The stacks: bootstrap, deploy, and a look at what LocalStack made of them."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from passby_localstack.place import ACCOUNT, AUDIENCE, REGION, Place

DEPLOYMENT = "passby"
DATA = f"{DEPLOYMENT}-data"
SERVICE = f"{DEPLOYMENT}-service"
BOOTSTRAP = "CDKToolkit"

# What LocalStack says of a resource that it does not have: it goes on as if it were there.
FALLBACK = "deployed as a fallback"
# Of the bootstrap stack; nothing is pushed to it, because the recogniser's image stays on this machine.
EXPECTED_FALLBACKS = {(BOOTSTRAP, "AWS::ECR::Repository")}

# Springfield is made up. North Carolina's rules, so that there is a ceiling to try.
PARAMETERS = {
    "City": AUDIENCE,
    "Agency": "Springfield Police Department",
    "AgencyOri": "XX0000000",
    "StateProfile": "NC",
    "HitRetention": "90d",
    "NonHitRetention": "7d",
    "RecognizerOrder": "container-only",
}


class NotDeployed(Exception):
    """A stack failed, or holds what is not there."""


@dataclass(frozen=True)
class Cdk:
    """The CDK's command line. Its home is an empty folder: no credentials of this machine's user are near."""

    place: Place
    java_home: Path
    class_path: str

    def bootstrap(self) -> None:
        self._run(self.place.folder, "bootstrap", f"aws://{ACCOUNT}/{REGION}")

    def deploy(self, switches: Mapping[str, str], parameters: Mapping[str, str] = PARAMETERS) -> None:
        """switches: CDK context, the only difference from a deployment on AWS."""
        context = [word for name, value in switches.items() for word in ("--context", f"{name}={value}")]
        values = [
            word for name, value in parameters.items() for word in ("--parameters", f"{SERVICE}:{name}={value}")
        ]
        options = ["--require-approval", "never", "--output", str(self.place.folder / "cdk.out")]
        self._run(self.place.root / "infra", "deploy", "--all", *options, *context, *values)

    def _run(self, folder: Path, command: str, *arguments: str) -> None:
        program = self.place.root / "infra" / "node_modules" / ".bin" / "cdk"
        with tempfile.TemporaryDirectory(dir=self.place.folder) as home:
            ended = subprocess.run(
                [program, command, *arguments, "--no-notices", "--no-version-reporting", "--no-color"],
                cwd=folder,
                env={**self._environment(), "HOME": home},
                stdin=subprocess.DEVNULL,
            )
        if ended.returncode != 0:
            raise NotDeployed(f"cdk {command} ended with {ended.returncode}")

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "JAVA_HOME": str(self.java_home),
            "CLASSPATH": self.class_path,
            "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1",
            "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20",
            "CDK_DISABLE_VERSION_CHECK": "1",
            "CDK_DISABLE_CLI_TELEMETRY": "true",
            **self.place.credentials(),
        }


def switches(place: Place, functions: Path, image_uri: str) -> dict[str, str]:
    """No identity stack, no WAF, the recogniser as an image that is there already; see docs/localstack.md."""
    return {
        "deployment": DEPLOYMENT,
        "local": "true",
        "issuer": place.issuer,
        "issuerKeys": place.issuer_keys,
        "audience": AUDIENCE,
        "functionsZip": str(functions),
        "recognizerImage": image_uri,
    }


def client(place: Place, service: str) -> Any:
    """Of boto3, for this LocalStack."""
    return boto3.client(
        service, endpoint_url=place.endpoint, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test"
    )


def is_bootstrapped(place: Place) -> bool:
    stacks = client(place, "cloudformation").describe_stacks()["Stacks"]
    return any(stack["StackName"] == BOOTSTRAP and stack["StackStatus"].endswith("_COMPLETE") for stack in stacks)


def is_beyond_repair(place: Place) -> bool:
    """Whether a stack was never whole, or an update of it was refused: LocalStack cannot update such a one any more."""
    return any(is_broken(stack) for stack in client(place, "cloudformation").describe_stacks()["Stacks"])


def is_broken(stack: Mapping[str, Any]) -> bool:
    """LocalStack lists those that were deleted too; they do not count."""
    status = stack["StackStatus"]
    if status == "DELETE_COMPLETE":
        return False
    return status.startswith(("ROLLBACK", "DELETE", "CREATE_FAILED")) or (
        stack["StackName"] == SERVICE and not stack.get("Outputs")
    )


def refusal(place: Place) -> str:
    """Why the check of parameters refused; empty when it did not."""
    events = _events(client(place, "cloudformation"), SERVICE)
    return next(
        (
            event.get("ResourceStatusReason") or ""
            for event in events
            if event["ResourceType"] == "Custom::CheckParameters" and event["ResourceStatus"].endswith("_FAILED")
        ),
        "",
    )


def delete(place: Place, stack: str) -> None:
    """As docs/deploy.md has it after a first deployment that failed."""
    cloudformation = client(place, "cloudformation")
    cloudformation.delete_stack(StackName=stack)
    cloudformation.get_waiter("stack_delete_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})


def check_nothing_is_missing(place: Place) -> None:
    """Raises NotDeployed when LocalStack only pretends to have a resource."""
    cloudformation = client(place, "cloudformation")
    stacks = [stack["StackName"] for stack in cloudformation.describe_stacks()["Stacks"]]
    missing = [found for stack in stacks for found in fallbacks(stack, _events(cloudformation, stack))]
    if missing:
        raise NotDeployed("LocalStack does not have, and only pretends to: " + ", ".join(missing))


def fallbacks(stack: str, events: Iterable[Mapping[str, Any]]) -> list[str]:
    return [
        f"{event['LogicalResourceId']} ({event['ResourceType']}) of {stack}"
        for event in events
        if FALLBACK in (event.get("ResourceStatusReason") or "")
        and (stack, event["ResourceType"]) not in EXPECTED_FALLBACKS
    ]


def _events(cloudformation: Any, stack: str) -> Iterable[Mapping[str, Any]]:
    for page in cloudformation.get_paginator("describe_stack_events").paginate(StackName=stack):
        yield from page["StackEvents"]


def outputs(place: Place, stack: str) -> dict[str, str]:
    found = client(place, "cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", [])}
