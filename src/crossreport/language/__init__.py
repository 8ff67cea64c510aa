"""Page to Analysis: sentences, words, syntax and names by rules and a small learned model, offline on one CPU core."""

from crossreport.language.analyser import Analyser

__all__ = ["Analyser"]
