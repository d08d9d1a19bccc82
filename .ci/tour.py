"""Runs the tour of a document against a local city: each ```bash block in one shell, its output compared with the ```text
block behind it, where ... stands for anything. Usage: tour.py docs/api.md"""

import os
import pathlib
import re
import signal
import subprocess
import sys

BLOCK = re.compile(r"^```(bash|text)\n(.*?)^```$", re.M | re.S)
MARK = "--- end of block ---"
SECONDS_A_BLOCK = 300


def blocks(document):
    found = BLOCK.findall(document)
    for i, (kind, code) in enumerate(found):
        if kind == "bash":
            expected = found[i + 1][1] if i + 1 < len(found) and found[i + 1][0] == "text" else None
            yield code, expected


def matches(expected, actual):
    pattern = ".*?".join(re.escape(part) for part in expected.strip().split("..."))
    return re.fullmatch(pattern, actual.strip(), re.S) is not None


def run(shell, code):
    shell.stdin.write(f"{{\n{code}\n}} 2>&1\necho '{MARK}'\n")
    shell.stdin.flush()
    lines = []

    def too_long(*_):
        os.killpg(shell.pid, signal.SIGKILL)
        raise SystemExit(f"longer than {SECONDS_A_BLOCK} s, this block:\n{code}\n{''.join(lines)}")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(SECONDS_A_BLOCK)
    for line in shell.stdout:
        if line.rstrip("\n").endswith(MARK):
            signal.alarm(0)
            lines.append(line.rstrip("\n")[: -len(MARK)])
            return "".join(lines)
        lines.append(line)
    raise SystemExit(f"the shell ended within this block:\n{code}\n{''.join(lines)}")


def main(path):
    failed = 0
    shell = subprocess.Popen(["bash", "-u"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
    for code, expected in blocks(pathlib.Path(path).read_text()):
        actual = run(shell, code)
        if expected is not None and not matches(expected, actual):
            failed += 1
            print(f"FAILED\n{code}\nexpected:\n{expected}\nprinted:\n{actual}\n")
    shell.stdin.close()
    shell.wait(30)
    count = len(list(blocks(pathlib.Path(path).read_text())))
    print(f"tour: {count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
