"""Which sentences a head learns from and which it is rated on. Nothing of a test part is ever learned from.

Learned from: EWT with Universal NER (CC BY-SA 4.0), GUM's freely licensed documents, WikiGold (CC BY 4.0), two thirds
of re3d's free folders, our own sentences of `corpus/names/learned.yaml`; copies of these with other names, and copies
as bad pages write them.
"""

from pathlib import Path

from training.language import name_corpora, noise, swapping, treebanks
from training.language.sample import Sample

OWN = Path(__file__).resolve().parent.parent.parent / "corpus" / "names"
_SEED = 1
_TIMES = {"treebanks": 0.7, "WikiGold": 1.0, "codebook": 5.0, "frames": 30.0}  # copies with other names of a sentence
_ALONG = {"treebanks": 0.35, "WikiGold": 0.2, "codebook": 1.0, "frames": 6.0}  # the same, for the encoder
_NOISY, _NOISY_OWN = 0.15, 0.3  # share of sentences with names that get a worse copy


def learned(data: Path) -> list[Sample]:
    """Every sentence to learn from, in a fixed order. `data` holds the corpora."""
    banks = treebanks.ewt(data, "train") + treebanks.gum(data, "train")
    wiki = name_corpora.wikigold(data)
    own = name_corpora.marked_lists(OWN / "learned.yaml", "own")
    named = [sample for sample in banks + wiki if sample.names and set(sample.names) != {"O"}]
    swapped = swapping.copies(banks, _TIMES["treebanks"], _SEED) + swapping.copies(wiki, _TIMES["WikiGold"], _SEED + 1)
    ours = [c for at, name in enumerate(own) for c in swapping.copies(own[name], _TIMES[name], _SEED + 2 + at)]
    worse = noise.noisy(named, _NOISY, _SEED + 4) + noise.noisy(ours, _NOISY_OWN, _SEED + 5)
    every = banks + wiki + name_corpora.re3d(data, "train") + own["codebook"] + swapped + ours + worse
    return [sample for sample in every if sample.words]


def read_along(data: Path) -> list[Sample]:
    """What encoder and parser learn from: every treebank sentence, names without trees, and a part of the copies.

    The copies keep their trees as far as these are known. Noise is not in here: it is made anew in every epoch.
    """
    banks = treebanks.ewt(data, "train") + treebanks.gum(data, "train")
    wiki = name_corpora.wikigold(data)
    own = name_corpora.marked_lists(OWN / "learned.yaml", "own")
    swapped = swapping.copies(banks, _ALONG["treebanks"], _SEED + 6) + swapping.copies(
        wiki, _ALONG["WikiGold"], _SEED + 7
    )
    ours = [c for at, name in enumerate(own) for c in swapping.copies(own[name], _ALONG[name], _SEED + 8 + at)]
    return banks + wiki + name_corpora.re3d(data, "train") + own["codebook"] + swapped + ours


def dev(data: Path) -> dict[str, list[Sample]]:
    """The parts on which epochs are compared."""
    lists = [name_corpora.marked_lists(file, "own", "dev") for file in sorted(OWN.glob("conflict_*.yaml"))]
    ours = [sample for each in lists for samples in each.values() for sample in samples]
    return {"ewt": treebanks.ewt(data, "dev"), "gum": treebanks.gum(data, "dev"), "conflict": ours}
