"""Losses and what a city comes back from (docs/restore.md), as far as LocalStack goes. Each returns its transcript."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import botocore.exceptions

from passby_localstack import stacks
from passby_localstack.journey import reading
from passby_localstack.journey.city import City, await_, expect
from passby_localstack.journey.people import Camera
from passby_localstack.journey.reading import NEIGHBOUR, Shot
from passby_localstack.place import REGION

Rows = list[dict[str, Any]]

LOG = "log/"
CHECKPOINT = "checkpoint"
OTHER_ACCOUNT = "111111111111"
OTHER_REGION = "us-west-2"
PENDING = "LedgerPending"
INDEX = "LedgerIndex"

# A function may use a copy of a camera or of the policy for half a minute.
COPIES_SECONDS = 90.0
SEALED_SECONDS = 180.0


def tables(city: City, camera: Camera) -> str:
    """Somebody empties every table that has point-in-time recovery."""
    dynamodb = city.client("dynamodb")
    names = _recoverable(city)
    said = _restore(dynamodb, city.known["tables"] + names[0])
    copies = {name: _scan(dynamodb, city.known["tables"] + name) for name in names}
    for name in names:
        _empty(dynamodb, city.known["tables"] + name)
    refused = await_("the refusal of a camera that no table knows", COPIES_SECONDS, lambda: _refused(city, camera))
    written = sum(_write_back(city, name, rows) for name, rows in copies.items())
    await_("the camera again", COPIES_SECONDS, lambda: not _refused(city, camera))
    before = len(reading.rows_of(city, camera))
    reading.put(reading.announce(city, camera, [_shot(city)])[0], city.picture(NEIGHBOUR[0]))
    await_("a read after it", reading.READ_SECONDS, lambda: len(reading.rows_of(city, camera)) > before)
    told = ", ".join(f"{name} {len(rows)}" for name, rows in copies.items() if rows)
    return (
        f"restore-table-to-point-in-time is answered {said}; rows of a copy in its place ({told}); emptied: the camera gets {refused}; "
        f"{written} rows written back: a frame is taken and read"
    )


def ledger(city: City) -> str:
    """The log's bucket is emptied; a copy that somebody took is all there is."""
    copy = _fresh(city.place.folder / "log-copy")
    s3, functions = city.client("s3"), city.client("lambda")
    sealer = f"{stacks.DEPLOYMENT}-SealLedger"
    functions.put_function_concurrency(FunctionName=sealer, ReservedConcurrentExecutions=0)
    size = await_("a copy that verifies", SEALED_SECONDS, lambda: _copied(city, copy))
    keys = [one["Key"] for one in _objects(s3, city.known["ledger"])]
    for key in keys:
        _delete(s3, city.known["ledger"], key)
    expect(not list(_objects(s3, city.known["ledger"])), "the bucket is not empty")
    # The checkpoint comes last: until it is there, nobody sees a log. The bucket's policy wants the condition, which sync does not send.
    files = sorted((file for file in copy.rglob("*") if file.is_file()), key=lambda file: file.name == CHECKPOINT)
    for file in files:
        path = LOG + file.relative_to(copy).as_posix()
        condition = {} if file.name == CHECKPOINT else {"IfNoneMatch": "*"}
        s3.put_object(Bucket=city.known["ledger"], Key=path, Body=file.read_bytes(), **condition)
    functions.delete_function_concurrency(FunctionName=sealer)
    _entry(city)
    grown = await_("the log's next entries", SEALED_SECONDS, lambda: _grown(city, size))
    again = _fresh(city.place.folder / "log-again")
    _copied(city, again)
    told = _verify(city, again, "--old", str(copy / CHECKPOINT))
    return f"{len(files)} files copied, {len(keys)} deleted, written back; the log goes on from {size} to {grown} entries under its key: {told}"


def account(city: City) -> str:
    """A move: the recoverable tables go to another account; the log stays behind, because its key cannot leave KMS."""
    there = _client("dynamodb", OTHER_ACCOUNT, city)
    here = city.client("dynamodb")
    counts = []
    for name in _recoverable(city):
        table = city.known["tables"] + name
        rows = _scan(here, table)
        _make_like(there, here.describe_table(TableName=table)["Table"])
        for row in rows:
            there.put_item(TableName=table, Item=row)
        found = _scan(there, table)
        expect(_sorted(found) == _sorted(rows), f"{name} is another table there")
        counts.append(f"{name} {len(found)}")
    refused = _signs(_client("kms", OTHER_ACCOUNT, city), _log_key(city))
    return f"in account {OTHER_ACCOUNT}: {', '.join(counts)}; the log's key there: {refused}; {_old_log(city)}"


def region(city: City) -> str:
    """Nothing is replicated: another region has no table and no key, and the copy of the log is all that is read there."""
    tables = _client("dynamodb", None, city, OTHER_REGION).list_tables()["TableNames"]
    expect(not [name for name in tables if name.startswith(city.known["tables"])], f"tables in {OTHER_REGION}: {tables}")
    refused = _signs(_client("kms", None, city, OTHER_REGION), _log_key(city).rsplit("/", 1)[-1])
    return f"{OTHER_REGION} has no table of the city; the log's key there: {refused}; {_old_log(city)}"


def _recoverable(city: City) -> list[str]:
    """As the deployed tables say it themselves."""
    dynamodb = city.client("dynamodb")
    prefix = city.known["tables"]
    names = [name for page in dynamodb.get_paginator("list_tables").paginate() for name in page["TableNames"]]
    return [name.removeprefix(prefix) for name in names if name.startswith(prefix) and _is_recoverable(dynamodb, name)]


def _is_recoverable(dynamodb: Any, table: str) -> bool:
    told = dynamodb.describe_continuous_backups(TableName=table)["ContinuousBackupsDescription"]
    return told["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"


def _restore(dynamodb: Any, table: str) -> str:
    """What this LocalStack answers to the call that restores a table in AWS."""
    try:
        dynamodb.restore_table_to_point_in_time(
            SourceTableName=table, TargetTableName=f"{table}-restored", UseLatestRestorableTime=True
        )
    except botocore.exceptions.ClientError as e:
        return e.response["Error"]["Code"]
    rows = len(_scan(dynamodb, f"{table}-restored"))
    dynamodb.delete_table(TableName=f"{table}-restored")
    return f"with a table of {rows} rows"


def _scan(dynamodb: Any, table: str) -> Rows:
    pages = dynamodb.get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
    return [item for page in pages for item in page["Items"]]


def _keys(dynamodb: Any, table: str) -> list[str]:
    return [part["AttributeName"] for part in dynamodb.describe_table(TableName=table)["Table"]["KeySchema"]]


def _empty(dynamodb: Any, table: str) -> None:
    keys = _keys(dynamodb, table)
    for row in _scan(dynamodb, table):
        dynamodb.delete_item(TableName=table, Key={key: row[key] for key in keys})


def _write_back(city: City, name: str, rows: Rows) -> int:
    """Rows that are not there: a newer one stays. An entry that was sealed since the copy must not wait for its seal once more."""
    dynamodb, table = city.client("dynamodb"), city.known["tables"] + name
    partition = _keys(dynamodb, table)[0]
    written = 0
    for row in rows:
        if name == PENDING and _is_sealed(city, row["entryId"]["S"]):
            continue
        try:
            dynamodb.put_item(
                TableName=table,
                Item=row,
                ConditionExpression="attribute_not_exists(#key)",
                ExpressionAttributeNames={"#key": partition},
            )
            written += 1
        except dynamodb.exceptions.ConditionalCheckFailedException:
            pass
    return written


def _is_sealed(city: City, entry: str) -> bool:
    key = {"key": {"S": f"entry#{entry}"}, "place": {"S": "-"}}
    return "Item" in city.client("dynamodb").get_item(TableName=city.known["tables"] + INDEX, Key=key, ConsistentRead=True)


def _shot(city: City) -> Shot:
    return Shot(city.picture(NEIGHBOUR[0]), "drill", 1)


def _refused(city: City, camera: Camera) -> str | None:
    """Its status and what it is told; None when it gets a URL."""
    reply = reading.promise(city, camera, [_shot(city)])
    return None if reply.status == 201 else f"{reply.status} {reply.body.get('type', '').rsplit('/', 1)[-1]}"


def _objects(s3: Any, bucket: str) -> Iterator[dict[str, Any]]:
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=LOG):
        yield from page.get("Contents", [])


def _delete(s3: Any, bucket: str, key: str) -> None:
    """With every version of it, as an account does that closes."""
    for version in s3.list_object_versions(Bucket=bucket, Prefix=key).get("Versions", []):
        s3.delete_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _copied(city: City, folder: Path) -> int | None:
    """Every file of the log, the checkpoint first, so that all it needs is there; entries of it once it verifies."""
    s3 = city.client("s3")
    keys = sorted((one["Key"] for one in _objects(s3, city.known["ledger"])), key=lambda key: key != LOG + CHECKPOINT)
    for key in keys:
        file = folder / key.removeprefix(LOG)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(s3.get_object(Bucket=city.known["ledger"], Key=key)["Body"].read())
    if not (folder / CHECKPOINT).exists():
        return None
    _verify(city, folder)
    return _size((folder / CHECKPOINT).read_text())


def _size(checkpoint: str) -> int:
    return int(checkpoint.splitlines()[1])


def _verify(city: City, folder: Path, *options: str) -> str:
    """What the verifier says in its last line."""
    key = (folder / "own" / "vkey").read_text().strip()
    told = city.script("verify-ledger", str(folder), "--key", key, *options).strip().splitlines()
    return told[-1] if told else ""


def _entry(city: City) -> None:
    """A question to the city, so that something is sealed."""
    reading.refuse_tokens(city)


def _grown(city: City, size: int) -> int | None:
    s3 = city.client("s3")
    now = _size(s3.get_object(Bucket=city.known["ledger"], Key=LOG + CHECKPOINT)["Body"].read().decode())
    return now if now > size else None


def _old_log(city: City) -> str:
    folder = city.place.folder / "log-again"
    expect((folder / CHECKPOINT).exists(), "there is no copy of the log")
    return f"the copy of the old log: {_verify(city, folder)}"


def _log_key(city: City) -> str:
    """The ARN of the key that signs the log: of those of Ed25519 the only one."""
    kms = city.client("kms")
    for page in kms.get_paginator("list_keys").paginate():
        for key in page["Keys"]:
            told = kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]
            if re.search("25519", told.get("KeySpec", "")):
                return told["Arn"]
    expect(False, "no key signs with Ed25519")
    return ""


def _signs(kms: Any, key: str) -> str:
    try:
        kms.sign(KeyId=key, Message=b"drill", MessageType="RAW", SigningAlgorithm="ED25519_SHA_512")
    except botocore.exceptions.ClientError as e:
        return e.response["Error"]["Code"]
    return "signs, as this LocalStack asks no policy"


def _client(service: str, account: str | None, city: City, region: str = REGION) -> Any:
    """LocalStack takes an access key of twelve digits for the account that asks."""
    return boto3.client(
        service,
        endpoint_url=city.place.endpoint,
        region_name=region,
        aws_access_key_id=account or "test",
        aws_secret_access_key="test",
    )


def _make_like(dynamodb: Any, table: dict[str, Any]) -> None:
    name = table["TableName"]
    if name in dynamodb.list_tables()["TableNames"]:
        dynamodb.delete_table(TableName=name)
    indexes = [
        {part: index[part] for part in ("IndexName", "KeySchema", "Projection")}
        for index in table.get("GlobalSecondaryIndexes", [])
    ]
    more = {"GlobalSecondaryIndexes": indexes} if indexes else {}
    dynamodb.create_table(
        TableName=name,
        KeySchema=table["KeySchema"],
        AttributeDefinitions=table["AttributeDefinitions"],
        BillingMode="PAY_PER_REQUEST",
        **more,
    )


def _sorted(rows: Rows) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in rows)
