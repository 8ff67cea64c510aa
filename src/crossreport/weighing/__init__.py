"""Independence, agreement, contradiction, arithmetic, grades, coverage."""

from crossreport.weighing.coverage import coverage
from crossreport.weighing.matrix import matrix
from crossreport.weighing.network import network
from crossreport.weighing.weigh import weigh
from crossreport.weighing.without import restricted, unknown_sources, weigh_without

__all__ = ["coverage", "matrix", "network", "restricted", "unknown_sources", "weigh", "weigh_without"]
