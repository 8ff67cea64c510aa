"""The relation scorer as ONNX: `python training/export_relations.py clean.rel.npz relations.onnx`.

Needs `pip install onnx`. In: the trained matrix `W` ([129, relations * 129], float16). Out: a graph that takes heads
and dependents ([n, 128]) and gives scores ([n, relations]). `language/weights/relations.onnx` was made by it; the same
matrix gives the same graph.
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def graph_of(matrix: np.ndarray) -> onnx.GraphProto:
    """Biaffine scores with a bias on either side: [d 1] W [h 1] for every relation at once."""
    width = matrix.shape[0]
    relations = matrix.shape[1] // width
    constants = {
        "W16": matrix,
        "shape": np.array([0, relations, width], np.int64),
        "one": np.ones((1, 1), np.float32),
        "width": np.array([1], np.int64),
        "last": np.array([2], np.int64),
    }
    node = helper.make_node
    nodes = [
        node("Cast", ["W16"], ["W"], to=TensorProto.FLOAT),
        node("Shape", ["dependents"], ["size"], start=0, end=1),
        node("Concat", ["size", "width"], ["column"], axis=0),
        node("Expand", ["one", "column"], ["ones"]),
        node("Concat", ["dependents", "ones"], ["left"], axis=1),
        node("Concat", ["heads", "ones"], ["right"], axis=1),
        node("MatMul", ["left", "W"], ["wide"]),
        node("Reshape", ["wide", "shape"], ["by_relation"]),
        node("Unsqueeze", ["right", "last"], ["upright"]),
        node("MatMul", ["by_relation", "upright"], ["column_scores"]),
        node("Squeeze", ["column_scores", "last"], ["scores"]),
    ]
    floats = helper.make_tensor_value_info
    inputs = [floats(name, TensorProto.FLOAT, ["n", width - 1]) for name in ("heads", "dependents")]
    outputs = [floats("scores", TensorProto.FLOAT, ["n", relations])]
    initial = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    return helper.make_graph(nodes, "relations", inputs, outputs, initial)


def main(source: str, target: str) -> None:
    """Write the checked model."""
    matrix = np.load(source)["W"]
    model = helper.make_model(graph_of(matrix), opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
