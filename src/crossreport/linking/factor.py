"""What one comparison says for or against one happening."""

from typing import NamedTuple


class Factor(NamedTuple):
    """`name` is a weight of `linking.yaml`, or the name of a bar; `bar` forbids joining whatever else agrees."""

    name: str
    says: str
    bar: bool = False
