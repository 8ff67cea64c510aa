"""What all tests share: with CROSSREPORT_REQUIRE_ALL set, a test that would skip fails; no example has a deadline."""

import importlib.util
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


def pytest_collection_modifyitems(config, items):
    """Leaves out what trains a model where torch is absent: it is no part of an installation, and CI has none."""
    if importlib.util.find_spec("torch") is not None:
        return
    left_out = [item for item in items if item.get_closest_marker("training")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def not_skipped(report, name):
    """The report, failed if it was skipped where nothing may be."""
    if report.skipped and os.environ.get(REQUIRE_ALL) and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{REQUIRE_ALL} is set, and {name} would have been skipped: {reason}"
    return report
