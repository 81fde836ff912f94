"""GUM's third-person pronouns by the reader's rules and by the coreference head.

    cd training && python -m coreference.pronouns --gum ../../shared/corpora/gum --part dev
        --checkpoint FILE --tokenizer FILE --head FILE

The rules see names and roles, and no attributions: GUM has none. An answer is right where it is a
name or noun of the pronoun's cluster that stands before it. Prints a line for each pronoun.
"""

import argparse
from collections import Counter
from pathlib import Path

import torch

from coreference.corpus import Document, Span, documents
from coreference.head import Head, clusters
from coreference.vectors import Encoder
from firsthand.reading import lexicon
from firsthand.reading.cast import Cast
from firsthand.reading.names import names
from firsthand.reading.pronouns import Pronouns

ASKED = frozenset("he she it they".split())


def by_rules(text: str, pronoun: Span) -> frozenset[str] | None:
    """The last word of whoever is meant."""
    known = names(text)
    cast = Cast(text, known)
    kind = lexicon.PRONOUNS[text[slice(*pronoun)].casefold()]
    found = Pronouns(text, known, cast).recent(kind, pronoun[0], previous=None, barred=None)
    return None if found is None else frozenset({cast.entities[found].name.casefold().split()[-1]})


def by_head(text: str, pronoun: Span, found: list[frozenset[Span]]) -> frozenset[str] | None:
    """The words of the mentions of its cluster that stand before it."""
    cluster = next((c for c in found if pronoun in c), frozenset())
    before = (text[s:e].casefold() for s, e in cluster if e <= pronoun[0])
    words = [w.split() for w in before if w not in lexicon.PRONOUNS]
    return frozenset(max(words, key=len)) if words else None


def nouns(d: Document, pronoun: Span) -> frozenset[str]:
    """The words of what the pronoun's cluster is called before it."""
    cluster = d.mentions[pronoun]
    before = (
        d.text[s:e].casefold()
        for (s, e), c in d.mentions.items()
        if c == cluster and e <= pronoun[0]
    )
    return frozenset(w for m in before if m not in lexicon.PRONOUNS for w in m.split())


@torch.no_grad()
def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("gum", "checkpoint", "tokenizer", "head"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--part", default="dev")
    ap.add_argument("--cache", type=Path, default=Path("runs/coreference"))
    args = ap.parse_args()
    torch.set_num_threads(1)
    encoder = Encoder(args.checkpoint, args.tokenizer, args.cache)
    head = Head()
    head.load_state_dict(torch.load(args.head))
    head.eval()
    count: Counter[tuple[str, str]] = Counter()
    for d in documents(args.gum / f"ontonotes-style-{args.part}.conllu.gz"):
        words = encoder(d.text)
        found = clusters(words, head(words))
        for span in d.mentions:
            pronoun = d.text[slice(*span)].casefold()
            right = nouns(d, span) if pronoun in ASKED else frozenset()
            if not right:
                continue
            count[pronoun, "all"] += 1
            for way, answer in (
                ("rules", by_rules(d.text, span)),
                ("head", by_head(d.text, span, found)),
            ):
                count[pronoun, f"{way} answer"] += answer is not None
                count[pronoun, f"{way} right"] += bool(answer and answer & right)
    for pronoun in sorted(ASKED):
        print(pronoun, {k: v for (p, k), v in sorted(count.items()) if p == pronoun})


if __name__ == "__main__":
    main()
