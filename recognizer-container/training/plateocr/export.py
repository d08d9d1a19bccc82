"""Exports a checkpoint to ONNX, checks that ONNX Runtime answers as the net does, and prints the file's SHA-256.

    python -m plateocr.export RUN/last.pt plate.onnx
    python -m plateocr.export RUN/minute_080.pt RUN/minute_085.pt RUN/last.pt plate.onnx      the mean of their weights
    python -m plateocr.export RUN/warm.pt RUN/last.pt plate.onnx --shares 0.1 0.9             a weighted mean of a start and its end

The standardisation is inside the graph. Input size, alphabet and what the output means are in the model's metadata.
"""

import argparse
import hashlib
import os
import time

import numpy as np
import onnx
import onnxruntime
import torch

from .alphabet import ALPHABET, HEIGHT, WIDTH
from .net import PlateNet, Reader

LARGEST = 12 * 1024 * 1024


def export(net: PlateNet, path: str) -> None:
    reader = Reader(net.eval()).eval()
    example = torch.zeros(2, HEIGHT, WIDTH)
    free = {"crop": {0: "n"}, "logp": {0: "n"}}
    torch.onnx.export(reader, (example,), path, input_names=["crop"], output_names=["logp"], dynamic_axes=free, opset_version=17, dynamo=False)
    model = onnx.load(path)
    metadata = {
        "height": str(HEIGHT), "width": str(WIDTH), "alphabet": ALPHABET, "blank": "0",
        "input": "grey n x height x width, float32 of 0-255, not standardised", "output": "natural logarithms, n x steps x (1 + alphabet)",
        "trained_on": "synthetic plates only",
    }  # fmt: skip
    onnx.helper.set_model_props(model, metadata)
    onnx.save(model, path)


def mean_weights(paths: list[str], shares: list[float] | None = None) -> dict:
    """The mean of the averaged weights of several checkpoints that began from one another; equal shares if none are given."""
    shares = shares or [1 / len(paths)] * len(paths)
    if len(shares) != len(paths) or abs(sum(shares) - 1) > 1e-6:
        raise ValueError("one share for each checkpoint, 1 in all")
    states = [torch.load(path)["ema"] for path in paths]
    floating = {name for name, value in states[0].items() if value.dtype.is_floating_point}

    def mean(name: str) -> torch.Tensor:
        return sum(share * state[name] for share, state in zip(shares, states, strict=True))

    return {name: mean(name) if name in floating else value for name, value in states[-1].items()}


def session(path: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def difference(net: PlateNet, path: str, grey: np.ndarray) -> float:
    """The largest difference between the probabilities of the net and of the exported file."""
    with torch.no_grad():
        expected = Reader(net.eval())(torch.from_numpy(grey)).exp().numpy()
    return float(np.abs(np.exp(session(path).run(None, {"crop": grey})[0]) - expected).max())


def sha256(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _milliseconds(path: str) -> float:
    reader, grey, times = session(path), np.random.default_rng(0).uniform(0, 255, (1, HEIGHT, WIDTH)).astype(np.float32), []
    for _ in range(60):
        start = time.perf_counter()
        reader.run(None, {"crop": grey})
        times.append(time.perf_counter() - start)
    return float(np.median(times) * 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", nargs="+")
    parser.add_argument("onnx")
    parser.add_argument("--shares", type=float, nargs="+", help="of each checkpoint, 1 in all")
    a = parser.parse_args()
    net = PlateNet()
    net.load_state_dict(mean_weights(a.checkpoints, a.shares))
    export(net, a.onnx)
    gap = difference(net, a.onnx, np.random.default_rng(1).uniform(0, 255, (8, HEIGHT, WIDTH)).astype(np.float32))
    size, parameters = os.path.getsize(a.onnx), sum(p.numel() for p in net.parameters())
    if gap > 1e-3 or size > LARGEST:
        raise SystemExit(f"not exported: difference {gap}, {size} bytes")
    print(f"sha256 {sha256(a.onnx)}\nbytes {size}, parameters {parameters}, largest difference {gap:.1e}, median {_milliseconds(a.onnx):.2f} ms a crop")


if __name__ == "__main__":
    main()
