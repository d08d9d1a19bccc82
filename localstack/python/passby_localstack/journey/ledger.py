"""What a stranger checks: that an answer was entered, and that its entry is in the signed log."""

import json
import subprocess

from passby_localstack.journey.city import City, Reply, await_, expect
from passby_localstack.journey.people import AUDITOR, OFFICER
from passby_localstack.journey.reading import SEEN, search

SEAL_SECONDS = 180.0


def seal(city: City) -> str:
    """The minute's clock seals; the proof is checked by the verifier with the key that stands beside the log."""
    status, answer = search(city, city.token(OFFICER), SEEN[1])
    expect(status == 200, f"the search was answered {status}: {answer}")
    entry = answer["entryId"]
    proved = await_("the proof of a search", SEAL_SECONDS, lambda: _proof(city, entry))
    expect(proved.body["leafHash"] == answer["leafHash"], f"the receipt says {answer['leafHash']}, the log {proved.body}")
    _verify(city, proved)
    shown = city.call("GET", f"/v1/ledger/{entry}", city.token(AUDITOR))
    expect(shown.status == 200 and shown.body["opened"]["plate"] == SEEN[1], f"the auditor sees {shown}")
    return f"a search is entry {proved.body['index']} of the sealed log; verify-ledger holds its proof, an auditor opens it"


def _proof(city: City, entry: str) -> Reply | None:
    reply = city.call("GET", f"/v1/ledger/proofs/{entry}", None)
    return reply if reply.status == 200 else None


def _verify(city: City, proved: Reply) -> None:
    s3 = city.client("s3")
    bucket = next(name for name in (each["Name"] for each in s3.list_buckets()["Buckets"]) if "ledger" in name)
    key = s3.get_object(Bucket=bucket, Key="log/own/vkey")["Body"].read().decode().strip()
    receipt = city.place.folder / "receipt.json"
    receipt.write_text(json.dumps(proved.body))
    command = [city.place.root / "scripts" / "verify-ledger", "--receipt", str(receipt), "--key", key]
    ended = subprocess.run(command, capture_output=True, text=True)
    expect(ended.returncode == 0, f"verify-ledger: {ended.stdout} {ended.stderr}")
