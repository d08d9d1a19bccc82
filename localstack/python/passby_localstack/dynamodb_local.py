"""DynamoDB Local as LocalStack expects to have downloaded it, made of the jars that Maven has fetched for the local city."""

import subprocess
import zipfile
from pathlib import Path

from passby_localstack.place import Place

MAIN_CLASS = "software.amazon.dynamodb.services.local.main.ServerRunner"
LINE_BYTES = 70  # of 72 that a manifest allows

# LocalStack loads an agent of its own into DynamoDB Local, for more than twenty indexes; nobody here has so many.
AGENT_CLASS = "NoAgent"
AGENT_SOURCE = "public class NoAgent { public static void premain(String a, java.lang.instrument.Instrumentation i) {} }"


def prepare(place: Place, class_path: list[Path], java_home: Path) -> None:
    """Puts links and jars where LocalStack looks before it downloads: nothing is copied, nothing of DynamoDB Local is ours to give on."""
    folder = place.libraries / "dynamodb-local" / "2"
    (folder / "DynamoDBLocal_lib").mkdir(parents=True, exist_ok=True)
    _link(place.libraries / "java" / "21", java_home)
    _jar(folder / "DynamoDBLocal.jar", manifest({"Main-Class": MAIN_CLASS, "Class-Path": uris(class_path)}), [])
    agent = folder / "ddb-local-loader-0.1.jar"
    if not agent.exists():
        _jar(agent, manifest({"Premain-Class": AGENT_CLASS}), [_compiled(folder, java_home)])


def uris(class_path: list[Path]) -> str:
    return " ".join(path.absolute().as_uri() + ("/" if path.is_dir() else "") for path in class_path)


def manifest(attributes: dict[str, str]) -> str:
    """The text of a MANIFEST.MF, its lines broken as the jar specification asks for."""
    lines = ["Manifest-Version: 1.0"]
    for name, value in attributes.items():
        rest = f"{name}: {value}"
        lines.append(rest[:LINE_BYTES])
        rest = rest[LINE_BYTES:]
        while rest:
            lines.append(" " + rest[: LINE_BYTES - 1])
            rest = rest[LINE_BYTES - 1 :]
    return "\n".join(lines) + "\n\n"


def _link(link: Path, target: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)


def _jar(jar: Path, manifest_text: str, files: list[Path]) -> None:
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", manifest_text)
        for file in files:
            archive.write(file, file.name)


def _compiled(folder: Path, java_home: Path) -> Path:
    source = folder / f"{AGENT_CLASS}.java"
    source.write_text(AGENT_SOURCE)
    subprocess.run([java_home / "bin" / "javac", "-d", folder, source], check=True)
    return folder / f"{AGENT_CLASS}.class"
