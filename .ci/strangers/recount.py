#!/usr/bin/env python3
"""Counts a city's figures again from its public ledger, without any program of the city's: recount.py LOG DATA (folders or addresses)

Entries come from the log's bundles, their tree is hashed by RFC 6962, its root is compared with the data set's, each opened field with its
commitment, and every row of daily.csv, of changes.csv, of hotlists.csv and of reading-quality.csv, every camera and every audit with what comes out. Only Python's own library; who signed the root is for scripts/verify-ledger.
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
from math import sqrt
from pathlib import Path
from xml.etree import ElementTree

WIDTH = 256
ATOM = "{http://www.w3.org/2005/Atom}"


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
        "grants_requested": "grant-requested", "grants_released": "grant-released",
        "reviews_approved": "review-approved", "reviews_missed": "review-missed", "searches": "search",
        "grants_requested": "grant-requested", "grants_released": "grant-released",
    }  # fmt: skip
    found = {name: int(kind == of and done) for name, of in simple.items()}
    return found | {
        "entries": 1,
        "frames_read": counted.get("frame-with-plates", 0) + counted.get("frame-no-plate", 0),
        "reads": counted.get("read", 0),
        "searches_refused": int(kind == "search" and refused),
        "reasons_judged": counted.get("reason-judged", 0),
        "reasons_vague": counted.get("reason-vague", 0),
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


CHANGES = {
    "policy-changed", "policy-requested", "list-proposed", "list-accepted", "list-suspended", "list-imported", "camera-registered",
    "camera-retired", "camera-suspended", "camera-resumed", "camera-captions-changed", "camera-opted-in", "camera-opted-out", "camera-quarantined", "camera-quarantine-cleared", "grant-decided", "grant-released", "access-granted", "access-revoked", "person-appointed", "account-disabled",
}  # fmt: skip


def hours(first: str, last: str) -> int:
    moments = [datetime.strptime(hour, "%Y-%m-%dT%HZ") for hour in (first, last)]
    return int((moments[1] - moments[0]).total_seconds()) // 3600


def changes(parsed: list[dict], opened: dict[int, dict[str, str]]) -> list[dict[str, str]]:
    found, seen = [], {""}
    for index, entry in enumerate(parsed):
        access = entry.get("access", "")
        if access not in seen:
            seen.add(access)
            found.append({"entry": str(index), "hour": entry["hour"], "change": "access-policies", "what": access})
        if entry["type"] in CHANGES and entry["outcome"] == "done":
            told = json.loads(opened[index].get("after", "{}"))
            what = opened[index].get("action", "") or told.get("source", "") or told.get("camera", "")
            safe = "'" + what if what[:1] in tuple("=+-@\t\r") else what
            found.append({"entry": str(index), "hour": entry["hour"], "change": entry["type"], "what": safe})
    return found


def lists(parsed: list[dict], opened: dict[int, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Of hotlists.csv what changes: state, roles, the newest file, and how many were taken in."""
    found: dict[str, dict] = defaultdict(lambda: defaultdict(str, imports=0, imports_aborted=0))
    states = {"list-proposed": "proposed", "list-accepted": "armed", "list-suspended": "suspended"}
    for index, entry in enumerate(parsed):
        told = json.loads(opened[index].get("after", "{}"))
        if "source" not in told:
            continue
        row = found[told["source"]]
        if entry["type"] in states:
            row |= {"agency": told["agency"], "state": states[entry["type"]], "accepted_by": told["acceptedBy"]}
        elif entry["outcome"] != "done":
            row["imports_aborted"] += 1
        else:
            codes = " ".join(f"{code}:{count}" for code, count in sorted(told["refused"].items()))
            row |= {"imported": entry["hour"], "entries": told["entries"], "rows": told["rows"], "refused_by_code": codes}
            row["imports"] += 1
    for row in found.values():
        row["age_hours"] = hours(row["imported"], parsed[-1]["hour"]) if row["imported"] else ""
    return {source: {name: str(value) for name, value in row.items()} for source, row in found.items()}


def grants(parsed: list[dict], opened: dict[int, dict[str, str]]) -> dict[str, str]:
    """How each request from outside stands, by the place of its entry."""
    places, found = {}, {}
    for index, entry in enumerate(parsed):
        kind, done = entry["type"], entry["outcome"] == "done"
        if kind == "grant-requested":
            places[entry["id"]] = str(index)
            found[str(index)] = "requested" if done else "refused-by-rule"
        if kind in ("grant-decided", "grant-released") and done:
            for place in (places[earlier] for earlier in entry["refs"] if earlier in places):
                decided = "approved" if opened[index].get("action") == "approve" else "refused"
                found[place] = decided if kind == "grant-decided" else "released"
    return found


def cameras(parsed: list[dict], opened: dict[int, dict[str, str]]) -> dict[str, tuple]:
    """Where each camera is, and how it stands."""
    states = {"camera-registered": "in-service", "camera-resumed": "in-service", "camera-suspended": "suspended", "camera-retired": "retired"}
    found = {}
    for index, entry in enumerate(parsed):
        told = json.loads(opened[index].get("after", "{}"))
        if "camera" in told and entry["type"] in states:
            place = [float(told["longitude"]), float(told["latitude"])] if "latitude" in told else None
            found[told["camera"]] = (place, states[entry["type"]], told.get("retired"))
    return found


def audits(parsed: list[dict], opened: dict[int, dict[str, str]]) -> dict:
    weeks: dict[str, dict] = defaultdict(lambda: {"state": "open", "missed": False})
    findings = dict.fromkeys(("stalking", "non-police-use", "other-misuse", "error", "no-misuse"), 0)
    reviews, overdue, missed = {}, False, 0
    for index, entry in enumerate(parsed):
        kind, fields = entry["type"], opened[index]
        if entry["outcome"] != "done":
            continue
        about = fields.get("subject", "")
        if kind in ("review-drawn", "review-reported", "review-approved") and about:
            weeks[about]["state"] = kind.removeprefix("review-")
        if kind == "review-missed" and about:
            weeks[about]["missed"] = True
        if kind == "conduct-review-opened" and about:
            reviews[about] = entry["hour"]
        if kind == "conduct-review-closed" and about:
            reviews[about] = "closed"
            findings[fields["action"]] += 1
        if kind in ("hot-list-audited", "hot-list-audit-missed"):
            overdue = kind == "hot-list-audit-missed"
        if kind == "counted":
            missed += json.loads(fields.get("counts", "{}")).get("hot-list-review-missed", 0)
    late = sum(1 for hour in reviews.values() if hour != "closed" and hours(hour, parsed[-1]["hour"]) > 14 * 24)
    return {"weeks": dict(weeks), "findings": findings, "reviews": len(reviews), "overdue": late, "audit_overdue": overdue, "missed": missed}


def quality(parsed: list[dict], opened: dict[int, dict[str, str]]) -> list[dict[str, str]]:
    """Of each closed day how many plates were misread, with Wilson's interval of 95 %."""
    found, z = [], 1.959963984540054
    for index, entry in enumerate(parsed):
        if entry["type"] != "day-balanced" or entry["outcome"] != "done":
            continue
        told = json.loads(opened[index].get("counts", "{}")).get("readers", {})
        rates = [("", source, told["city"][source]) for source in ("hits", "samples") if source in told.get("city", {})]
        rates += [(camera, "samples", rate) for camera, rate in sorted(told.get("cameras", {}).items())]
        for camera, source, rate in rates:
            n, misread = rate["n"], rate["misread"]
            share, squared = misread / n, z * z / n
            centre = (share + squared / 2) / (1 + squared)
            half = z * sqrt(share * (1 - share) / n + squared / n / 4) / (1 + squared)
            numbers = (share, 0 if misread == 0 else centre - half, 1 if misread == n else centre + half)
            row = {"entry": str(index), "day": told["day"], "camera": camera, "source": source, "n": str(n), "misread": str(misread)}
            found.append(row | dict(zip(("share", "low", "high"), (f"{number:.4f}" for number in numbers))))
    return found


def districts(parsed: list[dict], opened: dict[int, dict[str, str]]) -> list[dict[str, str]]:
    """Every four weeks of each part of the city its cameras, and its hits where there were enough of them."""
    found = []
    for index, entry in enumerate(parsed):
        if entry["type"] == "day-balanced" and entry["outcome"] == "done":
            told = json.loads(opened[index].get("counts", "{}")).get("districts", {})
            for zone, of in sorted(told.get("zones", {}).items()):
                numbers = {"zone_cameras": of["cameras"], "hits": of.get("hits", ""), "rejected": of.get("rejected", "")}
                found.append({"entry": str(index), "day": told["day"], "zone": zone} | {name: str(number) for name, number in numbers.items()})
    return found


def registers(data: str, parsed: list[dict], opened: dict[int, dict[str, str]]) -> list[str]:
    """What stands in the other files and does not follow from the log."""
    faults = [] if rows(data, "changes.csv") == changes(parsed, opened) else ["changes.csv has other changes than the log"]
    published = {row["source"]: row for row in rows(data, "hotlists.csv")}
    expected = lists(parsed, opened)
    if published.keys() != expected.keys():
        faults.append("hotlists.csv has other lists than the log")
    faults += [f"hotlists.csv: {name} of {source} is {published[source][name]}, not {value}"
               for source, row in expected.items() if source in published for name, value in row.items() if published[source][name] != value]
    if {row["entry"]: row["state"] for row in rows(data, "grants.csv")} != grants(parsed, opened):
        faults.append("grants.csv has other requests than the log")
    faults += [] if rows(data, "reading-quality.csv") == quality(parsed, opened) else ["reading-quality.csv has other rates than the log"]
    faults += [] if rows(data, "districts.csv") == districts(parsed, opened) else ["districts.csv has other districts than the log"]
    features = {feature["id"]: feature for feature in json.loads(read(data, "cameras.geojson"))["features"]}
    shown = {
        name: ((one["geometry"] or {}).get("coordinates"), one["properties"]["state"], one["properties"].get("retired")) for name, one in features.items()
    }
    faults += [] if shown == cameras(parsed, opened) else ["cameras.geojson has other cameras than the log"]
    found = json.loads(read(data, "audit-findings.json"))
    told = {
        "weeks": {week["week"]: {"state": week["state"], "missed": week["missed"]} for week in found["weekly_reviews"]},
        "findings": found["findings"],
        "reviews": len(found["conduct_reviews"]),
        "overdue": sum(1 for review in found["conduct_reviews"] if review["state"] == "overdue"),
        "audit_overdue": found["hot_list_audit_overdue"],
        "missed": found["hot_list_entry_reviews_missed"],
    }
    faults += [] if told == audits(parsed, opened) else ["audit-findings.json says something else than the log"]
    feed = ElementTree.fromstring(read(data, "changes.atom"))
    ids = [entry.findtext(ATOM + "id", "").removesuffix("/access-policies").rsplit("/", 1)[1] for entry in feed.iter(ATOM + "entry")]
    wanted = [change["entry"] for change in changes(parsed, opened) if change["change"] != "list-imported"][-200:][::-1]
    return faults + ([] if ids == wanted else ["changes.atom has other changes than the log"])


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
    faults += registers(data, parsed, opened)
    if parsed and hashlib.sha256(read(data, "policy.json")).hexdigest() != parsed[-1]["policy"]:
        faults.append("policy.json is not the policy that the newest entry names")
    print(f"{size} entries of {origin}, {len(published)} days, {sum(len(row) for row in published.values())} numbers counted again")
    print(*faults[:20], sep="\n", end="\n" if faults else "")
    print("the same" if not faults else "NOT THE SAME")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
