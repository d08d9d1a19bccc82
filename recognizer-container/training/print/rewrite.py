"""Writes PP-OCRv4's text recognition in fewer steps and for fewer characters, for the small print of plates.

    python -m print.rewrite ch_PP-OCRv4_rec_infer.onnx alphabet.txt ../src/main/resources/passby/recognizer/print.onnx

As exported, every hard swish with its learnt scale and shift is six passes over memory, each in a layout that ONNX Runtime must convert to.
Here scales and shifts go into the convolutions before and after, and a hard swish is a gate (one clipped convolution) and a product. The new net
takes pictures as they lie in memory (n x h x w x 3, blue first, 0 to 255) and answers, for each step, the logarithms of 38 classes: blank, digits,
letters (either case), space. The other 6,587 classes of the original are left out before the softmax; what remains of a step is what it was, divided by
their sum, which is checked, and more than 1e-5 is an error.
"""

import hashlib
import sys
import time

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

LARGEST_DIFFERENCE = 1e-5
SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ "
HEIGHT, WIDTH = 48, 320
MEAN = DEVIATION = 0.5
TINY = 1e-9
"""Keeps the logarithm of a class that is surely not there finite."""


class Graph:
    """The nodes of a model in their order, and its constants by name."""

    def __init__(self, model: onnx.ModelProto):
        self.model = model
        self.constants = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        self.nodes = []
        for node in model.graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
            else:
                self.nodes.append(node)
        self.inputs, self.outputs = list(model.graph.input), list(model.graph.output)
        self.answers = {o.name for o in self.outputs}

    def constant(self, values) -> str:
        name = f"k{len(self.constants)}"
        self.constants[name] = np.asarray(values, np.float32)
        return name

    def users(self, name: str) -> list[onnx.NodeProto]:
        return [node for node in self.nodes if name in node.input]

    def only_user(self, name: str, kind: str) -> onnx.NodeProto | None:
        users = self.users(name)
        return users[0] if len(users) == 1 and users[0].op_type == kind and name not in self.answers else None

    def exact(self, name: str) -> np.ndarray:
        return self.constants[name].astype(np.float64)

    def scalar(self, node: onnx.NodeProto | None) -> float | None:
        """The one number that a node adds, multiplies or divides by."""
        numbers = [self.exact(i) for i in node.input if i in self.constants] if node is not None else []
        return float(numbers[0].reshape(-1)[0]) if len(numbers) == 1 and numbers[0].size == 1 else None

    def replace(self, old: list[onnx.NodeProto], new: list[onnx.NodeProto]) -> None:
        at = self.nodes.index(old[0])
        for node in old:
            self.nodes.remove(node)
        self.nodes[at:at] = new

    def saved(self, path: str) -> None:
        used = {i for node in self.nodes for i in node.input}
        constants = [numpy_helper.from_array(v, k) for k, v in self.constants.items() if k in used]
        graph = self.model.graph
        new = helper.make_graph(self.nodes, graph.name, list(self.inputs), list(self.outputs), constants)
        model = helper.make_model(new, opset_imports=self.model.opset_import, ir_version=self.model.ir_version)
        note = {
            "source": "PaddleOCR PP-OCRv4, Apache-2.0", "changed": "rewritten by Passby: fewer steps, 38 of 6,625 classes",
            "height": str(HEIGHT), "width": str(WIDTH), "channels": "3", "alphabet": SYMBOLS,
        }  # fmt: skip
        helper.set_model_props(model, note)
        onnx.checker.check_model(model)
        onnx.save(model, path)


def attribute(node: onnx.NodeProto, name: str, otherwise=None):
    return next((helper.get_attribute_value(a) for a in node.attribute if a.name == name), otherwise)


def fold(graph: Graph) -> bool:
    """Puts one scale or shift that follows a convolution into its weights."""
    for conv in graph.nodes:
        if conv.op_type not in ("Conv", "ConvTranspose"):
            continue
        by_output = (1, -1, 1, 1) if conv.op_type == "ConvTranspose" else (-1, 1, 1, 1)
        weights = graph.exact(conv.input[1])
        channels = weights.shape[by_output.index(-1)]
        bias = graph.exact(conv.input[2]) if len(conv.input) > 2 else np.zeros(channels)
        for kind in ("BatchNormalization", "Mul", "Add"):
            after = graph.only_user(conv.output[0], kind)
            scale, shift = change(graph, after, channels) if after is not None else (None, None)
            if scale is not None:
                inputs = [conv.input[0], graph.constant(weights * scale.reshape(by_output)), graph.constant(bias * scale + shift)]
                del conv.input[:]
                conv.input.extend(inputs)
                conv.output[0] = after.output[0]
                graph.nodes.remove(after)
                return True
    return False


def change(graph: Graph, node: onnx.NodeProto, channels: int):
    """What a node does to each channel, as scale and shift; nothing where it does more than that."""
    if node.op_type == "BatchNormalization":
        gamma, beta, mean, variance = (graph.exact(i) for i in node.input[1:5])
        scale = gamma / np.sqrt(variance + attribute(node, "epsilon"))
        return scale, beta - mean * scale
    values = [graph.exact(i) for i in node.input if i in graph.constants]
    if len(values) != 1 or values[0].size not in (1, channels):
        return None, None
    each = np.broadcast_to(values[0].reshape(-1), channels)
    return (each, np.zeros(channels)) if node.op_type == "Mul" else (np.ones(channels), each)


def gate(graph: Graph, channels: dict[str, int]) -> bool:
    """One x * clip(x + 3, 0, 6) / 6 * scale + shift as x * clip(x * scale / 6 + scale / 2) + shift."""
    for add in graph.nodes:
        if add.op_type != "Add" or graph.scalar(add) != 3:
            continue
        x = next(i for i in add.input if i not in graph.constants)
        clip = graph.only_user(add.output[0], "Clip")
        product = graph.only_user(clip.output[0], "Mul")
        sixth = graph.only_user(product.output[0], "Div")
        old, scale, shift = [add, clip, product, sixth], 1.0, 0.0
        scaled = graph.only_user(sixth.output[0], "Mul")
        if graph.scalar(scaled) is not None:
            old, scale = [*old, scaled], graph.scalar(scaled)
            shifted = graph.only_user(scaled.output[0], "Add")
            if graph.scalar(shifted) is not None:
                old, shift = [*old, shifted], graph.scalar(shifted)
        out, c = old[-1].output[0], channels[x]
        new = each(graph, x, out + "_line", c, scale / 6, scale / 2)
        limits = [graph.constant(min(0, scale)), graph.constant(max(0, scale))]
        new.append(helper.make_node("Clip", [out + "_line", *limits], [out + "_gate"]))
        if shift == 0 or shifts_go_on(graph, out, shift):
            new.append(helper.make_node("Mul", [x, out + "_gate"], [out]))
        else:
            new.append(helper.make_node("Mul", [x, out + "_gate"], [out + "_product"]))
            new.extend(each(graph, out + "_product", out, c, 1, shift))
        channels[out] = c
        graph.replace(old, new)
        return True
    return False


def each(graph: Graph, x: str, out: str, channels: int, scale: float, shift: float) -> list[onnx.NodeProto]:
    """x * scale + shift as a convolution, which keeps the layout."""
    constants = [graph.constant(np.full((channels, 1, 1, 1), scale)), graph.constant(np.full(channels, shift))]
    return [helper.make_node("Conv", [x, *constants], [out], kernel_shape=[1, 1], group=channels)]


def shifts_go_on(graph: Graph, name: str, shift: float) -> bool:
    """Puts a shift into the convolutions that follow, if all are pointwise: at the padding of others it would be seen."""
    users = graph.users(name)
    if not all(u.op_type == "Conv" and list(attribute(u, "kernel_shape")) == [1, 1] and attribute(u, "group", 1) == 1 for u in users):
        return False
    for conv in users:
        weights = graph.exact(conv.input[1])
        bias = graph.exact(conv.input[2]) if len(conv.input) > 2 else np.zeros(len(weights))
        inputs = [*conv.input[:2], graph.constant(bias + shift * weights.reshape(len(weights), -1).sum(axis=1))]
        del conv.input[:]
        conv.input.extend(inputs)
    return True


def drop_ones(graph: Graph) -> None:
    for node in [n for n in graph.nodes if n.op_type == "Mul" and graph.scalar(n) == 1]:
        x = next(i for i in node.input if i not in graph.constants)
        for user in graph.users(node.output[0]):
            user.input[list(user.input).index(node.output[0])] = x
        graph.nodes.remove(node)


def residual_gates(graph: Graph) -> None:
    """x + x * s as x * (1 + s), where s is one number for each channel."""
    for add in [n for n in graph.nodes if n.op_type == "Add"]:
        for product in [n for n in graph.nodes if n.op_type == "Mul" and n.output[0] in add.input]:
            x = next(i for i in add.input if i != product.output[0])
            if x in product.input and graph.only_user(product.output[0], "Add") is add:
                s = next(i for i in product.input if i != x)
                more = helper.make_node("Add", [s, graph.constant(1)], [s + "_more"])
                graph.replace([product, add], [more, helper.make_node("Mul", [x, s + "_more"], [add.output[0]])])


def from_pictures(graph: Graph) -> None:
    """The mean is taken off before the first convolution, whose padding is 0, and the deviation goes into its weights."""
    name = graph.inputs[0].name
    first = graph.users(name)[0]
    weights = graph.exact(first.input[1]) / (255 * DEVIATION)
    first.input[0], first.input[1] = "planes", graph.constant(weights)
    graph.nodes[:0] = [
        helper.make_node("Transpose", [name], ["bright_planes"], perm=[0, 3, 1, 2]),
        helper.make_node("Sub", ["bright_planes", graph.constant(255 * MEAN)], ["planes"]),
    ]
    graph.inputs = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["n", "h", "w", 3])]


def kept(alphabet: list[str]) -> tuple[list[int], np.ndarray]:
    """The classes that remain, and which symbol (or the blank, first) each is."""
    symbols = {c: k + 1 for k, c in enumerate(SYMBOLS)}
    classes = [(k, symbols[c.upper()]) for k, c in enumerate(alphabet) if c.isascii() and c.upper() in symbols]
    classes.insert(0, (0, 0))
    cases = np.zeros((len(classes), 1 + len(SYMBOLS)), np.float32)
    cases[np.arange(len(classes)), [symbol for _, symbol in classes]] = 1
    return [k for k, _ in classes], cases


def fewer_classes(graph: Graph, alphabet: list[str]) -> None:
    classes, cases = kept(alphabet)
    softmax = next(n for n in graph.nodes if n.output[0] == graph.outputs[0].name)
    add = next(n for n in graph.nodes if n.output[0] == softmax.input[0])
    product = next(n for n in graph.nodes if n.output[0] == add.input[0])
    product.input[1] = graph.constant(graph.exact(product.input[1])[:, classes])
    add.input[1] = graph.constant(graph.exact(add.input[1])[classes])
    graph.nodes += [
        helper.make_node("MatMul", [softmax.output[0], graph.constant(cases)], ["symbols"]),
        helper.make_node("Add", ["symbols", graph.constant(TINY)], ["some_symbols"]),
        helper.make_node("Log", ["some_symbols"], ["logp"]),
    ]
    graph.outputs = [helper.make_tensor_value_info("logp", onnx.TensorProto.FLOAT, ["n", "steps", 1 + len(SYMBOLS)])]


def rewrite(graph: Graph, alphabet: list[str]) -> None:
    while fold(graph):
        pass
    channels = {n.output[0]: len(graph.constants[n.input[1]]) for n in graph.nodes if n.op_type == "Conv"}
    while gate(graph, channels):
        pass
    drop_ones(graph)
    residual_gates(graph)
    from_pictures(graph)
    fewer_classes(graph, alphabet)


def session(path: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def compare(before: str, after: str, alphabet: list[str]) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (1, HEIGHT, WIDTH, 3)).astype(np.float32)
    classes, cases = kept(alphabet)
    old = answer(before, ((picture / 255 - MEAN) / DEVIATION).transpose(0, 3, 1, 2))[..., classes]
    old = old / old.sum(2, keepdims=True) @ cases
    difference = float(np.abs(old - np.exp(answer(after, picture))).max())
    print(f"largest difference {difference:.1e}")
    if difference > LARGEST_DIFFERENCE:
        raise SystemExit("the answers differ")


def answer(path: str, picture: np.ndarray) -> np.ndarray:
    net, times = session(path), []
    for _ in range(12):
        start = time.process_time()
        answers = net.run(None, {net.get_inputs()[0].name: picture})
        times.append(1000 * (time.process_time() - start))
    with open(path, "rb") as file:
        print(f"{path}: {min(times):.1f} ms, SHA-256 {hashlib.file_digest(file, 'sha256').hexdigest()}")
    return answers[0]


if __name__ == "__main__":
    source, names, target = sys.argv[1:4]
    with open(names, encoding="utf-8") as lines:
        characters = ["", *lines.read().split("\n"), " "]
    rewritten = Graph(onnx.load(source))
    rewrite(rewritten, characters)
    rewritten.saved(target)
    compare(source, target, characters)
