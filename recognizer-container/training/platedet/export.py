"""python -m platedet.export LAST.pt OUT.onnx"""

import sys

import torch

from .net import Net, export

if __name__ == "__main__":
    net = Net()
    net.load_state_dict(torch.load(sys.argv[1], map_location="cpu", weights_only=True))
    print(export(net, sys.argv[2]))
