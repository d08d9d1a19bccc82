"""A small form of the reader's training: it proves that the loss falls and that the exported file reads what was drawn, no more."""

import csv
import subprocess
import sys

import cv2
import numpy as np
import pytest
import torch

from plateocr import layout_br, layout_us
from plateocr.alphabet import ALPHABET, HEIGHT, WIDTH, label
from plateocr.chance import Chance
from plateocr.decode import best_path
from plateocr.export import difference, export, mean, session
from plateocr.learner import Learner
from plateocr.net import PlateNet, standardised
from plateocr.scenes import CLASS_OF

STEPS = 220
BATCH = 24
CPU = torch.device("cpu")


def clean_plates(cabinet):
    chance = Chance(21)
    plates = [chance.pick(layout_us.plate, layout_br.plate)(cabinet, chance) for _ in range(BATCH)]
    shrunk = [cv2.resize(np.clip(p.canvas, 0, 255).astype(np.uint8), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA) for p in plates]
    return np.stack(shrunk).astype(np.float32), [label(p.serial) for p in plates]


def test_the_loss_falls_and_the_export_reads_what_was_drawn(cabinet, tmp_path):
    torch.set_num_threads(1)
    images, texts = clean_plates(cabinet)
    lengths = torch.tensor([len(text) for text in texts])
    targets = torch.zeros(BATCH, int(lengths.max()), dtype=torch.long)
    for row, text in zip(targets, texts, strict=True):
        row[: len(text)] = torch.tensor([CLASS_OF[c] for c in text])
    learner, losses = Learner("small", 4e-3, 1, CPU), []

    for step in range(STEPS):
        x = standardised(torch.from_numpy(images))
        losses.append(learner.train(x, targets, lengths, lengths.float(), step / STEPS)[0].item())
    path = str(tmp_path / "plate.onnx")
    export(learner.average, path)
    read = session(path).run(None, {"crop": images})[0]

    assert np.mean(losses[-10:]) < 0.1 * np.mean(losses[:10])
    assert np.mean([best_path(s) == text for s, text in zip(read, texts, strict=True)]) >= 0.9
    assert difference(learner.average, path, images) < 1e-3


def test_an_export_says_what_it_takes_and_gives(tmp_path):
    path = str(tmp_path / "plate.onnx")

    export(PlateNet(), path)

    said = session(path).get_modelmeta().custom_metadata_map
    assert (said["height"], said["width"], said["alphabet"]) == (str(HEIGHT), str(WIDTH), ALPHABET)


def test_a_large_net_that_starts_from_a_small_one_says_nearly_the_same(cabinet, tmp_path):
    images, _ = clean_plates(cabinet)
    x = standardised(torch.from_numpy(images))
    small = Learner("small", 1e-3, 1, CPU)
    small.save(str(tmp_path))

    large = Learner("large", 1e-3, 2, CPU, str(tmp_path / "small.pt"))

    with torch.no_grad():
        one, other = small.average(x).softmax(2), large.average(x).softmax(2)
    assert (one - other).abs().mean() < 0.02


def test_the_mean_of_a_start_and_its_end_lies_between_them():
    start, end = PlateNet().state_dict(), PlateNet().state_dict()

    between = mean(end, start, 0.1)

    assert torch.allclose(between["out.weight"], 0.1 * start["out.weight"] + 0.9 * end["out.weight"])
    with pytest.raises(ValueError, match="share"):
        mean(end, start, 1.1)


def test_the_command_trains_draws_logs_and_exports(tmp_path):
    command = [sys.executable, "-m", "plateocr.train", "--minutes", "0.5", "--reserve", "14", "--out", str(tmp_path), "--cores", "2"]
    subprocess.run([*command, "--sizes", "small", "--batch", "8", "--pool", "64"], check=True, timeout=240)

    assert session(str(tmp_path / "small.onnx")).get_inputs()[0].name == "crop"
    assert torch.load(tmp_path / "small.pt")["step"] > 0
    with open(tmp_path / "log.csv", newline="") as file:
        assert next(csv.reader(file))[:2] == ["seconds", "step"]
