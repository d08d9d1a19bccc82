"""What a user could install instead of the recogniser, measured on the same pictures: one line of a table for each.

    python peers.py TRUTH.csv CROPS.csv EVERY      run by scripts/bench recognizer --peers, in an environment with rapidocr 3.10.0

Of all pictures each EVERY-th is read. The recogniser's own rows follow in the same table.

rapidocr reads all print, so a plain chooser takes its surest line of 4 to 8 letters and digits, of which one at least is a digit if
there is such a line. OpenALPR is Debian's, if `alpr` is on the path. A peer that is not installed is named and not measured.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time

COUNTRY = {"us": "us", "crops": "us", "eu": "eu", "br": "br"}


def folded(text):
    return text.replace("O", "0").replace("Q", "0").replace("I", "1")


def pictures(truth, crops):
    for path, of_crops in ((truth, False), (crops, True)):
        with open(path, encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                name = "crops" if of_crops else row["set"]
                folder = os.path.dirname(path) if of_crops else os.path.join(os.path.dirname(path), name)
                yield name, os.path.join(folder, row["file"]), row["text"].upper()


def rapidocr():
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": 1, "EngineConfig.onnxruntime.inter_op_num_threads": 1})

    def read(name, path):
        answer = engine(path)
        lines = [(re.sub("[^A-Z0-9]", "", text.upper()), score) for text, score in zip(answer.txts or (), answer.scores or ())]
        lines = [line for line in lines if 4 <= len(line[0]) <= 8]
        return max(lines, key=lambda line: (any(c.isdigit() for c in line[0]), line[1]), default=("", 0))

    return read


def openalpr():
    if shutil.which("alpr") is None:
        raise ImportError("alpr is not on the path (Debian's openalpr)")

    def read(name, path):
        answer = subprocess.run(["alpr", "-j", "-n", "1", "-c", COUNTRY[name], path], capture_output=True, text=True, check=True)
        plates = json.loads(answer.stdout.splitlines()[-1])["results"]
        best = max(plates, key=lambda plate: plate["confidence"], default={"plate": "", "confidence": 0})
        return best["plate"], best["confidence"] / 100

    return read


def measure(peer, read, all_pictures):
    sets = {}
    for name, path, text in all_pictures:
        start = time.process_time() + sum(os.times()[2:4])
        plate, confidence = read(name, path)
        milliseconds = 1000 * (time.process_time() + sum(os.times()[2:4]) - start)
        sets.setdefault(name, []).append((plate == text, folded(plate) == folded(text), confidence >= 0.9, milliseconds))
    for name, rows in sets.items():
        sure = [row[1] for row in rows if row[2]]
        times = sorted(row[3] for row in rows)
        print(f"| {peer} | {name} | {len(rows)} | {sum(r[0] for r in rows)} | {sum(r[1] for r in rows)} | {len(sure)} ({sum(sure)}) | {times[len(times) // 2]:.0f} ms |", flush=True)


def main():
    truth, crops, every = sys.argv[1], sys.argv[2], int(sys.argv[3])
    chosen = list(pictures(truth, crops))[::every]
    print("| reader | set | pictures | exact | folded | of 0.90 and more (right) | processor time, median |\n|---|---|---|---|---|---|---|")
    for peer, make in (("rapidocr 3.10.0, plain chooser", rapidocr), ("OpenALPR", openalpr)):
        try:
            read = make()
        except ImportError as e:
            print(f"{peer} was not measured: {e}", file=sys.stderr)
            continue
        measure(peer, read, chosen)


if __name__ == "__main__":
    main()
