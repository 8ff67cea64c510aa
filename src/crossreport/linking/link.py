"""Coded pages in, source groups, events and plans that came true out. Nothing is weighed here, nothing is lost."""

from collections.abc import Sequence

from crossreport.linking.anchors import anchors, read_by
from crossreport.linking.cluster import cluster
from crossreport.linking.events import event
from crossreport.linking.features import features
from crossreport.linking.plans import fulfilled
from crossreport.linking.sources import group_sources
from crossreport.model import CodedPage, Linked


def link(pages: Sequence[CodedPage]) -> Linked:
    """What `pages` add up to: the same for any order of pages, and for pages that come twice.

    Every report ends in exactly one event, every page in at least one source group.
    """
    distinct = sorted({coded.page.id: coded for coded in pages}.values(), key=lambda coded: coded.page.id)
    sources = group_sources(distinct)
    compared = [found for coded in distinct for found in features(coded, sources.passages.get(coded.page.id, ()))]
    compared.sort(key=lambda found: found.report.id)
    clusters = cluster(compared)
    shared = anchors(clusters)
    if shared:
        compared = read_by(compared, shared)
        clusters = cluster(compared)
    events = sorted((event(found) for found in clusters), key=lambda found: found.id)
    plans = fulfilled(events, {found.report.id: found for found in compared})
    return Linked(sources.groups, tuple(events), tuple(plans))
