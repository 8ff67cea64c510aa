"""Gives the shipped encoder one more output: `words`, what it says of each word, for heads of their own files.

    python -m training.language.exposing encoder.int8.onnx exposed.onnx

The weights stay as they are, byte for byte, and so do the numbers of the other outputs.
"""

import sys

import onnx
from onnx import TensorProto, helper

from training.language.encoded import WIDTH


def expose(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its `words`: the tensor that the tag layer multiplies, before it is quantised."""
    graph = model.graph
    if any(output.name == "words" for output in graph.output):
        return model
    quantised = next(node.input[0] for node in graph.node if node.name.endswith("/upos/MatMul_quant"))
    source = next(node.input[0] for node in graph.node if quantised in node.output)
    graph.node.append(helper.make_node("Identity", [source], ["words"], name="words"))
    graph.output.append(helper.make_tensor_value_info("words", TensorProto.FLOAT, ["B", "W", WIDTH]))
    return model


if __name__ == "__main__":
    onnx.save(expose(onnx.load(sys.argv[1])), sys.argv[2])
