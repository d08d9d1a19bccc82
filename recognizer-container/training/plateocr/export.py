"""Exports a net to ONNX, and checks that ONNX Runtime answers as the net does.

python -m plateocr.export LAST.pt plate-reader.onnx [START.pt SHARE]      with a start, their weighted mean
"""

import hashlib
import os
import sys
import time

import numpy as np
import onnx
import onnxruntime
import torch

from .alphabet import ALPHABET, HEIGHT, WIDTH
from .net import PlateNet, Reader


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


def written(net: PlateNet, path: str) -> str:
    """Exports beside, checks, then takes the old file's place; tells what came of it."""
    export(net, path + ".tmp.onnx")
    gap = difference(net, path + ".tmp.onnx", np.random.default_rng(1).uniform(0, 255, (8, HEIGHT, WIDTH)).astype(np.float32))
    if gap > 1e-3:
        raise ValueError(f"the exported net differs by {gap}")
    os.replace(path + ".tmp.onnx", path)
    return f"{path} sha256 {sha256(path)} bytes {os.path.getsize(path)} gap {gap:.1e} median {_milliseconds(path):.2f} ms a crop"


def mean(end: dict, start: dict, share: float) -> dict:
    """So much of a start and the rest of its end: it reads photographs better than either, and drawn plates a little worse."""
    if not 0 <= share <= 1:
        raise ValueError("a share lies between 0 and 1")
    return {k: share * start[k].float() + (1 - share) * v.float() if v.dtype.is_floating_point else v for k, v in end.items()}


def main() -> None:
    end = torch.load(sys.argv[1], map_location="cpu")
    net = PlateNet(end["size"])
    starts = [(torch.load(sys.argv[3], map_location="cpu")["ema"], float(sys.argv[4]))] if len(sys.argv) > 3 else []
    net.load_state_dict(mean(end["ema"], *starts[0]) if starts else end["ema"])
    print(written(net.eval(), sys.argv[2]))


if __name__ == "__main__":
    main()
