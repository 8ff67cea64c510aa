"""What all tests share: with CROSSREPORT_REQUIRE_ALL set, a test that would skip fails; no example has a deadline."""

import os

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a busy machine is slow, and that is no fault of the code
settings.load_profile("patient")

REQUIRE_ALL = "CROSSREPORT_REQUIRE_ALL"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    return not_skipped((yield), item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return not_skipped((yield), collector.nodeid)


def not_skipped(report, name):
    """The report, failed if it was skipped where nothing may be."""
    if report.skipped and os.environ.get(REQUIRE_ALL) and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{REQUIRE_ALL} is set, and {name} would have been skipped: {reason}"
    return report
