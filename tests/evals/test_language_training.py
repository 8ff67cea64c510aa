"""`python -m training.language` from corpora to weights that the product loads, on a dozen sentences of our own."""

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from training.language.card import with_table
from training.language.sample import Sample, Syntax, spans_of
from training.language.swapping import copies
from training.language.trees import OPEN, regrown

ROWS = (
    ("Rebels", "NOUN", "NNS", 2, "nsubj", "O"),
    ("shelled", "VERB", "VBD", 0, "root", "O"),
    ("Goma", "PROPN", "NNP", 2, "obj", "B-LOC"),
    (",", "PUNCT", ",", 5, "punct", "O"),
    ("said", "VERB", "VBD", 2, "parataxis", "O"),
    ("Jean", "PROPN", "NNP", 5, "nsubj", "B-PER"),
    ("Bahati", "PROPN", "NNP", 6, "flat", "I-PER"),
    (".", "PUNCT", ".", 2, "punct", "O"),
)
WORDS = tuple(row[0] for row in ROWS)
SAMPLE = Sample(WORDS, "own", tuple(row[5] for row in ROWS), Syntax(*zip(*(row[1:5] for row in ROWS), strict=True)))


def packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()))


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Folders as `../shared/data` has them, with one sentence over and over."""
    data = tmp_path / "data"
    tree = [f"{at}\t{w}\t{w}\t{u}\t{x}\t_\t{h}\t{r}\t_\t_" for at, (w, u, x, h, r, _) in enumerate(ROWS, 1)]
    iob = [f"{at}\t{w}\t{tag}\t-\t-" for at, (w, *_, tag) in enumerate(ROWS, 1)]
    for part in ("train", "dev"):
        for bank, name in (("EWT", "ewt"), ("GUM", "gum")):
            blocks = (f"# sent_id = GUM_news_{at}\n" + "\n".join(tree) for at in range(6))
            packed(data / f"ud_english/{bank}/en_{name}-ud-{part}.conllu.gz", "\n\n".join(blocks) + "\n\n")
        blocks = (f"# sent_id = GUM_news_{at}\n" + "\n".join(iob) for at in range(6))
        packed(data / f"uner_english/en_ewt-ud-{part}.iob2.gz", "\n\n".join(blocks) + "\n\n")
    wiki = "\n".join(f"{w} {'I-' + tag[2:] if tag != 'O' else 'O'}" for w, *_, tag in ROWS)
    packed(data / "ner_misc/wikigold/CONLL-format/data/wikigold.conll.txt.gz", wiki + "\n")
    (data / "re3d/office").mkdir(parents=True)
    begin = {"begin": 15, "end": 19, "type": "Location", "confidence": 1, "documentId": "2"}
    documents = [{"_id": str(at), "text": "Rebels shelled Goma."} for at in range(3)]
    for name, rows in (("documents", documents), ("entities", [begin])):
        (data / f"re3d/office/{name}.json").write_text("\n".join(json.dumps(row) for row in rows))
    return data


@pytest.mark.training
def test_one_command_trains_exports_and_goes_on_where_it_stopped(corpora: Path, tmp_path: Path, monkeypatch):
    from crossreport.language.analyser import Analyser
    from training.language import __main__ as command
    from training.language import corpora as chosen

    own = tmp_path / "own"
    own.mkdir()
    (own / "learned.yaml").write_text("codebook: ['They left [LOC Goma].']\nframes: ['[PER Jean Bahati] fled.']\n")
    (own / "conflict_1.yaml").write_text("syria: ['Shells hit [LOC Goma].']\n")
    monkeypatch.setattr(chosen, "OWN", own)
    places = ["--data", str(corpora), "--folder", str(tmp_path / "kept"), "--into", str(tmp_path / "weights")]
    steps = ["--only", "encoder", "--only", "heads", "--epochs", "1", "--falling", "1"]

    command.main([*places, *steps, "--encoder-epochs", "1"])
    command.main([*places, *steps, "--encoder-epochs", "2"])
    import torch

    assert torch.load(tmp_path / "kept" / "encoder.pt")["epoch"] == 2
    analyser = Analyser(weights=tmp_path / "weights")
    assert analyser.version != Analyser().version
    spans = [(at, at + 1) for at in range(len(WORDS))]
    assert [token.text for token in analyser.sentence(WORDS, spans).tokens] == list(WORDS)


@pytest.mark.training
def test_learning_brings_the_loss_down_and_the_same_seed_the_same_weights(tmp_path: Path):
    import torch

    from crossreport.language.model import shipped
    from crossreport.language.wordpiece import WordPiece
    from training.language.encoder.fit import Plan, fit, loss_of
    from training.language.encoder.lessons import batch
    from training.language.encoder.network import Sizes, begun
    from training.language.encoder.run import vocabulary

    torch.set_num_threads(1)
    pieces = shipped().joinpath("vocab.txt").read_text(encoding="utf-8").splitlines()
    known = vocabulary([SAMPLE], WordPiece(pieces))
    sizes = Sizes(len(known.upos), len(known.xpos), len(known.rel), len(known.names), len(pieces))
    plan = Plan(2, 1, rates=(1e-2, 1e-2))

    def trained(folder: str):
        return fit(begun(sizes, None), [SAMPLE] * 60, known, plan, lambda _: 0.0, tmp_path / folder)

    one, two = trained("a"), trained("b")
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), two.parameters(), strict=True))
    with torch.no_grad():
        before, after = (float(loss_of(net.eval(), batch([SAMPLE], known))) for net in (begun(sizes, None), one))
    assert after < before


@pytest.mark.training
def test_a_start_that_does_not_fit_is_refused(tmp_path: Path):
    import torch

    from training.language.encoder.network import Sizes, begun

    torch.save({"elsewhere": torch.zeros(2)}, tmp_path / "other.pt")
    with pytest.raises(ValueError, match=r"other\.pt is no checkpoint"):
        begun(Sizes(2, 2, 2, 2, 50), tmp_path / "other.pt")
    torch.save({"upos.bias": torch.zeros(9)}, tmp_path / "wide.pt")
    with pytest.raises(ValueError, match=r"wide\.pt does not fit"):
        begun(Sizes(2, 2, 2, 2, 50), tmp_path / "wide.pt")


def test_copies_keep_their_trees_as_far_as_these_are_known():
    for copy in copies([SAMPLE], 30, 3):
        tree = copy.syntax
        assert tree is not None
        assert len(tree.heads) == len(copy.words) == len(tree.rels)
        verb = copy.words.index("shelled")
        assert (tree.heads[verb], tree.rels[verb]) == (0, "root")
        assert tree.heads[copy.words.index("Rebels")] == verb + 1
        for first, last, label in spans_of(copy.names or ()):
            inside = tree.heads[first:last]
            if label == "PER":
                assert tree.heads[first] == copy.words.index("said") + 1
                assert all(first < head <= last for head in inside[1:])
            elif last - first > 1 and copy.words[first:last] != ("Goma",):
                assert set(inside) == {OPEN}


def test_a_name_with_two_tops_makes_the_tree_unusable():
    tree = SAMPLE.syntax
    assert tree is not None
    assert regrown(tree, [((0, 3, "ORG"), (0, 1, "ORG"))], ["X", *WORDS[3:]]) is not None  # one top: the verb
    assert regrown(tree, [((2, 4, "ORG"), (2, 3, "ORG"))], [*WORDS[:2], "X", *WORDS[4:]]) is None


@pytest.mark.training
def test_noise_is_drawn_anew_and_only_of_what_is_there():
    from training.language.encoder.lessons import worse

    drawn = Random(4)
    seen = {worse(SAMPLE, drawn).words for _ in range(400)}
    assert {WORDS, WORDS[:-1], tuple(word.upper() for word in WORDS), tuple(word.lower() for word in WORDS)} <= seen
    assert all(len(words) >= len(WORDS) - 1 for words in seen)


def test_the_card_gets_its_table_and_only_that():
    card = "before\n<!-- measured -->\nold\n<!-- /measured -->\nafter\n"
    made = with_table(card, {"ewt_las": 0.9051, "ewt_upos": 0.973, "conflict_test": 0.902})
    assert made.startswith("before\n<!-- measured -->\n| |")
    assert "| EWT test | | | 97.3 |" in made.replace("  ", " ")
    assert "90.5" in made
    assert "old" not in made
    assert made.endswith("<!-- /measured -->\nafter\n")
    with pytest.raises(ValueError, match="measured"):
        with_table("a card without", {})
