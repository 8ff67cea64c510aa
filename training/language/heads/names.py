"""Names of persons, places and organisations; armed groups count as organisations."""

from training.language.heads.tagging import TagHead
from training.language.sample import TAGS

HEAD = TagHead(name="names", labels=TAGS, read=lambda sample: sample.names, hints=True)
