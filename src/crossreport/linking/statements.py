"""The set operations of linking, as SELECT statements that mean the same in SQLite and in Spark.

They only sort, group and join; whatever looks into a report is a function of `steps`. Both engines compare text by its
bytes, so that "the smallest id" is one id everywhere. Columns: `report` and `page` are ids, `head` is the report that
stands for all its copies, `digest` names a report's features by their content.
"""

# What is compared in this round: a report that a person spoke about follows no other and stands for no copy.
FREE = """
SELECT t.page, t.report, t.why, t.digest,
       CASE WHEN j.report IS NULL THEN t.alike ELSE t.report END AS alike,
       CASE WHEN j.report IS NULL THEN t.follows ELSE '' END AS follows
FROM told t LEFT JOIN spoken j ON j.report = t.report
"""

# Reports that agree in everything and are told by the same sentences: the n-th of each page is a copy of the n-th.
SEAT = """
SELECT page, report, digest, alike, ROW_NUMBER() OVER (PARTITION BY page, alike ORDER BY report) AS nth
FROM free WHERE follows = ''
"""
HEAD = """
SELECT page, report, digest, MIN(report) OVER (PARTITION BY alike, nth) AS head FROM seat
"""

UNBLOCKED = """
SELECT h.digest, b.body FROM head h
JOIN body b ON b.digest = h.digest
LEFT JOIN (SELECT DISTINCT digest FROM block) k ON k.digest = h.digest
WHERE h.report = h.head AND k.digest IS NULL
"""

# Candidate pairs: two reports of two pages that meet in a block, one of them wide there; in a chain its neighbours.
MET = """
SELECT h.head, h.page, h.digest, b.name, b.stands FROM head h
JOIN block b ON b.digest = h.digest WHERE h.report = h.head
"""
CHAINED = """
SELECT head, page, digest, name,
       LAG(head) OVER (PARTITION BY name ORDER BY head) AS before,
       LAG(page) OVER (PARTITION BY name ORDER BY head) AS before_page,
       LAG(digest) OVER (PARTITION BY name ORDER BY head) AS before_digest,
       FIRST_VALUE(head) OVER (PARTITION BY name ORDER BY head) AS begin,
       FIRST_VALUE(page) OVER (PARTITION BY name ORDER BY head) AS begin_page,
       FIRST_VALUE(digest) OVER (PARTITION BY name ORDER BY head) AS begin_digest
FROM met WHERE stands = 2
"""
# Pairs of one day stand together, as blocks are named by their day: few reports are looked at for a time, then no more.
PAIR = """
SELECT one, other, MIN(mine) AS mine, MIN(theirs) AS theirs, MIN(name) AS near FROM (
  SELECT a.head AS one, b.head AS other, a.digest AS mine, b.digest AS theirs, a.name
  FROM met a JOIN met b ON b.name = a.name
  WHERE a.head < b.head AND a.page <> b.page AND a.stands < 2 AND b.stands < 2 AND a.stands + b.stands > 0
  UNION ALL
  SELECT before AS one, head AS other, before_digest AS mine, digest AS theirs, name
  FROM chained WHERE before IS NOT NULL AND before_page <> page
  UNION ALL
  SELECT begin AS one, head AS other, begin_digest AS mine, digest AS theirs, name
  FROM chained WHERE begin <> head AND begin_page <> page
) meeting GROUP BY one, other ORDER BY near, one, other
"""

UNSCORED = """
SELECT n.mine, n.theirs, x.body, y.body AS other_body FROM (
  SELECT p.mine, p.theirs FROM pair p
  LEFT JOIN scored s ON s.mine = p.mine AND s.theirs = p.theirs
  WHERE s.mine IS NULL
) n
JOIN body x ON x.digest = n.mine
JOIN body y ON y.digest = n.theirs
"""
EDGE = """
SELECT p.one, p.other, s.pairing FROM pair p
JOIN scored s ON s.mine = p.mine AND s.theirs = p.theirs
WHERE s.joins = 1
"""

# Components: every node takes the smallest name among its neighbours, then that node's own, until nothing changes.
ARC = """
SELECT one AS node, other AS next FROM edge
UNION SELECT other AS node, one AS next FROM edge
UNION SELECT one AS node, other AS next FROM joined
UNION SELECT other AS node, one AS next FROM joined
"""
LABEL = "SELECT DISTINCT node, node AS label FROM arc"
SPREAD = """
SELECT node, MIN(label) AS label FROM (
  SELECT node, label FROM label
  UNION ALL SELECT a.node, l.label FROM arc a JOIN label l ON l.node = a.next
) named GROUP BY node
"""
JUMP = "SELECT s.node, l.label FROM spread s JOIN spread l ON l.node = s.label"
CHANGED = "SELECT COUNT(*) FROM jump j JOIN label l ON l.node = j.node WHERE j.label <> l.label"

LABELLED = """
SELECT h.page, h.report, h.digest, h.head, COALESCE(l.label, h.head) AS label
FROM head h LEFT JOIN label l ON l.node = h.head
"""

# All that a component's clusters depend on, in rows of one form.
PART = """
SELECT label, 'report' AS kind, report AS name, head AS value, '' AS says, digest FROM labelled
UNION ALL
SELECT l.label, 'again' AS kind, f.report AS name, f.follows AS value, f.why AS says, f.digest
FROM free f JOIN labelled l ON l.report = f.follows
UNION ALL
SELECT l.label, 'edge' AS kind, e.one AS name, e.other AS value, '' AS says, '' AS digest
FROM edge e JOIN labelled l ON l.report = e.one
UNION ALL
SELECT l.label, 'joined' AS kind, j.one AS name, j.other AS value, j.says, '' AS digest
FROM joined j JOIN labelled l ON l.report = j.one
UNION ALL
SELECT l.label, 'sided' AS kind, s.report AS name, s.tag AS value, s.says, '' AS digest
FROM sided s JOIN labelled l ON l.report = s.report
"""
UNSETTLED = """
SELECT g.signature, p.kind, p.name, p.value, p.says, COALESCE(b.body, e.pairing, X'') AS body FROM signed g
LEFT JOIN (SELECT DISTINCT signature FROM settled) s ON s.signature = g.signature
JOIN part p ON p.label = g.label
LEFT JOIN body b ON b.digest = p.digest
LEFT JOIN edge e ON p.kind = 'edge' AND e.one = p.name AND e.other = p.value
WHERE s.signature IS NULL
"""

FOUND = "SELECT s.kind, s.name, s.value, s.day, s.body FROM settled s JOIN signed g ON g.signature = s.signature"

# Pages whose happenings point to one day that another page tells; none if they point to different weeks.
ANCHORED = """
SELECT name AS page, MAX(day) AS day FROM found WHERE kind = 'anchor'
GROUP BY name HAVING MAX(day) - MIN(day) <= {week}
"""
WIDE_AGAIN = """
SELECT a.page, a.day, t.report, b.body FROM anchored a
JOIN told t ON t.page = a.page JOIN body b ON b.digest = t.digest
"""
TOLD = """
SELECT f.page, f.report, f.follows, f.why, f.alike, f.digest FROM felt f JOIN page p ON p.signature = f.signature
"""
TOLD_AGAIN = """
SELECT t.page, t.report, t.follows, t.why, t.alike, t.digest FROM told t
LEFT JOIN anchored a ON a.page = t.page WHERE a.page IS NULL
UNION ALL SELECT page, report, follows, why, alike, digest FROM reread
"""
BODY = "SELECT f.digest, f.body FROM felt f JOIN page p ON p.signature = f.signature"
BODY_AGAIN = "SELECT digest, body FROM body UNION SELECT digest, body FROM reread"

# A plan and the deeds that share a kind of act and a place with it.
MEETING = """
SELECT DISTINCT p.name AS plan, d.name AS deed FROM found p JOIN found d ON d.value = p.value
WHERE p.kind = 'plan' AND d.kind = 'deed'
"""
CAST = """
SELECT m.plan, m.deed, x.body, y.body AS deed_body FROM meeting m
JOIN found x ON x.kind = 'cast' AND x.name = m.plan
JOIN found y ON y.kind = 'cast' AND y.name = m.deed
"""
EVENTS = "SELECT body FROM found WHERE kind = 'event' ORDER BY name"
FINDINGS = "SELECT plan, body FROM finding ORDER BY plan"
