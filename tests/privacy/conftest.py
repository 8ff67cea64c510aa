from tests.cli.conftest import crossreport

__all__ = ["crossreport"]
