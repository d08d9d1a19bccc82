"""Retention by stack parameter alone, and who decides when it grows."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from passby_localstack import stacks
from passby_localstack.journey import reading
from passby_localstack.journey.city import City, Reply, await_, expect
from passby_localstack.journey.people import CHIEF, MANAGER, Camera

UPDATE_SECONDS = 240.0
READ_SECONDS = 90.0
TIGHTENED_SECONDS = 30.0
# Half a minute until no copy of the policy is older, half a minute to settle, two ticks of the clock, four minutes of a row's life.
DATED_SECONDS = 600.0
STILL_DATING = "still being dated"
BETWEEN_SEARCHES_SECONDS = 5.0
OLD = ("suv-dusk.jpg", "KRT4827")
AGE = timedelta(days=4)
# In this order: a rolled back update may have been in another state before.
SETTLED = ("UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED", "ROLLBACK_COMPLETE", "UPDATE_FAILED", "UPDATE_COMPLETE")


def tighten(city: City, camera: Camera) -> str:
    """From a week or two to three days: a read of four days ago is answered until then, and not half a minute later."""
    picture, plate = OLD
    captured = (datetime.now(UTC) - AGE).strftime("%Y-%m-%dT%H:%M:%SZ")
    city.upload(camera.key, picture, "--captured", captured)
    back = AGE + timedelta(days=1)
    await_(f"{picture}, captured {AGE.days} days ago", READ_SECONDS, lambda: reading.row_of(city, camera, plate))
    before = retention(city)
    expect(reading.found(city, camera, plate, back) is not None, f"under {before} it is not answered")
    status = update(city, "3d")
    expect(status == "UPDATE_COMPLETE", f"the stack is in {status}")
    began = time.monotonic()
    await_("the tightening", TIGHTENED_SECONDS, lambda: _is_gone(city, camera, plate, back))
    seconds = time.monotonic() - began
    expect(retention(city) == "3d", f"the policy says {retention(city)}")
    return f"{before} to 3d by parameter: a read of {AGE.days} days is not answered {seconds:.1f} s after the update"


def _is_gone(city: City, camera: Camera, plate: str, back: timedelta) -> bool:
    """Asked every few seconds only: an officer has thirty searches an hour."""
    if reading.found(city, camera, plate, back) is None:
        return True
    time.sleep(BETWEEN_SEARCHES_SECONDS)
    return False


def loosen(city: City) -> str:
    """From three days to thirty: the stack is updated, the policy waits for two people in two roles."""
    status = update(city, "30d")
    expect(status == "UPDATE_COMPLETE", f"a pending loosening failed the deployment: {status}")
    expect(retention(city) == "3d", f"a loosening counted at once: {retention(city)}")
    requests = city.call("GET", "/v1/policy-requests", city.token(CHIEF)).body["requests"]
    pending = [each for each in requests if each["state"] == "pending"]
    expect(len(pending) == 1, f"pending: {pending}")
    first = approve(city, pending[0]["requestId"], CHIEF, "chief")
    expect(first == "pending" and retention(city) == "3d", f"one person was enough: {first}")
    second = approve(city, pending[0]["requestId"], MANAGER, "program-manager")
    expect(second == "approved" and retention(city) == "30d", f"after two approvals: {second}, {retention(city)}")
    return "3d to 30d by parameter: pending, after the chief pending, after the Program Manager in force"


def refuse(city: City) -> str:
    """North Carolina allows 90 days. On AWS a rule of the template refuses before; LocalStack has none, so the function does.

    It goes last: what LocalStack makes of a refused update is not what CloudFormation does. It rolls nothing back, forgets the
    stack's outputs and cannot update it again. So the refusing resource and the policy are looked at, not the stack's status.
    """
    before, seen = policy(city), {event["EventId"] for event in _events(city)}
    update(city, "150d")
    new = [event for event in _events(city) if event["EventId"] not in seen]
    failed = [event for event in new if event["ResourceType"] == "Custom::CheckParameters"]
    reason = next((event["ResourceStatusReason"] for event in failed if event["ResourceStatus"] == "UPDATE_FAILED"), "")
    expect("North Carolina" in reason, f"the refusal names no law: {reason}")
    asked = [event for event in new if event["ResourceType"] == "Custom::RequestPolicy"]
    expect(not asked, "the policy was asked for in spite of it")
    expect(policy(city) == before, "the policy changed")
    return f"150d is refused and the policy stays: {reason}"


def tighten_again(city: City) -> str:
    """To fourteen days. Not to the seven of the beginning: LocalStack takes what a stack was created with for no change."""
    status = update(city, "14d")
    expect(status == "UPDATE_COMPLETE" and retention(city) == "14d", f"{status}, {retention(city)}")
    return "30d to 14d by parameter, in force"


def update(city: City, retention: str) -> str:
    """Nothing but a parameter changes, as docs/deploy.md tells an administrator. Answers the status that the stack comes to."""
    kept = [f"ParameterKey={name},UsePreviousValue=true" for name in _parameters(city) if name != "NonHitRetention"]
    changed = f"ParameterKey=NonHitRetention,ParameterValue={retention}"
    capability = ["--capabilities", "CAPABILITY_NAMED_IAM"]
    stack = ["--stack-name", stacks.SERVICE, "--template-body", f"file://{_previous_template(city)}"]
    before = {event["EventId"] for event in _events(city)}
    city.aws("cloudformation", "update-stack", *stack, *capability, "--parameters", changed, *kept)
    return await_("the update of the stack", UPDATE_SECONDS, lambda: _settled(city, before))


def _previous_template(city: City) -> Path:
    """On AWS it is `--use-previous-template`, which LocalStack does not know: the very template is fetched and sent again."""
    template = city.client("cloudformation").get_template(StackName=stacks.SERVICE)["TemplateBody"]
    file = city.place.folder / "previous.template.json"
    file.write_text(template if isinstance(template, str) else json.dumps(template))
    return file


def _parameters(city: City) -> list[str]:
    stack = city.client("cloudformation").describe_stacks(StackName=stacks.SERVICE)["Stacks"][0]
    return [parameter["ParameterKey"] for parameter in stack["Parameters"]]


def _settled(city: City, before: set[str]) -> str | None:
    """What the stack came to since; its status alone may still be that of the update before."""
    of_stack = [event for event in _events(city) if event["ResourceType"] == "AWS::CloudFormation::Stack"]
    since = {event["ResourceStatus"] for event in of_stack if event["EventId"] not in before}
    return next((status for status in SETTLED if status in since), None)


def _events(city: City) -> list[dict]:
    return city.client("cloudformation").describe_stack_events(StackName=stacks.SERVICE)["StackEvents"]


def policy(city: City) -> dict:
    """The document in force, as a council member would see it."""
    reply = city.call("GET", "/v1/policy", city.token(CHIEF))
    expect(reply.status == 200, f"the policy was answered {reply}")
    return json.loads(reply.body["document"])


def retention(city: City) -> str:
    return policy(city)["nonHitRetention"]


def approve(city: City, request_id: str, person: str, role: str) -> str:
    """What the request is then. The last approval waits until the policy before has reached every stored row."""
    body = {"decision": "approve", "role": role, "reason": "Council resolution 2026-118"}

    def decide() -> Reply | None:
        reply = city.call("POST", f"/v1/policy-requests/{request_id}/decisions", city.token(person), body)
        return None if STILL_DATING in json.dumps(reply.body) else reply

    reply = await_(f"the approval by {person}", DATED_SECONDS, decide)
    expect(reply.status == 201, f"{person} could not approve: {reply}")
    return reply.body["state"]
