"""`crossreport actors`: import, add, list, remove; errors in one line."""

LIST = "HIDDEN_VALLEY_BRIGADE_ [YEMREB]\n+HVB_\nISLAMIC_STATE_ [IMGREB]\n"


def test_a_list_becomes_a_file_of_ones_own(folder, crossreport, monkeypatch):
    monkeypatch.setenv("CROSSREPORT_CACHE", str(folder / "cache"))
    (folder / "list.txt").write_text(LIST)
    made = crossreport("actors", "import", "list.txt", "--format", "petrarch")
    assert made.exit_code == 0
    assert "1 actors written to list.yaml (1 left out: known to the register)" in made.stdout
    assert crossreport("actors", "add", "list.yaml").exit_code == 0
    assert crossreport("actors", "list").stdout == "list\t1\n"
    assert crossreport("actors", "remove", "list").exit_code == 0
    assert crossreport("actors", "remove", "list").exit_code == 2


def test_errors_name_the_file_and_what_to_do(folder, crossreport, monkeypatch):
    monkeypatch.setenv("CROSSREPORT_CACHE", str(folder / "cache"))
    (folder / "list.txt").write_text(LIST)
    (folder / "list.yaml").write_text("kept")
    again = crossreport("actors", "import", "list.txt", "--format", "petrarch")
    assert (again.exit_code, (folder / "list.yaml").read_text()) == (2, "kept")
    assert "list.yaml exists" in again.stderr
    other = crossreport("actors", "import", "list.txt", "--format", "ucdp", "-o", "other.yaml")
    assert (other.exit_code, "columns" in other.stderr) == (2, True)
    bad = crossreport("actors", "add", "list.yaml")
    assert (bad.exit_code, "list.yaml" in bad.stderr) == (2, True)
