"""A small form of the detector's training: the loss falls, and the exported file finds what was drawn, with its corners."""

import csv
import subprocess
import sys

import cv2
import numpy as np
import onnxruntime
import torch

from platedet.net import Net, export
from platedet.scene import MOST, SCENE_H, SCENE_W, Studio, labels
from platedet.street import main as street
from platedet.targets import losses, targets

WIDTH, HEIGHT = 320, 192
STEPS = 130


def few_scenes(count):
    """Scenes at a fifth of their area, each with one clear plate at least."""
    studio, views, quads, flags = Studio(5, sprites=12, plates=20, walls=6), [], [], []
    while len(views) < count:
        im, plates = studio.scene()
        if any(p.flag > 0 and np.ptp(p.quad[:, 0]) > 90 for p in plates):
            q, f = labels(plates)
            views.append(cv2.resize(im, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA))
            quads.append(q.reshape(-1, 4, 2) * (WIDTH / SCENE_W, HEIGHT / SCENE_H))
            flags.append(f)
    return torch.from_numpy(np.stack(views)).permute(0, 3, 1, 2).float(), torch.from_numpy(np.stack(quads)).float(), torch.from_numpy(np.stack(flags))


def test_the_loss_falls_and_the_export_finds_what_was_drawn(tmp_path):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    x, quads, flags = few_scenes(6)
    net, costs = Net(), []
    optimizer = torch.optim.AdamW(net.parameters(), lr=4e-3)

    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 4e-3 * (1 - step / STEPS)
        found, corners = losses(net(x), *targets(quads, flags, HEIGHT, WIDTH))
        optimizer.zero_grad()
        (found + 4 * corners).backward()
        optimizer.step()
        costs.append(found.item() + 4 * corners.item())
    path = export(net, str(tmp_path / "detector.onnx"))

    assert np.mean(costs[-5:]) < 0.2 * np.mean(costs[:5])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    near = []
    for n in range(len(x)):
        best = session.run(["plates"], {"image": x[n : n + 1].numpy()})[0][0][0]
        asked = [q for q, f in zip(quads[n].numpy(), flags[n], strict=True) if f > 0]
        near.append(min(np.abs(best[1:].reshape(4, 2) - q).max() / np.ptp(q[:, 0]) for q in asked))
    assert np.mean(np.array(near) < 0.25) >= 5 / 6


def test_a_seed_gives_the_same_scene_again():
    first, second = (Studio(3, sprites=6, plates=8, walls=4).scene() for _ in range(2))

    assert (first[0] == second[0]).all()
    assert [p.text for p in first[1]] == [p.text for p in second[1]]


def test_what_is_hidden_or_at_the_edge_is_not_asked_for():
    studio = Studio(4, sprites=8, plates=10, walls=4)

    flags = [labels(studio.scene()[1])[1] for _ in range(60)]

    seen = set(np.concatenate(flags).tolist())
    assert seen == {-1.0, 0.0, 1.0}
    assert all(len(f) == MOST for f in flags)


def test_a_street_is_written_with_what_its_plates_say(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["street", str(tmp_path), "3", "9"])

    street()

    with open(tmp_path / "street.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"0000.jpg", "0001.jpg", "0002.jpg"} >= {row["file"] for row in rows}
    assert all(row["text"] == "" or row["text"].isalnum() for row in rows)
    assert cv2.imread(str(tmp_path / "street" / "0001.jpg")).shape[2] == 3


def test_the_command_trains_logs_and_exports(tmp_path):
    command = [sys.executable, "-m", "platedet.train", "0.7", str(tmp_path), "--cores", "2"]
    subprocess.run([*command, "--size", "320x192", "--batch", "2", "--pool", "48"], check=True, timeout=240)

    assert (tmp_path / "plate-detector.onnx").exists() and (tmp_path / "last.pt").exists()
    with open(tmp_path / "log.csv", newline="") as file:
        lines = list(csv.DictReader(file))
    assert lines and float(lines[-1]["found"]) > 0
