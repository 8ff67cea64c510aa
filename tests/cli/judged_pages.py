"""A record of two pages by hand, for the commands that judge, compare and stamp."""

import json

PAGE = "Shells hit the bread market of Azaz on 3 May 2016 and killed 12 people, the governor of the province said."
OTHER = "Gunmen attacked a checkpoint near Idlib on 2 May 2016 and killed 3 soldiers, the army said."


def signed(name, day="2016-06-01", why="I read it"):
    return ("--by", name, "--on", day, "--why", why)


class Pages:
    """Two pages in `a.db`; `lines` gives what a record holds of a kind."""

    def __init__(self, folder, crossreport):
        self.folder, self._run = folder, crossreport
        (folder / "pages").mkdir()
        (folder / "pages" / "a.txt").write_text(PAGE)
        (folder / "pages" / "b.txt").write_text(OTHER)
        self.read("a.db")

    def read(self, record):
        return self._run("read", "pages", "--quiet", "--published", "2016-05-04", "--record", record)

    def lines(self, kind, record="a.db"):
        self._run("export", "jsonl", "--record", record, "-o", "out.jsonl")
        found = map(json.loads, (self.folder / "out.jsonl").read_text().splitlines())
        return [line for line in found if line["record"] == kind]

    def report_at(self, place, record="a.db"):
        (found,) = [one for one in self.lines("event_report", record) if one["place"]["name"] == place]
        return found
