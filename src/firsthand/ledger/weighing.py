"""The articles that hold most of a claim's words, by weight, out of the index for full-text search.

Rare words first: they weigh most and stand in few articles. What stands in so many that reading the
list would take longer than it tells is left out of the sum.

How many articles hold a word is counted by linking's stems as they are added, since what a word
weighs decides which articles carry a claim: the search index stems otherwise. Whoever changes what
a stem is adds a migration that empties stem_counts, article_runs, article_shingles and copies.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from firsthand.ledger.driver import column, execute_each, fetch
from firsthand.ledger.search import matching
from firsthand.ledger.tables import articles, stem_counts
from firsthand.linking.protocol import Hits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ONE_MORE = (
    "INSERT INTO stem_counts (stem, articles) VALUES (?, 1)"
    " ON CONFLICT (stem) DO UPDATE SET articles = stem_counts.articles + 1"
)
_READ = 60_000
"""Entries of lists that are read for one claim; the rarest word's list is read in any case."""


def holding(
    connection: Connection,
    words: Mapping[str, Collection[str]],
    *,
    weigh: Callable[[int, int], float],
    most: int,
) -> Hits:
    import numpy as np

    total = connection.scalar(select(func.count()).select_from(articles)) or 0
    counts = dict.fromkeys(words, 0) | _counts(connection, words)
    if not total:
        return Hits(0, counts, {})
    weights = {w: weigh(total, count) for w, count in counts.items()}
    lists: list[NDArray[np.int64]] = []
    shares: list[NDArray[np.float64]] = []
    read = 0
    for w in sorted(words, key=lambda w: (counts[w], w)):
        if read and read + counts[w] > _READ:
            break
        query = matching(connection, articles, words[w])
        numbers = column(connection, query)
        read += len(numbers)
        lists.append(numbers)
        shares.append(np.full(len(numbers), weights[w] / sum(weights.values())))
    if not read:
        return Hits(total, counts, {})
    numbers, back = np.unique(np.concatenate(lists), return_inverse=True)
    return Hits(
        total, counts, _first(connection, numbers, np.bincount(back, np.concatenate(shares)), most)
    )


def count(connection: Connection, stems: Sequence[str]) -> None:
    """Counts the words of one more article, whose stems are sorted: in one order no two writers
    deadlock."""
    execute_each(connection, _ONE_MORE, [(stem,) for stem in stems])


def _counts(connection: Connection, wanted: Collection[str]) -> dict[str, int]:
    query = select(stem_counts.c.stem, stem_counts.c.articles)
    rows = connection.execute(query.where(stem_counts.c.stem.in_(sorted(wanted))))
    return {row.stem: row.articles for row in rows}


def _first(
    connection: Connection,
    numbers: "NDArray[np.int64]",
    shares: "NDArray[Any]",
    most: int,
) -> dict[str, float]:
    """The `most` largest shares by id; where some of one size have to stay away, those of the
    later ids."""
    import numpy as np

    shares = shares.round(9)  # sums of the same weights in another order
    few = min(most, len(shares))
    last = np.partition(shares, -few)[-few]
    sure, tied = numbers[shares > last], numbers[shares == last]
    enough = shares >= last
    by_number = dict(zip(numbers[enough].tolist(), shares[enough].tolist(), strict=True))
    ids = _ids(connection, sure.tolist())
    if room := most - len(sure):
        ids |= _ids(connection, tied.tolist(), first=room)
    ranked = sorted((-by_number[number], id) for id, number in ids.items())
    return {id: -share for share, id in ranked}


def _ids(
    connection: Connection, numbers: Collection[int], *, first: int | None = None
) -> dict[str, int]:
    """By id, and no more than the first ids; in one query, since a tie may be of thousands."""
    if not numbers:
        return {}
    wanted = ",".join(map(str, numbers))  # whole numbers of our own
    query = f"SELECT id, number FROM articles WHERE number IN ({wanted})"
    return dict(fetch(connection, query + (f" ORDER BY id LIMIT {first}" if first else ""), ()))
