"""Weights to something that runs them: onnxruntime on the CPU, quiet, with as many threads as asked for."""

from typing import Any


def session(weights: bytes, threads: int) -> Any:
    """`threads` changes the speed, not the result."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
