import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = {
    "test": "import pytest\ndef test_it():\n    pytest.skip('no server')\n",
    "mark": "import pytest\n@pytest.mark.skipif(True, reason='no server')\ndef test_it():\n    pass\n",
    "fixture": "import pytest\n@pytest.fixture\ndef it():\n    pytest.skip('no server')\ndef test_it(it):\n    pass\n",
    "module": "import pytest\npytest.skip('no server', allow_module_level=True)\n",
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("required", [True, False])
def test_nothing_is_skipped_where_everything_is_required(tmp_path, case, required):
    shutil.copy(Path(__file__).parent / "conftest.py", tmp_path / "conftest.py")
    (tmp_path / "test_case.py").write_text(CASES[case])
    environment = {name: value for name, value in os.environ.items() if name != "CROSSREPORT_REQUIRE_ALL"}
    environment |= {"CROSSREPORT_REQUIRE_ALL": "1"} if required else {}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "no server" in done.stdout or not required
    assert (done.returncode in (1, 2)) == required
