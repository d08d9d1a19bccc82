"""Writes PP-OCRv4's nets in fewer steps. What they say stays the same: the difference is printed, and more than 1e-5 is an error.

    python faster.py ch_PP-OCRv4_det_infer.onnx text-lines.onnx 320x576
    python faster.py ch_PP-OCRv4_rec_infer.onnx print.onnx 48x160

As exported, every hard swish with its learnt scale and shift is six passes over memory, each in a layout that ONNX Runtime must convert to.
Here scales and shifts go into the convolutions before and after, a hard swish is a gate (one clipped convolution) and a product, a
transposed convolution whose stride is its size is a plain one whose channels become pixels. The new nets take a picture's bytes as they
lie in memory (1 x h x w x 3, blue first), and the reader answers the likeliest class of each step and its probability instead of all 6,625.
"""

import hashlib
import sys
import time

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

LARGEST_DIFFERENCE = 1e-5
DETECTOR = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
READER = ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))


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
        note = {"source": "PaddleOCR PP-OCRv4, Apache-2.0", "changed": "rewritten in fewer steps by Passby, same answers"}
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


def enlarging_head(graph: Graph) -> None:
    """The detector's last two layers: each doubles both sides, so all that they do happens within a pixel of their input."""
    transposed = [n for n in graph.nodes if n.op_type == "ConvTranspose"]
    if not transposed:
        return
    first, second = transposed
    relu, sigmoid = graph.only_user(first.output[0], "Relu"), graph.only_user(second.output[0], "Sigmoid")
    w1, w2, b1, b2 = (graph.exact(n.input[i]) for i in (1, 2) for n in (first, second))
    inputs, middle = w1.shape[:2]
    wide, last = np.zeros((4 * middle, inputs, 1, 1)), np.zeros((16, 4 * middle, 1, 1))
    for y in range(2):
        for x in range(2):
            part = slice((2 * y + x) * middle, (2 * y + x + 1) * middle)
            wide[part, :, 0, 0] = w1[:, :, y, x].T
            for dy in range(2):
                for dx in range(2):
                    last[(2 * y + dy) * 4 + 2 * x + dx, part, 0, 0] = w2[:, 0, dy, dx]
    new = [
        helper.make_node("Conv", [first.input[0], graph.constant(wide), graph.constant(np.tile(b1, 4))], ["wide"], kernel_shape=[1, 1]),
        helper.make_node("Relu", ["wide"], ["wide_relu"]),
        helper.make_node("Conv", ["wide_relu", graph.constant(last), graph.constant(np.full(16, b2[0]))], ["last"], kernel_shape=[1, 1]),
        helper.make_node("Sigmoid", ["last"], ["likely"]),
        helper.make_node("DepthToSpace", ["likely"], [sigmoid.output[0]], blocksize=4, mode="DCR"),
    ]
    graph.replace([first, relu, second, sigmoid], new)


def from_bytes(graph: Graph, mean, deviation) -> None:
    """Takes bytes: the mean is taken off before the first convolution, whose padding is 0, and the deviation goes into its weights."""
    name = graph.inputs[0].name
    first = graph.users(name)[0]
    weights = graph.exact(first.input[1]) / (255 * np.reshape(deviation, (1, 3, 1, 1)))
    first.input[0], first.input[1] = "planes", graph.constant(weights)
    graph.nodes[:0] = [
        helper.make_node("Transpose", [name], ["byte_planes"], perm=[0, 3, 1, 2]),
        helper.make_node("Cast", ["byte_planes"], ["bright_planes"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Sub", ["bright_planes", graph.constant(255 * np.reshape(mean, (1, 3, 1, 1)))], ["planes"]),
    ]
    graph.inputs = [helper.make_tensor_value_info(name, onnx.TensorProto.UINT8, [1, "h", "w", 3])]


def likeliest(graph: Graph) -> None:
    probabilities = graph.outputs[0].name
    graph.nodes += [
        helper.make_node("ArgMax", [probabilities], ["class"], axis=2, keepdims=0),
        helper.make_node("ReduceMax", [probabilities], ["probability"], axes=[2], keepdims=0),
    ]
    graph.outputs = [
        helper.make_tensor_value_info("class", onnx.TensorProto.INT64, [1, "steps"]),
        helper.make_tensor_value_info("probability", onnx.TensorProto.FLOAT, [1, "steps"]),
    ]


def rewrite(graph: Graph) -> None:
    detects = any(n.op_type == "ConvTranspose" for n in graph.nodes)
    while fold(graph):
        pass
    channels = {n.output[0]: len(graph.constants[n.input[1]]) for n in graph.nodes if n.op_type == "Conv"}
    while gate(graph, channels):
        pass
    drop_ones(graph)
    residual_gates(graph)
    enlarging_head(graph)
    from_bytes(graph, *(DETECTOR if detects else READER))
    if not detects:
        likeliest(graph)


def session(path: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def compare(before: str, after: str, height: int, width: int) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (1, height, width, 3), np.uint8)
    new = answer(after, picture)
    old = answer(before, planes(picture, *(READER if len(new) > 1 else DETECTOR)))
    if len(new) > 1:
        new_class, probability = new
        if (new_class != old[0].argmax(axis=2)).any():
            raise SystemExit("the likeliest classes differ")
        old, new = [old[0].max(axis=2)], [probability]
    difference = float(np.abs(old[0] - new[0]).max())
    print(f"largest difference {difference:.1e}")
    if difference > LARGEST_DIFFERENCE:
        raise SystemExit("the answers differ")


def planes(picture: np.ndarray, mean, deviation) -> np.ndarray:
    return ((picture.transpose(0, 3, 1, 2) / 255 - np.reshape(mean, (1, 3, 1, 1))) / np.reshape(deviation, (1, 3, 1, 1))).astype(np.float32)


def answer(path: str, picture: np.ndarray) -> list[np.ndarray]:
    net, times = session(path), []
    for _ in range(12):
        start = time.process_time()
        answers = net.run(None, {net.get_inputs()[0].name: picture})
        times.append(1000 * (time.process_time() - start))
    with open(path, "rb") as file:
        print(f"{path}: {min(times):.1f} ms, SHA-256 {hashlib.file_digest(file, 'sha256').hexdigest()}")
    return answers


if __name__ == "__main__":
    source, target, size = sys.argv[1:4]
    rewritten = Graph(onnx.load(source))
    rewrite(rewritten)
    rewritten.saved(target)
    compare(source, target, *(int(n) for n in size.split("x")))
