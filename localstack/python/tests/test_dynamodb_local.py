"""The jar that starts DynamoDB Local."""

from pathlib import Path

from passby_localstack.dynamodb_local import manifest, uris


def test_no_line_of_a_manifest_is_longer_than_the_specification_allows():
    text = manifest({"Class-Path": uris([Path(f"/jars/number-{n}.jar") for n in range(50)])})

    assert all(len(line.encode()) <= 72 for line in text.split("\n"))
    assert text.replace("\n ", "").count("file:///jars/number-") == 50


def test_a_folder_on_the_class_path_ends_in_a_slash(tmp_path: Path):
    assert uris([tmp_path]) == f"file://{tmp_path}/"
