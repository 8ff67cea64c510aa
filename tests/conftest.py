"""What all tests share: with CROSSREPORT_REQUIRE_ALL set, a test that would skip fails."""

import os

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    if report.skipped and os.environ.get("CROSSREPORT_REQUIRE_ALL") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"CROSSREPORT_REQUIRE_ALL is set, and {item.nodeid} would have been skipped: {reason}"
    return report
