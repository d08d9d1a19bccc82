"""A small form of the whole training: it proves that the loss falls and that the exported file reads what was drawn, no more."""

import numpy as np
import torch

from plateocr import layout_br, layout_us
from plateocr.alphabet import ALPHABET, HEIGHT, WIDTH, label
from plateocr.chance import Chance
from plateocr.damage import fitted
from plateocr.decode import best_path
from plateocr.export import difference, export, session
from plateocr.net import PlateNet
from plateocr.train import Trainer

STEPS = 260
BATCH = 32


def clean_plates(cabinet, count: int):
    chance = Chance(21)
    plates = [chance.pick(layout_us.plate, layout_br.plate)(cabinet, chance) for _ in range(count)]
    images = np.stack([fitted(np.clip(p.canvas, 0, 255).astype(np.uint8)) for p in plates])
    return images, [label(p.serial) for p in plates]


def test_the_loss_falls_and_the_export_reads_what_was_drawn(cabinet, tmp_path):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    images, texts = clean_plates(cabinet, BATCH)
    trainer, losses = Trainer(PlateNet(), peak=4e-3, warm=0.1), []

    for step in range(STEPS):
        losses.append(trainer.train(torch.from_numpy(images), texts, step / STEPS)[0])
    path = str(tmp_path / "plate.onnx")
    export(trainer.average, path)
    read = session(path).run(None, {"crop": images.astype(np.float32)})[0]

    assert np.mean(losses[-10:]) < 0.1 * np.mean(losses[:10])
    assert np.mean([best_path(s) == text for s, text in zip(read, texts, strict=True)]) >= 0.9
    assert difference(trainer.average, path, images.astype(np.float32)) < 1e-3


def test_an_export_says_what_it_takes_and_gives(tmp_path):
    path = str(tmp_path / "plate.onnx")

    export(PlateNet(), path)

    said = session(path).get_modelmeta().custom_metadata_map
    assert (said["height"], said["width"], said["alphabet"]) == (str(HEIGHT), str(WIDTH), ALPHABET)
