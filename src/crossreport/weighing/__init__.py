"""Independence, agreement, contradiction, arithmetic, grades."""

from crossreport.weighing.weigh import weigh
from crossreport.weighing.without import weigh_without

__all__ = ["weigh", "weigh_without"]
