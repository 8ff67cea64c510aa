"""A trained head as one ONNX file: weights as float16, sums in float32, labels and kind in its metadata.

In: `words` [n, 768] and `hints` [n, marks]; out: `scores` [n, labels]. Written node by node, so that the same weights
give the same file whatever the version of torch.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

from crossreport.language.hints import WIDTH as HINTS
from training.language.encoded import WIDTH
from training.language.heads.tagging import TagHead, TagNetwork

_OPSET = 17
_IR = 8
_EPSILON = 1e-5


def export(head: TagHead, net: TagNetwork, path: Path) -> None:
    """Write the head's checked file."""
    weights = {name: value.numpy() for name, value in net.state_dict().items()}
    nodes = [*_unpacked(weights), *_nodes(len(net.around))]
    floats = helper.make_tensor_value_info
    inputs = [floats("words", TensorProto.FLOAT, ["n", WIDTH]), floats("hints", TensorProto.FLOAT, ["n", HINTS])]
    outputs = [floats("scores", TensorProto.FLOAT, ["n", len(head.labels)])]
    initial = [numpy_helper.from_array(_packed(value), f"{name}:16") for name, value in sorted(weights.items())]
    initial += [numpy_helper.from_array(np.array(v, np.float32), k) for k, v in {"root2": 2**0.5, "one": 1.0}.items()]
    initial += [numpy_helper.from_array(np.array(0.5, np.float32), "half")]
    initial += [numpy_helper.from_array(np.array([0], np.int64), "first")]
    graph = helper.make_graph(nodes, head.name, inputs, outputs, initial)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    helper.set_model_props(model, {"labels": json.dumps(head.labels), "hints": str(int(head.hints))})
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))


def _packed(value: np.ndarray) -> np.ndarray:
    """Linear weights are stored the way a product needs them, [in, out]."""
    turned = value.T if value.ndim == 2 else value
    return np.ascontiguousarray(turned).astype(np.float16)


def _unpacked(weights: dict[str, np.ndarray]) -> Iterator[NodeProto]:
    for name in sorted(weights):
        yield helper.make_node("Cast", [f"{name}:16"], [name], to=TensorProto.FLOAT)


def _nodes(layers: int) -> Iterator[NodeProto]:
    node = helper.make_node
    yield node("MatMul", ["words", "words.weight"], ["read"])
    yield node("Add", ["read", "words.bias"], ["read_biased"])
    yield node("MatMul", ["hints", "hints.weight"], ["hinted"])
    yield node("Add", ["read_biased", "hinted"], ["joined"])
    yield from _gelu("joined", "layer0")
    for at in range(layers):
        yield from _around(at)
    yield node("MatMul", [f"layer{layers}", "scores.weight"], ["rated"])
    yield node("Add", ["rated", "scores.bias"], ["scores"])


def _around(at: int) -> Iterator[NodeProto]:
    """Each word with its neighbours: a convolution beside the word itself, then a norm."""
    node, name = helper.make_node, f"around.{at}"
    yield node("Transpose", [f"layer{at}"], [f"{name}:turned"], perm=[1, 0])
    yield node("Unsqueeze", [f"{name}:turned", "first"], [f"{name}:batch"])
    yield node("Conv", [f"{name}:batch", f"{name}.weight", f"{name}.bias"], [f"{name}:near"], pads=[1, 1])
    yield node("Squeeze", [f"{name}:near", "first"], [f"{name}:alone"])
    yield node("Transpose", [f"{name}:alone"], [f"{name}:back"], perm=[1, 0])
    yield from _gelu(f"{name}:back", f"{name}:bent")
    yield node("Add", [f"layer{at}", f"{name}:bent"], [f"{name}:sum"])
    scale = [f"{name}:sum", f"norms.{at}.weight", f"norms.{at}.bias"]
    yield node("LayerNormalization", scale, [f"layer{at + 1}"], axis=-1, epsilon=_EPSILON)


def _gelu(given: str, told: str) -> Iterator[NodeProto]:
    node = helper.make_node
    yield node("Div", [given, "root2"], [f"{told}:scaled"])
    yield node("Erf", [f"{told}:scaled"], [f"{told}:erf"])
    yield node("Add", [f"{told}:erf", "one"], [f"{told}:shifted"])
    yield node("Mul", [given, f"{told}:shifted"], [f"{told}:twice"])
    yield node("Mul", [f"{told}:twice", "half"], [told])
