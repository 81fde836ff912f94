"""Copy chains that are known, made of news texts: who copied whom, and what was left of it.

A story is put together from sentences of several articles. Its first version is copied, the copies
are copied again, and on the way sentences and words are dropped, the lead is rewritten, and
something of one's own is added, so that anything from all of the original to nothing of it is left.
There are more stories than sentences to make them of, so most sentences get other words each time
they are taken; one in `SAME` stays as it is, as papers share an agency's.
"""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from firsthand.linking.words import sentences
from firsthand.model.article import Article
from firsthand.model.reading import (
    Basis,
    Kind,
    Naming,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)

CORPORA = ("fnc-1/bodies-train.jsonl.gz", "local-news/articles.jsonl.gz")
VERSIONS = (1, 1, 1, 1, 2, 2, 3, 4, 6, 10, 20)
"""How many articles a story has: most are told once."""
SHORTEST = 8
"""Words of a sentence that is taken."""
BLOCK = 2
"""Sentences that stand together in their article stay so."""
SAME = 10
SWAPPED = 0.4
"""Share of a sentence's words that are other ones: two stories made of it share few runs of six."""
READER = ReaderInfo("chains", "1", "none")


@dataclass(frozen=True, slots=True)
class Version:
    """One article: which story it tells, and which version it was made from (None: the first)."""

    id: str
    story: int
    parent: str | None
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.sentences)


def pool(shared: Path) -> list[tuple[str, ...]]:
    """The sentences of each article of the corpora, in blocks."""
    found: list[tuple[str, ...]] = []
    for name in CORPORA:
        with gzip.open(shared / "corpora" / name, "rt", encoding="utf-8") as lines:
            for text in (json.loads(line)["text"] for line in lines):
                said = [text[start:end] for start, end in sentences(text)]
                kept = [s for s in said if SHORTEST <= len(s.split()) <= 60]
                found += [tuple(kept[k : k + BLOCK]) for k in range(0, len(kept), BLOCK)]
    return found


def versions(
    blocks: Sequence[tuple[str, ...]],
    articles: int,
    *,
    seed: int = 1,
    told_by: Sequence[int] = VERSIONS,
) -> Iterator[Version]:
    """So many articles, story by story, an original always before its copies. `told_by`: how many
    articles a story may have."""
    chance = random.Random(seed)
    made = story = 0
    while made < articles:
        told: list[Version] = []
        for _ in range(min(chance.choice(told_by), articles - made)):
            parent = chance.choice(told) if told else None
            said = (
                _edited(parent.sentences, blocks, chance)
                if parent
                else _blocks(blocks, chance.randint(4, 12), chance)
            )
            id = f"story{story}-{len(told)}"
            told.append(Version(id, story, parent.id if parent else None, said))
        yield from told
        made += len(told)
        story += 1


def reading(version: Version) -> Reading:
    """With one statement, of the outlet that the version was made from."""
    source = Source("s1", outlet(version.parent or ""), SourceKind.OUTLET, Naming.NAMED, None, ())
    lead = Statement(
        id="st1",
        content=((0, len(version.sentences[0])),),
        cue=None,
        mention=None,
        chain=("s1",),
        quotation=Quotation.INDIRECT,
        kind=Kind.COMMUNICATION,
        polarity=Polarity.ASSERTED,
        basis=Basis.UNSTATED,
        hedges=(),
        parent=None,
        confidence=0.9,
    )
    day = date(2031, 1, 1) + timedelta(days=version.story % 365)
    article = Article(
        version.id, version.text, publisher=outlet(version.id), published=day.isoformat()
    )
    told = version.parent is not None
    return Reading(article, (source,) if told else (), (lead,) if told else (), (), READER)


def outlet(id: str) -> str:
    places = "Kessary Ostrin Velmara Brask Lunden Marrow Tavel Quill".split()
    kinds = "Gazette Herald Courier Post Lantern".split()
    chance = random.Random(id)
    return f"{chance.choice(places)} {chance.choice(kinds)}"


def _edited(
    said: Sequence[str], blocks: Sequence[tuple[str, ...]], chance: random.Random
) -> tuple[str, ...]:
    fewer, thinner = chance.uniform(0, 0.6), chance.choice((0.0, 0.0, 0.02, 0.06))
    kept = [s for s in said if chance.random() > fewer] or [said[0]]
    kept = [_thinned(s, thinner, chance) for s in kept]
    if chance.random() < 0.5:
        kept[0:1] = _blocks(blocks, 1, chance)
    return (*kept, *_blocks(blocks, chance.choice((0, 0, 1, 2, 4)), chance))


def _thinned(sentence: str, share: float, chance: random.Random) -> str:
    return " ".join(w for w in sentence.split() if chance.random() >= share) or sentence


def _blocks(
    blocks: Sequence[tuple[str, ...]], count: int, chance: random.Random
) -> tuple[str, ...]:
    return tuple(
        s if chance.randrange(SAME) == 0 else _swapped(s, blocks, chance)
        for _ in range(count)
        for s in chance.choice(blocks)
    )


def _swapped(sentence: str, blocks: Sequence[tuple[str, ...]], chance: random.Random) -> str:
    words, others = sentence.split(), " ".join(chance.choice(blocks)).split()
    return " ".join(chance.choice(others) if chance.random() < SWAPPED else w for w in words)
