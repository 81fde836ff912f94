"""A whole ledger into claims: articles that tell the same thing, each cluster worded by its most
central article.

Average-link clustering of the words that an article begins with, weighted by rarity; only pairs
that share a rare word are ever compared. An article is in one cluster: its main claim.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from firsthand.linking.worded import FULL, Page
from firsthand.linking.words import words

OPENING = 12
"""Sentences of an article that say what it tells; the first ones weigh most."""
ALIKE = 0.2
"""Least average cosine of two clusters that are one claim (measured on the shared rumour
corpus)."""
COMPARED = 0.1
"""Least cosine of two articles worth keeping."""
RARE = 0.08
"""A word in more than this share of the articles starts no comparison."""

Vector = Mapping[str, float]


def clusters(pages: Sequence[Page]) -> Iterator[tuple[str, list[Page]]]:
    """(wording of the claim, its pages) for every cluster of two or more, the largest first."""
    ordered = sorted(pages, key=lambda p: p.id)
    vectors = _vectors(ordered)
    similar = _similar(vectors)
    groups = _merged(len(ordered), similar)
    for members in sorted(groups, key=lambda g: (-len(g), g)):
        if len(members) > 1:
            yield _wording(ordered, members, similar), [ordered[k] for k in members]


def _vectors(pages: Sequence[Page]) -> list[Vector]:
    """Unit vectors: each word by how early and how rarely it stands."""
    counted = [_counted(p) for p in pages]
    spread = Counter(s for c in counted for s in c)
    found: list[Vector] = []
    for c in counted:
        raw = {s: n * math.log1p(len(pages) / spread[s]) for s, n in c.items() if spread[s] > 1}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        found.append({s: v / length for s, v in raw.items()})
    return found


def _counted(p: Page) -> dict[str, float]:
    weight: dict[str, float] = defaultdict(float)
    for k, stems in enumerate(p.stems[:OPENING]):
        for s in stems:
            weight[s] += 1 / (2 + k)
    return {s: math.sqrt(w) for s, w in weight.items()}


def _similar(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """Cosine of every pair (a < b) that shares a rare word and is at all alike."""
    holders: dict[str, list[int]] = defaultdict(list)
    for k, v in enumerate(vectors):
        for s in v:
            holders[s].append(k)
    most = max(50, int(RARE * len(vectors)))
    found: dict[tuple[int, int], float] = {}
    for b, v in enumerate(vectors):
        near: dict[int, float] = defaultdict(float)
        for s, w in v.items():
            if len(holders[s]) <= most:
                for a in holders[s]:
                    if a >= b:
                        break
                    near[a] += w * vectors[a][s]
        for a, partial in near.items():
            if partial >= COMPARED / 2:
                whole = sum(w * vectors[a].get(s, 0.0) for s, w in v.items())
                if whole >= COMPARED:
                    found[a, b] = whole
    return found


def _merged(count: int, similar: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average link: the two most similar clusters become one as long as they are alike enough."""
    import heapq

    members = {k: [k] for k in range(count)}
    sums: dict[int, dict[int, float]] = {k: {} for k in range(count)}
    for (a, b), s in similar.items():
        sums[a][b] = sums[b][a] = s
    heap = [(-s, a, b) for (a, b), s in sorted(similar.items()) if s >= ALIKE]
    heapq.heapify(heap)
    fresh = count
    while heap:
        _negative, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        joined = sorted(members.pop(a) + members.pop(b))
        links = sums.pop(a)
        for k, s in sums.pop(b).items():
            links[k] = links.get(k, 0.0) + s
        sums[fresh], members[fresh] = {}, joined
        for k in sorted(links):
            if k in members and k != fresh:
                sums[fresh][k] = sums[k][fresh] = links[k]
                average = links[k] / (len(joined) * len(members[k]))
                if average >= ALIKE:
                    heapq.heappush(heap, (-average, k, fresh))
        fresh += 1
    return list(members.values())


def _wording(
    pages: Sequence[Page], group: Sequence[int], similar: Mapping[tuple[int, int], float]
) -> str:
    """The first full sentence of the article that is most like the others."""
    central = max(
        group, key=lambda k: (sum(similar.get((min(k, j), max(k, j)), 0.0) for j in group), -k)
    )
    p = pages[central]
    said = Counter(s for k in group for s in set().union(*pages[k].stems[:OPENING]))
    best, text = -1.0, p.reading.article.title or p.text[:200]
    for k, (start, end) in enumerate(p.sentences[:4]):
        if len(p.text[start:end].split()) < FULL - 3:
            continue
        stems = {w.stem for w in words(p.text, (start, end))}
        score = sum(said[s] / len(group) for s in stems) / (4 + len(stems)) - 0.02 * k
        if score > best:
            best, text = score, " ".join(p.text[start:end].split())
    return text
