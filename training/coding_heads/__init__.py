"""Heads on the frozen encoder for the coding room: whether they would help. `python -m training.coding_heads`."""
