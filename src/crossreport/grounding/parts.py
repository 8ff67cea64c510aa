"""A digest in; its parts out, each under a country's name, as pages of their own: "the army" is another's in each."""

from collections.abc import Iterator

from msgspec.structs import replace

from crossreport.gazetteer.sections import country_sections
from crossreport.model import Analysis, Block, Page


def in_parts(page: Page, analysis: Analysis) -> Iterator[tuple[Page, Analysis]]:
    """The page and its sentences, cut where another country is told of; offsets stay those of the whole text.

    Title and dateline belong to the first part alone; the country's name heads its part also where it is no block.
    """
    sections = country_sections(page)
    if len(sections) == 1:
        yield page, analysis
        return
    for blocks, heading in sections:
        own = page.blocks[blocks.start : blocks.stop]
        above = (Block(*heading, "subtitle"),) if heading is not None and (not own or own[0].start > heading[0]) else ()
        part = replace(page, blocks=above + own)
        if blocks.start > 0:
            part = replace(part, title=None, dateline=None, dateline_place=None)
        first = blocks.start - len(above)
        sentences = tuple(replace(one, block=one.block - first) for one in analysis.sentences if one.block in blocks)
        yield part, replace(analysis, sentences=sentences)
