#!/usr/bin/env python3
"""Changes copies of a log as somebody would who wants to hide something, and expects the verifier to name what fails.

tamper.py LOG FORK FUTURE [RECEIPT [EXPORT]]: LOG is a log in files; FORK is a shorter log that the same key signed, FUTURE another one
whose clock is ahead. RECEIPT is an answer of /v1/ledger/proofs/{entryId}, EXPORT one of /v1/ledger/exports. An entry of an unknown version
under a valid signature cannot be made from outside: VerifyLogTest has it.
Prints one line a kind of tampering: the rules that the verifier named and the first place.
"""
import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUNDLE_OF_A_HUNDRED_MEGABYTES = 100_000_000


def flip(data, place):
    """The bytes with one bit changed."""
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def only(log, pattern):
    return sorted(log.glob(pattern))[-1]


def bundle(log):
    return only(log, "tile/entries/*.p/*")


def change(path, make):
    path.write_bytes(make(path.read_bytes()))


def entry_bit(log):
    """A bit inside the last member of the first entry."""
    change(bundle(log), lambda data: flip(data, 2 + data[2:].index(b'"policy"') + 12))


def tile_bit(log):
    change(only(log, "tile/0/*.p/*"), lambda data: flip(data, 0))


def checkpoint_bit(log):
    def make(data):
        origin, size, root, rest = data.split(b"\n", 3)
        return b"\n".join([origin, size, base64.b64encode(flip(base64.b64decode(root), 2)), rest])

    change(log / "checkpoint", make)


def signature_bit(log):
    def make(data):
        text, signature = data.rstrip(b"\n").rsplit(b" ", 1)
        return text + b" " + base64.b64encode(flip(base64.b64decode(signature), 20)) + b"\n"

    change(log / "checkpoint", make)


def partial_tile_with_other_content(log):
    change(only(log, "tile/0/*.p/*"), lambda data: data[32:64] + data[32:])


def entries_behind_the_end(log):
    change(bundle(log), lambda data: data + data[: 2 + int.from_bytes(data[:2], "big")])


def huge_bundle(log):
    with bundle(log).open("ab") as file:
        file.truncate(BUNDLE_OF_A_HUNDRED_MEGABYTES)


def missing_tile(log):
    bundle(log).unlink()


def verify(*arguments):
    run = subprocess.run(["scripts/verify-ledger", *map(str, arguments)], capture_output=True, text=True, check=False)
    return run.returncode, re.findall(r"^FAILED (\S+) at (.+?): ", run.stdout, re.M), run.stdout


class Show:
    def __init__(self):
        self.missed = 0

    def expect(self, what, rule, *arguments):
        code, failures, text = verify(*arguments)
        rules = [name for name, _ in failures]
        named = code == 1 and rule in rules
        self.missed += not named
        where = next((place for name, place in failures if name == rule), text.strip()[-200:])
        print(f"{'refused' if named else 'MISSED '}  {what:<40} {rule} at {where}")


def other_key(key):
    """Another key under the same name (C2SP signed-note, "Verifier keys")."""
    name, _, public = key.split("+", 2)
    kind_and_key = flip(base64.b64decode(public), 7)
    key_id = hashlib.sha256(name.encode() + b"\n" + kind_and_key).hexdigest()[:8]
    return f"{name}+{key_id}+{base64.b64encode(kind_and_key).decode()}"


def main(log, fork, future, receipt=None, export=None):
    log, fork, show = Path(log), Path(fork), Show()
    key = (log / "vkey").read_text().strip()
    kinds = [
        ("an entry, one bit", "tile", entry_bit),
        ("a tile, one bit", "tile", tile_bit),
        ("the checkpoint's root, one bit", "checkpoint-signature", checkpoint_bit),
        ("the checkpoint's signature, one bit", "checkpoint-signature", signature_bit),
        ("a partial tile with other content", "tile", partial_tile_with_other_content),
        ("entries behind the last of a bundle", "bundle", entries_behind_the_end),
        ("a bundle of 100 MB", "bundle", huge_bundle),
        ("a bundle that was deleted", "missing-file", missing_tile),
    ]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "log"
        for what, rule, tamper in kinds:
            shutil.copytree(log, copy)
            tamper(copy)
            show.expect(what, rule, copy, "--key", key)
            shutil.rmtree(copy)
        show.expect("a checkpoint of the future", "checkpoint-time", future, "--key", key)
        show.expect("two logs of one origin", "consistency", log, "--key", key, "--old", fork / "checkpoint")
        show.expect("a log that lost its tail", "tail-lost", fork, "--key", key, "--old", log / "checkpoint")
        show.expect("a wrong key", "checkpoint-signature", log, "--key", other_key(key))
        answers = Path(folder) / "answer"
        if receipt:
            answer = json.loads(Path(receipt).read_text())
            answer["leafHash"] = flip(bytes.fromhex(answer["leafHash"]), 5).hex()
            answers.write_text(json.dumps(answer))
            show.expect("a receipt, one bit", "inclusion", "--receipt", answers, "--key", key)
        if export:
            text = Path(export).read_text()
            salt = re.search(r'"salt":"([^"]+)"', text)
            at = salt.start(1)
            answers.write_text(text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :])
            show.expect("a salt, one character", "commitment", "--export", answers, "--key", key)
    return 1 if show.missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
