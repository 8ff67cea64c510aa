"""The language model that ships: data, training, export, scores and card by `python -m training.language`.

Needs `pip install torch==2.13.0 onnx sympy safetensors`; the product itself needs none of them.
"""
