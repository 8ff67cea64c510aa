"""Statuses of a happening by what they have in common: it took place, somebody says so, it is yet to come."""

from crossreport.model.report import Status

Statuses = frozenset[Status]

DONE: Statuses = frozenset({"happened", "ongoing"})
FIRM: Statuses = DONE | {"ended"}
SAID_DONE: Statuses = DONE | {"alleged"}
REPORTED: Statuses = FIRM | {"alleged"}
TOLD: Statuses = REPORTED | {"denied"}  # as a deed that was done, by whomever
INTENDED: Statuses = frozenset({"planned", "threatened", "called_for"})
NOT_DONE: Statuses = INTENDED | {"hypothetical"}
