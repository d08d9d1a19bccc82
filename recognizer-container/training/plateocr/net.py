"""The nets: a convolutional trunk that folds the height away, one-dimensional blocks along the line, CTC. The sizes are in SIZES."""

import torch
from torch import nn

from .alphabet import ALPHABET, HEIGHT, STEPS

CLASSES = 1 + len(ALPHABET)
SIZES = {
    "small": {"channels": (16, 48, 96, 128), "blocks": 5, "second": 1},
    "large": {"channels": (24, 64, 128, 192), "blocks": 7, "second": 1},
}


def _conv(inputs: int, outputs: int, kernel: int = 3, stride=1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual2d(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.a = _conv(channels, channels)
        self.b = nn.Sequential(nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels))
        nn.init.zeros_(self.b[1].weight)

    def forward(self, x):
        return torch.relu(x + self.b(self.a(x)))


class Residual1d(nn.Module):
    def __init__(self, channels: int, kernel: int = 5, dilation: int = 1):
        super().__init__()
        pad = kernel // 2 * dilation
        self.f = nn.Sequential(
            nn.Conv1d(channels, channels, kernel, padding=pad, dilation=dilation, bias=False), nn.BatchNorm1d(channels), nn.ReLU(inplace=True),
            nn.Conv1d(channels, channels, 1, bias=False), nn.BatchNorm1d(channels),
        )  # fmt: skip
        nn.init.zeros_(self.f[4].weight)

    def forward(self, x):
        return torch.relu(x + self.f(x))


class PlateNet(nn.Module):
    """Standardised grey n x 1 x 64 x 160 in, scores n x 40 x 36 out (before the softmax)."""

    def __init__(self, size: str = "small"):
        super().__init__()
        shape = SIZES[size]
        self.size = size
        a, b, c, d = shape["channels"]
        self.trunk = nn.Sequential(
            _conv(1, a, 5, 2), _conv(a, a),
            _conv(a, b, 3, 2), Residual2d(b),
            _conv(b, c, 3, (2, 1)), *[Residual2d(c) for _ in range(shape["second"])],
            nn.Conv2d(c, d, (HEIGHT // 8, 3), 1, (0, 1), bias=False), nn.BatchNorm2d(d), nn.ReLU(inplace=True),
        )  # fmt: skip
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Sequential(*[Residual1d(d) for _ in range(shape["blocks"])])
        self.pos = nn.Parameter(torch.zeros(1, STEPS, d))
        nn.init.normal_(self.pos, std=0.02)
        self.norm = nn.LayerNorm(d)
        self.out = nn.Linear(d, CLASSES)

    def forward(self, x):
        line = self.mix(self.trunk(x).squeeze(2)).transpose(1, 2)
        return self.out(self.drop(self.norm(line + self.pos)))


def standardised(grey: torch.Tensor) -> torch.Tensor:
    """n x H x W of 0-255 to n x 1 x H x W: every crop to its own mean and deviation, so that exposure matters little."""
    x = grey.float()
    mean = x.mean((1, 2), keepdim=True)
    deviation = ((x - mean) ** 2).mean((1, 2), keepdim=True).sqrt()
    return ((x - mean) / (deviation + 3.0)).clamp(-4, 4).unsqueeze(1)


class Reader(nn.Module):
    """What is exported: grey n x H x W of 0-255 in, log-probabilities n x steps x classes out."""

    def __init__(self, net: PlateNet):
        super().__init__()
        self.net = net

    def forward(self, grey):
        return self.net(standardised(grey)).log_softmax(2)
