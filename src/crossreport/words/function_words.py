"""Words of grammar and marks, as written, in lower case: pronouns, determiners, auxiliaries, dashes.

Closed classes, to which no lexicon adds (Quirk et al., A Comprehensive Grammar of the English Language, 1985, chapters
3, 5 and 6). What they do in a sentence, the rooms decide.
"""

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
INTERROGATIVES = frozenset({"who", "what", "when", "how", "why", "where", "which", "whose"})
SUBJECTS = frozenset({"i", "we", "it", "they", "he", "she"})
POSSESSIVES = frozenset({"her", "his", "its", "their"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
DETERMINERS = DEFINITE | {"a", "an"}
NOBODY = frozenset({"neither", "no", "no-one", "nobody", "none"})
IS = frozenset({"is", "are"})
WAS = frozenset({"was", "were"})
HAS = frozenset({"has", "have", "'ve"})
WILL = frozenset({"'ll", "shall", "will", "would"})
TOWARDS = frozenset({"into", "to", "toward", "towards"})
ADDING = frozenset({"and", "plus", "well", "with"})
PLACING = frozenset({"at", "from", "in", "near", "of", "on"})  # in front of a place
HYPHENS = frozenset({"-", "‑", "–"})
DASHES = frozenset({"-", "--", "–", "—"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
ALL_QUOTES = QUOTES | {"'", "‘", "’"}  # with those that are apostrophes, too
