"""Several processes train one net: they stop together and count what all of them saw."""

import csv
import subprocess
import sys

import numpy as np
import torch

from plateocr import samples
from plateocr.chance import Chance
from plateocr.train import agreed


def test_one_worker_agrees_with_itself():
    values = [torch.tensor([1.0, 2.0]), torch.tensor([[3.0]])]

    assert agreed(values) is values


def test_two_workers_end_with_one_checkpoint(cabinet, tmp_path):
    chance = Chance(23)
    pairs = [samples.sample(cabinet, chance) for _ in range(24)]
    np.savez(tmp_path / "shard_1_0000.npz", img=np.stack([p[0] for p in pairs]), txt=np.array([p[1] for p in pairs]))
    run = tmp_path / "run"

    command = [sys.executable, "-m", "plateocr.train", str(tmp_path / "shard_*.npz"), str(run), "--minutes", "0.05"]
    subprocess.run([*command, "--batch", "6", "--workers", "2"], check=True, timeout=120)

    checkpoint = torch.load(run / "last.pt")
    assert checkpoint["step"] > 0
    assert checkpoint["seen"] == checkpoint["step"] * 12
    assert all(torch.isfinite(v).all() for v in checkpoint["net"].values())
    with open(run / "log.csv", newline="") as file:
        assert next(csv.reader(file))[0] == "minutes"
