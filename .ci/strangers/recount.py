#!/usr/bin/env python3
"""Counts a city's figures again from its public ledger, without any program of the city's: recount.py LOG DATA (folders or addresses)

Entries come from the log's bundles, their tree is hashed by RFC 6962, its root is compared with the data set's, each opened field with its
commitment, and every row of daily.csv with what comes out. Only Python's own library; who signed the root is for scripts/verify-ledger.
"""
import base64
import csv
import hashlib
import io
import json
import sys
import urllib.request
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

WIDTH = 256


def read(base: str, name: str) -> bytes:
    if base.startswith("http"):
        with urllib.request.urlopen(f"{base.rstrip('/')}/{name}") as answer:
            return answer.read()
    return Path(base, name).read_bytes()


def rows(data: str, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(read(data, name).decode(), newline="")))


def entries(log: str, size: int) -> list[bytes]:
    found = []
    for first in range(0, size, WIDTH):
        index, width = first // WIDTH, min(WIDTH, size - first)
        groups = f"{index:03d}" if index < 1000 else "/".join([f"x{index // 1000:03d}", f"{index % 1000:03d}"])
        try:
            bundle = read(log, f"tile/entries/{groups}" + (f".p/{width}" if width < WIDTH else ""))
        except OSError:  # the log has grown: what is left of a partial bundle is the full one
            bundle = read(log, f"tile/entries/{groups}")
        at = 0
        for _ in range(width):
            length = int.from_bytes(bundle[at : at + 2])
            found.append(bundle[at + 2 : at + 2 + length])
            at += 2 + length
    return found


def root(leaves: list[bytes]) -> bytes:
    level = [(hashlib.sha256(b"\0" + leaf).digest(), 1) for leaf in leaves]
    stack: list[tuple[bytes, int]] = []
    for node in level:
        stack.append(node)
        while len(stack) > 1 and stack[-1][1] == stack[-2][1]:
            (right, size), (left, _) = stack.pop(), stack.pop()
            stack.append((hashlib.sha256(b"\1" + left + right).digest(), 2 * size))
    value = stack.pop()[0] if stack else hashlib.sha256().digest()
    while stack:
        value = hashlib.sha256(b"\1" + stack.pop()[0] + value).digest()
    return value


def commitment(entry_id: str, field: str, salt: str, value: str) -> str:
    parts = [b"passby/c1", entry_id.encode(), field.encode(), bytes.fromhex(salt), value.encode()]
    return hashlib.sha256(b"".join(len(part).to_bytes(4) + part for part in parts)).hexdigest()


def figures(entry: dict, opened: dict[str, str]) -> dict[str, int]:
    """By the words of the data dictionary."""
    kind, done, refused = entry["type"], entry["outcome"] == "done", entry["outcome"] == "refused"
    step, reason = (opened.get("action", ""), opened.get("reason", "")) if kind == "hit-step" and done else ("", "")
    ends = reason.split(", ") if step == "disposition" else []
    counts = json.loads(opened.get("counts", "{}")) if done else {}
    counted = counts if kind == "counted" else {}
    purged = counts if kind == "rows-purged" else {}
    lag = 0
    if "at" in purged and "earliest" in purged:
        moments = [datetime.fromisoformat(purged[name].replace("Z", "+00:00")) for name in ("earliest", "at")]
        lag = max(0, int((moments[1] - moments[0]).total_seconds()))
    simple = {
        "pictures_opened": "read-picture-streamed", "hits": "hit-raised", "contacts_unconfirmed": "contact-unconfirmed",
        "entries_listed": "hot-list-entry-added", "lists_imported": "list-imported", "purge_runs": "rows-purged",
        "settings_changed": "policy-changed", "settings_requested": "policy-requested", "access_granted": "access-granted",
        "access_revoked": "access-revoked", "holds_placed": "hold-placed", "evidence_exported": "evidence-exported",
        "reviews_approved": "review-approved", "reviews_missed": "review-missed", "searches": "search",
    }  # fmt: skip
    found = {name: int(kind == of and done) for name, of in simple.items()}
    return found | {
        "entries": 1,
        "frames_read": counted.get("frame-with-plates", 0) + counted.get("frame-no-plate", 0),
        "reads": counted.get("read", 0),
        "searches_refused": int(kind == "search" and refused),
        "hits_rejected": int(step == "rejected"),
        "misreads": int(step == "rejected" and reason == "misread"),
        "hits_confirmed": int(step == "confirmed"),
        "hits_not_confirmed": int(step == "not-confirmed"),
        "contacts": int(step == "contact"),
        "stops": int("stop" in ends), "recoveries": int("recovery" in ends), "arrests": int("arrest" in ends),
        "false_alerts": int("false-alert" in ends),
        "rows_purged": sum(purged.get("rows", {}).values()), "purge_lag_max": lag,
        "ledger_read": int(done and kind in ("ledger-viewed", "ledger-exported", "ledger-disclosed")),
        "requests_refused": int(refused),
    }  # fmt: skip


def main(log: str, data: str) -> int:
    _, origin, size, signed_root, listed, *_ = read(data, "signed.txt").decode().split("\n")
    faults = []
    if hashlib.sha256(read(data, "files.csv")).hexdigest() != listed:
        faults.append("files.csv is not the list that was signed")
    names = [row["file"] for row in rows(data, "files.csv") if hashlib.sha256(read(data, row["file"])).hexdigest() == row["sha256"] or faults.append(row["file"])]
    leaves = entries(log, int(size))
    if base64.b64encode(root(leaves)).decode() != signed_root:
        faults.append("the entries do not lead to the signed root")
    opened: dict[int, dict[str, str]] = defaultdict(dict)
    parsed = [json.loads(leaf) for leaf in leaves]
    for name in names:
        for row in rows(data, name) if name.startswith("openings/") else []:
            entry = parsed[int(row["entry"])]
            if commitment(entry["id"], row["field"], row["salt"], row["value"]) != entry["committed"].get(row["field"]):
                faults.append(f"{name}: entry {row['entry']} did not commit to this")
            opened[int(row["entry"])][row["field"]] = row["value"]
    days: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for index, entry in enumerate(parsed):
        day = days[entry["hour"][:10]]
        for name, amount in figures(entry, opened[index]).items():
            day[name] = max(day[name], amount) if name == "purge_lag_max" else day[name] + amount
        day["last_entry"] = index
    published = {row.pop("day"): row for row in rows(data, "daily.csv")}
    if published.keys() != {str(date.fromisoformat(min(days)) + timedelta(n)) for n in range((date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days + 1)}:
        faults.append("daily.csv has other days than the log")
    for day, row in published.items():
        expected = days[day] if day in days else {"last_entry": -1}
        faults += [f"{day}: {name} is {value}, counted {expected.get(name, 0)}" for name, value in row.items() if int(value) != expected.get(name, 0)]
    print(f"{size} entries of {origin}, {len(published)} days, {sum(len(row) for row in published.values())} numbers counted again")
    print(*faults[:20], sep="\n", end="\n" if faults else "")
    print("the same" if not faults else "NOT THE SAME")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
