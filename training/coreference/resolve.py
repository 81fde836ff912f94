"""Whether the coreference head finds sources of pronouns and descriptions that the rules miss.

    cd training && python -m coreference.resolve --gold ../../shared/corpora/chains-dev.jsonl
        --checkpoint FILE --tokenizer FILE --head FILE

Both get the gold's attributions, so that only the resolution differs. Prints for pronouns and for
descriptions how many sources the rules get right, the head, the rules with the head where they
leave a pronoun unresolved, and the head with the rules where it finds nobody.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import torch

from coreference.head import Head, clusters
from coreference.vectors import Encoder
from firsthand.model.article import Article
from firsthand.model.reading import ReaderInfo, Reading
from firsthand.model.span import Span, overlap
from firsthand.reading import lexicon
from firsthand.reading.assemble import assemble
from firsthand.reading.decode import Attribution
from firsthand.reading.mention import parse

Json = dict[str, Any]
WAYS = ("rules", "head", "rules, then head", "head, then rules")


def by_rules(gold: Json) -> Reading:
    article = gold["article"]
    found = [
        Attribution(
            tuple(s["cue"]),
            tuple(s["mention"]) if s["mention"] else None,
            tuple(map(tuple, s["content"])),
            1.0,
        )
        for s in gold["statements"]
        if s["cue"]
    ]
    reader = ReaderInfo("gold", "0", "none")
    return assemble(Article(article["id"], article["text"]), found, reader=reader)


def by_head(text: str, mention: Span, found: list[frozenset[Span]]) -> str | None:
    """The fullest name in the mention's cluster, else its longest description; None: no cluster."""

    def common(m: Span) -> float:
        return overlap(mention, m) / (max(mention[1], m[1]) - min(mention[0], m[0]))

    cluster = max(found, key=lambda c: max(map(common, c)), default=frozenset())
    same = max(cluster, key=common, default=None)
    if same is None or common(same) < 0.5:
        return None
    parsed = [parse(text[s:e]) for s, e in cluster if (s, e) != same]
    names = [p.name for p in parsed if p.name]
    described = [p.description for p in parsed if p.description and not p.pronoun]
    return max(names or described, key=len, default=None)


def norm(name: str) -> str:
    name = re.sub(r"[’']s\b", "", name.casefold())
    return " ".join(re.findall(r"\w+", re.sub(r"^(the|a|an|his|her|their|its)\s+", "", name)))


def kind_of(words: str) -> str | None:
    """What is counted: pronouns of the third person, and definite descriptions."""
    parsed = parse(words)
    if parsed.pronoun in ("male", "female", "thing", "plural"):
        return "pronouns"
    return "descriptions" if parsed.definite and not parsed.name and not parsed.owner else None


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("gold", "checkpoint", "tokenizer", "head"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--cache", type=Path, default=Path("runs/coreference"))
    args = ap.parse_args()
    torch.set_num_threads(1)
    encoder = Encoder(args.checkpoint, args.tokenizer, args.cache)
    head = Head()
    head.load_state_dict(torch.load(args.head))
    head.eval()
    right: Counter[tuple[str, str]] = Counter()
    for line in args.gold.read_text(encoding="utf-8").splitlines():
        right += counted(json.loads(line), encoder=encoder, head=head)
    for kind in ("pronouns", "descriptions"):
        shown = ", ".join(f"{way} {right[kind, way]}" for way in WAYS)
        print(
            f"{kind}: {right[kind, 'all']} in all; {shown}; head answers {right[kind, 'answered']}"
        )


@torch.no_grad()
def counted(gold: Json, *, encoder: Encoder, head: Head) -> Counter[tuple[str, str]]:
    text = gold["article"]["text"]
    words = encoder(text)
    found = clusters(words, head(words))
    reading = by_rules(gold)
    rules = {s.cue: reading.source(s.chain[-1]).name for s in reading.statements if s.chain}
    names = {s["id"]: {norm(n) for n in (s["name"], *s["aliases"])} for s in gold["sources"]}
    right: Counter[tuple[str, str]] = Counter()
    for s in gold["statements"]:
        kind = kind_of(text[slice(*s["mention"])]) if s["mention"] and s["cue"] else None
        if kind is None or not s["chain"]:
            continue
        ours = rules.get(tuple(s["cue"]))
        theirs = by_head(text, tuple(s["mention"]), found)
        open_ = ours is None or ours.casefold() in lexicon.PRONOUNS
        answers = (ours, theirs, theirs if open_ and theirs else ours, theirs or ours)
        right[kind, "all"] += 1
        right[kind, "answered"] += theirs is not None
        for way, answer in zip(WAYS, answers, strict=True):
            right[kind, way] += answer is not None and norm(answer) in names[s["chain"][-1]]
    return right


if __name__ == "__main__":
    main()
