"""What `read`, `explain` and `intake report` say of doubt and of private names, through the real rooms."""


def test_a_private_name_is_withheld_in_the_table_and_a_doubtful_day_is_named(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    text = (
        "Gunmen abducted Amina Danlami, a 34-year-old teacher and mother of two, in Maiduguri, Nigeria, on Monday, her "
        "brother said.\n"
    )
    (tmp_path / "a.txt").write_text(text)
    table = crossreport("read", "a.txt").stdout
    assert "abduction" in table
    assert "Danlami" not in table
    report = crossreport("intake", "report").stdout
    assert "pages without a sure day" in report
    assert "a.txt: day not known" in report


def test_what_is_no_event_says_why_and_what_can_be_done(crossreport):
    told = crossreport(
        "explain", "The army shelled Salqin in Syria on Monday, killing four. The rebels denied attacking Salqin."
    ).stdout
    assert "why: it denies a deed that the page tells" in told
    assert "crossreport judge correct report-" in " ".join(told.split())
