"""A start from an exported file goes on where the file stood."""

import numpy as np
import pytest
import torch

from plateocr import samples
from plateocr.chance import Chance
from plateocr.export import difference, export, mean_weights
from plateocr.net import PlateNet, standardised
from plateocr.warmstart import exported_weights, take_over


def test_a_net_taken_over_from_its_own_export_says_the_same(cabinet, tmp_path):
    torch.manual_seed(3)
    chance = Chance(19)
    grey = np.stack([samples.sample(cabinet, chance)[0] for _ in range(32)])
    net, path = PlateNet().train(), str(tmp_path / "plate.onnx")
    for block in net.mix:
        torch.nn.init.uniform_(block.f[4].weight, 0.2, 0.6)
    net(standardised(torch.from_numpy(grey)))
    export(net, path)

    taken = PlateNet()
    take_over(taken, *exported_weights(path), torch.from_numpy(grey))

    assert difference(taken, path, grey.astype(np.float32)) < 1e-3


def test_shares_that_do_not_fit_are_refused():
    for shares in ([0.5], [0.5, 0.6]):
        with pytest.raises(ValueError, match="one share"):
            mean_weights(["a.pt", "b.pt"], shares)


def test_the_mean_of_checkpoints_lies_between_them(tmp_path):
    paths = [str(tmp_path / name) for name in ("a.pt", "b.pt")]
    nets = [PlateNet(), PlateNet()]
    for path, net in zip(paths, nets, strict=True):
        torch.save({"ema": net.state_dict()}, path)

    mean = mean_weights(paths)

    assert torch.allclose(mean["out.weight"], (nets[0].out.weight + nets[1].out.weight) / 2)
    assert torch.allclose(mean_weights(paths, [0.1, 0.9])["out.weight"], 0.1 * nets[0].out.weight + 0.9 * nets[1].out.weight)
    PlateNet().load_state_dict(mean)
