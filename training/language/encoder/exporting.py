"""The network as the three files that the product loads: int8 encoder, relation scorer, labels.

Attention, norms and gelu are fused for onnxruntime; weights become int8 per channel with a range reduced by one bit,
which is what kept accuracy (whole tensors lost 3.4 LAS). The encoder also gives `words`, for heads of their own files.
"""

import json
import logging
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch

from training.export_relations import graph_of
from training.language.encoder.lessons import Vocabulary
from training.language.encoder.network import Network
from training.language.exposing import expose

_INPUTS = ("ids", "mask", "case", "ws", "we")
_OUTPUTS = ("upos", "xpos", "arc", "rh", "rd")
_OPSET, _IR = 17, 8
_QUANTISED = ["MatMul", "Attention", "Gather", "Gemm"]
_FLOAT = 1


class Exported(torch.nn.Module):
    """The network with what the product asks of it, in its order."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, *given: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """As the network, without names."""
        upos, xpos, _, arcs, rh, rd = self.net(*given)
        return upos, xpos, arcs, rh, rd


def export(net: Network, known: Vocabulary, folder: Path) -> None:
    """Write `encoder.int8.onnx`, `relations.onnx` and `labels.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        plain, fused, small = (Path(room) / f"{name}.onnx" for name in ("plain", "fused", "small"))
        _plain(net, plain)
        _fuse(plain, fused)
        _quantise(fused, small)
        onnx.save(expose(onnx.load(small)), str(folder / "encoder.int8.onnx"))
    matrix = net.rW.detach().numpy().astype(np.float16)
    relations = onnx.helper.make_model(
        graph_of(matrix), opset_imports=[onnx.helper.make_opsetid("", _OPSET)], ir_version=_IR
    )
    onnx.save(relations, str(folder / "relations.onnx"))
    labels = {name: list(getattr(known, name)) for name in ("upos", "xpos", "rel")}
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")


def _plain(net: Network, path: Path) -> None:
    for layer in net.layers:
        layer.plain = True
    ids = torch.randint(1000, 2000, (2, 9))
    ones, first = torch.ones(2, 9, dtype=torch.long), torch.tensor([[0, 1, 2, 4], [0, 1, 3, 0]])
    last = torch.tensor([[0, 1, 3, 5], [0, 2, 4, 0]])
    axes = {name: {0: "B", 1: "T" if name in _INPUTS[:3] else "W1"} for name in _INPUTS}
    axes |= {name: {0: "B", 1: "W"} for name in _OUTPUTS}
    axes["arc"][2] = axes["rh"][1] = "W1"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the older of torch's exports, whose attention onnxruntime knows how to fuse
        torch.onnx.export(
            Exported(net.eval()),
            (ids, ones, ones, first, last),
            str(path),
            input_names=list(_INPUTS),
            output_names=list(_OUTPUTS),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
            do_constant_folding=True,
        )
    for layer in net.layers:
        layer.plain = False


def _fuse(plain: Path, fused: Path) -> None:
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    options = FusionOptions("bert")
    model = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=12, hidden_size=384, optimization_options=options, opt_level=0
    )
    counts = model.get_fused_operator_statistics()
    if counts.get("Attention") != 6:
        raise RuntimeError(f"attention was not fused as expected: {counts}; is onnxruntime the pinned version?")
    model.save_model_to_file(str(fused))


def _quantise(fused: Path, small: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)  # it warns of every node that it leaves as it is
    quantize_dynamic(
        str(fused),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=_QUANTISED,
        extra_options={"DefaultTensorType": _FLOAT},
    )
