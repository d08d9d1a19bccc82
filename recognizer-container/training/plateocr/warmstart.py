"""Starts the net from an exported file: of this shape, or of the smaller first sketch (48 x 128, channels 16-40-80-128, two blocks).

    python -m plateocr.warmstart plate.onnx SHARD.npz RUN/warm.pt

Either was itself trained on synthetic plates only. An exported file's convolutions hold their batch norms; here each is split again so
that the net computes the same, with statistics measured on a shard. New channels start unheard (zero weights), new blocks as the identity.
"""

import argparse

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

from .alphabet import HEIGHT, STEPS
from .decode import best_path
from .net import PlateNet, standardised

CALIBRATION = 512


def exported_weights(path: str) -> tuple[list, dict]:
    """The convolutions in order as (weight, bias), and the other weights by name without the name of the net (`net.pos` or `n.pos`: `pos`)."""
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in onnx.load(path).graph.initializer}
    numbers = sorted(int(name.split("_")[-1]) for name in stored if name.startswith("onnx::Conv_"))
    convolutions = [stored[f"onnx::Conv_{n}"] for n in numbers]
    others = {name.partition(".")[2]: value for name, value in stored.items() if "." in name}
    others["out.weight"] = next(value for name, value in stored.items() if "MatMul" in name).T
    return list(zip(convolutions[::2], convolutions[1::2], strict=True)), others


def _layers(net: PlateNet) -> list:
    """The net's convolutions with their batch norms, in a file's order."""
    t, m = net.trunk, net.mix
    plain = lambda s: (s[0], s[1])  # noqa: E731
    trunk = [plain(t[0]), plain(t[1]), plain(t[2]), plain(t[3].a), plain(t[3].b), plain(t[4]), plain(t[5].a), plain(t[5].b), (t[6], t[7])]
    return trunk + [pair for block in m for pair in ((block.f[0], block.f[1]), (block.f[3], block.f[4]))]


@torch.no_grad()
def take_over(net: PlateNet, convolutions: list, others: dict, grey: torch.Tensor) -> None:
    net.eval()
    x = standardised(grey)
    for (conv, norm), (weight, bias) in zip(_layers(net)[: len(convolutions)], convolutions, strict=True):
        if conv is net.trunk[6] and (rows := weight.shape[2]) != HEIGHT // 8:
            weight = F.interpolate(weight, size=(HEIGHT // 8, 3), mode="bilinear", align_corners=True) * rows / (HEIGHT // 8)
        outputs, inputs = weight.shape[:2]
        conv.weight[:outputs, inputs:] = 0
        conv.weight[:outputs, :inputs] = weight
        _fit_norm(net, x, conv, norm, outputs, bias)
        if norm in (net.trunk[3].b[1], net.trunk[5].b[1]):
            norm.weight[outputs:] = 0
    net.pos.copy_(F.interpolate(others["pos"].transpose(1, 2), size=STEPS, mode="linear", align_corners=True).transpose(1, 2))
    for part, name in ((net.norm, "norm"), (net.out, "out")):
        part.weight.copy_(others[f"{name}.weight"])
        part.bias.copy_(others[f"{name}.bias"])


def _fit_norm(net, x, conv, norm, outputs: int, bias) -> None:
    """Batch norm with measured statistics that still adds only the bias."""
    seen = []
    hook = conv.register_forward_hook(lambda module, inputs, output: seen.append(output))
    net(x)
    hook.remove()
    axes = [d for d in range(seen[0].dim()) if d != 1]
    mean, variance = seen[0].mean(axes), seen[0].var(axes)
    norm.running_mean.copy_(mean)
    norm.running_var.copy_(variance)
    norm.weight[:outputs] = (variance[:outputs] + norm.eps).sqrt()
    norm.bias[:outputs] = bias + mean[:outputs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exported")
    parser.add_argument("shard")
    parser.add_argument("out")
    a = parser.parse_args()
    torch.manual_seed(0)
    with np.load(a.shard) as z:
        grey, texts = torch.from_numpy(z["img"][:CALIBRATION]), z["txt"][:CALIBRATION].tolist()
    net = PlateNet()
    take_over(net, *exported_weights(a.exported), grey)
    with torch.no_grad():
        read = [best_path(s) for s in net(standardised(grey)).numpy()]
    print("exact at the start", np.mean([r == t for r, t in zip(read, texts, strict=True)]))
    torch.save({"ema": net.state_dict()}, a.out)


if __name__ == "__main__":
    main()
