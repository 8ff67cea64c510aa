"""What weighing saw across reports and figures."""

from typing import Literal

from msgspec import Struct

from crossreport.model.reason import Reason

FindingKind = Literal[
    "agreement", "contradiction", "arithmetic", "recirculated", "toll_series", "planned_then_happened"
]


class Finding(Struct, frozen=True, tag_field="record", tag="finding"):
    """`members` are ids of reports, figures, claims or events; `says` is one sentence for a reader."""

    id: str
    kind: FindingKind
    members: tuple[str, ...]
    says: str
    reasons: tuple[Reason, ...]
