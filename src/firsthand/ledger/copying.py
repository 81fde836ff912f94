"""Shared text in the ledger: each article is linked as it is added (linking/arriving.py says how),
against tables instead of texts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import Connection, delete, exists, func, select, text

from firsthand.ledger.driver import execute_each, fetch, insert_all
from firsthand.ledger.preparing import Linkable, linkable
from firsthand.ledger.tables import article_runs, article_shingles, articles, copies
from firsthand.ledger.weighing import count
from firsthand.linking.arriving import Holder, arrive, rank_of
from firsthand.linking.shingles import Shared, Shingled, packed, unpacked

# Any number, the same in every process: two that add at once would each miss the other's article.
_LOCK = 0x66737469
_HOLDS = "INSERT INTO article_runs (run, rank, number) VALUES (?, ?, ?)"
# SQLite takes a compound of 500 queries at most.
_AT_A_TIME = 100
T = TypeVar("T")


def link(connection: Connection, id: str, number: int, by: Linkable) -> None:
    """Links an article that is there and isn't linked yet. Runs inside a transaction of the
    caller's, best at its end: other writers wait from here on."""
    _one_at_a_time(connection)
    count(connection, by.stems)
    rank, tables = rank_of(id), Tables(connection)
    arrived = arrive(by.read, by.runs, rank, tables)
    ids = tables.ids
    for pair in arrived.parted:
        a, b = sorted(ids[n] for n in pair)
        connection.execute(delete(copies).where(copies.c.article_id == a, copies.c.other_id == b))
    _insert_copies(connection, id, {ids[n]: shared for n, shared in arrived.copies})
    kept = {"number": number, "rank": rank, "runs": packed(by.read)}
    insert_all(connection, article_shingles, [kept])
    execute_each(connection, _HOLDS, [(run, rank, number) for run in by.runs])


def complete(connection: Connection) -> bool:
    """Whether every article is linked: they are so in the order of their numbers."""
    newest = select(func.max(articles.c.number)).scalar_subquery()
    query = select(newest.is_(None) | exists().where(article_shingles.c.number == newest))
    return bool(connection.scalar(query))


def link_older(connection: Connection, most: int) -> int:
    """Links this many articles that were added before links were kept; how many there were."""
    _one_at_a_time(connection)
    there = exists().where(article_shingles.c.number == articles.c.number)
    a = articles.c
    query = select(a.id, a.number, a.text).where(~there).order_by(a.number).limit(most)
    rows = connection.execute(query).all()
    for id, number, words in rows:
        link(connection, id, number, linkable(words))
    return len(rows)


def pairs_among(connection: Connection, ids: Collection[str]) -> list[tuple[str, str]] | None:
    """The pairs of these articles that share text, each in the order of ids; None where one of
    them isn't linked yet."""
    wanted = list(dict.fromkeys(ids))
    if _count_linked(connection, wanted) < len(wanted):
        return None
    found: list[tuple[str, str]] = []
    for part in _parts(wanted):
        query = select(copies.c.article_id, copies.c.other_id).where(copies.c.article_id.in_(part))
        found += [(a, b) for a, b in connection.execute(query)]
    kept = set(wanted)
    return sorted(pair for pair in found if kept.issuperset(pair))


class Tables:
    """What `arrive` asks for; articles are known by their numbers."""

    def __init__(self, connection: Connection):
        self._connection = connection
        self.ids: dict[int, str] = {}
        """Of the articles whose texts were asked for."""

    def first(self, runs: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        found: dict[int, list[Holder]] = defaultdict(list)
        for part in _parts(runs):
            asked = [value for run in part for value in (run, most)]
            for run, rank, number in fetch(self._connection, _first(len(part)), asked):
                found[run].append(Holder(rank, number))
        return {run: sorted(holders) for run, holders in found.items()}

    def holders(self, run: int) -> Sequence[Holder]:
        t = article_runs.c
        query = select(t.rank, t.number).where(t.run == run)
        return [Holder(rank, number) for rank, number in self._connection.execute(query)]

    def texts(self, keys: Iterable[int]) -> Mapping[int, Shingled]:
        found: dict[int, Shingled] = {}
        for part in _parts(list(keys)):
            for number, id, runs in fetch(self._connection, _texts(len(part)), part):
                found[number], self.ids[number] = unpacked(runs), id
        return found

    def copies(self, key: int) -> Collection[int]:
        own = select(articles.c.id).where(articles.c.number == key).scalar_subquery()
        others = (
            select(copies.c.other_id).where(copies.c.article_id == own),
            select(copies.c.article_id).where(copies.c.other_id == own),
        )
        return [
            number
            for query in others
            for number in self._connection.scalars(
                select(articles.c.number).where(articles.c.id.in_(query))
            )
        ]


@lru_cache
def _first(runs: int) -> str:
    """The query for the first holders of so many runs: one for each, since a condition on all of
    them would read every holder of a run that thousands share."""
    each = (
        "SELECT * FROM (SELECT run, rank, number FROM article_runs"
        f" WHERE run = ? ORDER BY rank, number LIMIT ?) AS q{k}"
        for k in range(runs)
    )
    return " UNION ALL ".join(each)


@lru_cache
def _texts(articles: int) -> str:
    return (
        "SELECT t.number, a.id, t.runs FROM article_shingles AS t JOIN articles AS a"
        f" ON a.number = t.number WHERE t.number IN ({', '.join('?' * articles)})"
    )


def _one_at_a_time(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _insert_copies(connection: Connection, id: str, others: Mapping[str, Shared]) -> None:
    rows = [
        {
            "article_id": min(id, other),
            "other_id": max(id, other),
            "words": shared.words,
            "containment": shared.containment,
        }
        for other, shared in others.items()
    ]
    insert_all(connection, copies, rows)


def _count_linked(connection: Connection, ids: Sequence[str]) -> int:
    linked = select(func.count()).select_from(articles).join(article_shingles)
    return sum(
        connection.scalar(linked.where(articles.c.id.in_(part))) or 0 for part in _parts(ids)
    )


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[k : k + _AT_A_TIME] for k in range(0, len(values), _AT_A_TIME))
