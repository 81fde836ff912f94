"""The ledger: readings kept whole, found again, and never changed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import astuple
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, func, select

from firsthand.ledger import (
    copying,
    happened,
    judgements,
    links,
    listing,
    retrieving,
    reviewing,
    statement_judgements,
    watching,
    weighing,
)
from firsthand.ledger.adding import add_reading, stored_id
from firsthand.ledger.admission import UNKEEPABLE, keepable
from firsthand.ledger.opening import durable, open_engine, told
from firsthand.ledger.preparing import Prepared, prepare, prepared
from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    LinkJudgement,
    OutletRow,
    Published,
    ShownLink,
    SourceFilter,
    SourceRow,
    StatementFilter,
    StatementJudgement,
    StatementRow,
)
from firsthand.ledger.tables import articles, statements
from firsthand.linking.protocol import Hits
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading
from firsthand.model.review import Review
from firsthand.model.trace import Judgement, Standing
from firsthand.model.watching import FeedState

# What is lost when linking older articles is stopped.
_AT_A_TIME = 50
TOGETHER = 250  # readings in a transaction of `add_all`: about a second's


class Ledger:
    """Articles with their readings, in one SQLite file or one PostgreSQL schema.

    Every method may raise LedgerError, with what the database says. What streams, streams from the
    state of the ledger at its first row; adding goes on beside it.
    """

    def __init__(self, engine: Engine, *, name: str):
        self._engine = engine
        self._linked = False
        self.name = name

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """The ledger in this file, or in the database of this postgresql:// URL; an older one is
        brought to this version. Without `create`, one that isn't there isn't made.

        Raises LedgerError when it can't be opened, or isn't a ledger, or is from a newer version.
        """
        engine, name = open_engine(where, create=create)
        return cls(engine, name=name)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, reading: Reading) -> bool:
        """Keeps a reading, in one transaction; False when the article is already there.

        An article is known by its id. When another text has that id, this one is kept under
        "<id>-<first 6 digits of its text's digest>" (should that be another's too, under the whole
        digest), and `find` says so. The same text under another id is another article: a copy.
        Raises InputError for an article that can't be kept whole (admission.py says which).
        """
        made = prepare(reading)
        self._complete()
        with self._writing() as connection:
            return add_reading(connection, made)

    def add_all(
        self, readings: Iterable[Reading], *, processes: int = 1
    ) -> Iterator[bool | InputError]:
        """Keeps many readings, some hundreds in one transaction, and says of each, in their order
        and once it is kept, what `add` returns or raises: faster than `add`, above all in a large
        ledger, where a transaction writes as many pages as an article has places in the index.

        With two `processes` or more, the others make readings ready while this one writes; they
        start by importing the program's main module, which mustn't do its work when imported.
        Whoever stops asking keeps what was told, and perhaps a little more.
        """
        self._complete()
        left = prepared(readings, processes=processes)
        while some := list(islice(left, TOGETHER)):
            with self._writing() as connection:
                told = [_added(connection, made) for made in some]
            yield from told

    def copies(self, ids: Collection[str]) -> list[tuple[str, str]] | None:
        """The pairs of these articles that share text, as `add` found them; None where one of
        them was added by a version that kept none, and nothing has been added since."""
        with self._reading() as connection:
            return copying.pairs_among(connection, ids)

    def find(self, article: Article) -> str | None:
        """The id under which this text, come under this id, is kept; None when it isn't."""
        if not (keepable(article.id) and keepable(article.text)):
            return None
        with self._reading() as connection:
            return stored_id(connection, article)

    def has(self, article: Article) -> bool:
        """Whether adding a reading of this article would change nothing."""
        return self.find(article) is not None

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The readings as they were added: all by article id, or those of `ids` in that order,
        each once, without those that aren't there."""
        with self._reading() as connection:
            if ids is None:
                yield from retrieving.all_readings(connection)
            else:
                yield from retrieving.some_readings(connection, ids)

    def holding(
        self,
        words: Mapping[str, Collection[str]],
        *,
        weigh: Callable[[int, int], float],
        most: int,
    ) -> Hits | None:
        """The articles that hold most of these words, as linking asks for them (linking.protocol);
        None while articles are there that an older version added, and nothing has been added
        since."""
        with self._reading() as connection:
            if not copying.complete(connection):
                return None
            return weighing.holding(connection, words, weigh=weigh, most=most)

    def texts(self, ids: Collection[str]) -> list[tuple[str, str]]:
        """(id, text) of these articles, as far as they are there, in any order."""
        with self._reading() as connection:
            return retrieving.texts(connection, ids)

    def articles(self, wanted: ArticleFilter | None = None) -> Iterator[ArticleRow]:
        """By date, undated ones last; or those added last first."""
        with self._reading() as connection:
            yield from listing.list_articles(connection, wanted or ArticleFilter())

    def sources(self, wanted: SourceFilter | None = None) -> Iterator[SourceRow]:
        """Those with the most statements first."""
        with self._reading() as connection:
            yield from listing.list_sources(connection, wanted or SourceFilter())

    def statements(self, wanted: StatementFilter | None = None) -> Iterator[StatementRow]:
        """By date of the article, undated ones last, then in reading order. The first time that
        a filter asks for what happened, articles of an older version get their fields: that
        writes."""
        if wanted is not None and happened.asked(wanted):
            self._keep_older()
        with self._reading() as connection:
            yield from listing.list_statements(connection, wanted or StatementFilter())

    def outlets(self, wanted: Published | None = None) -> Iterator[OutletRow]:
        """Those with the most articles first."""
        with self._reading() as connection:
            yield from listing.list_outlets(connection, wanted or Published())

    def state(self) -> str:
        """Another string whenever an article or a judgement was added: what was made from the
        ledger before is out of date then."""
        with self._reading() as connection:
            return listing.state(connection)

    def count_articles(self) -> int:
        return self._count(articles)

    def count_statements(self) -> int:
        return self._count(statements)

    def judge(
        self,
        link: str,
        judgement: Judgement,
        *,
        why: str,
        author: str,
        when: datetime | None = None,
    ) -> None:
        """Adds what a person holds of a link (any string that names one). Nothing that was held
        before is changed; on SQLite it is on the disk when this returns. `when` None: now; a time
        without a zone is local."""
        if not keepable(link + why + author):
            raise InputError(f"judgement of {link!r}", *UNKEEPABLE)
        judged = LinkJudgement(link, judgement, why, author, when or datetime.now(UTC))
        with self._writing(durably=True) as connection:
            judgements.write(connection, judged)

    def judgements(self, link: str | None = None) -> Iterator[LinkJudgement]:
        """All that people held of a link (None: of any), oldest first."""
        with self._reading() as connection:
            yield from judgements.history(connection, link)

    def judge_statements(self, judged: Sequence[StatementJudgement]) -> None:
        """Adds what a person holds of statements, all of it or nothing. Nothing that was held
        before is changed; on SQLite it is on the disk when this returns. Raises InputError for
        words that can't be kept."""
        for each in judged:
            if not keepable(each.statement + each.why + each.author):
                raise InputError(f"judgement of {each.statement!r}", *UNKEEPABLE)
        with self._writing(durably=True) as connection:
            statement_judgements.write(connection, judged)

    def statement_judgements(
        self, article: str | None = None, *, newest: bool = False
    ) -> Iterator[StatementJudgement]:
        """All that people held of an article's statements (None: of any), oldest first; with
        `newest`, what counts now: the one of each statement that was written last."""
        with self._reading() as connection:
            yield from statement_judgements.history(connection, article, newest=newest)

    def keep_reviews(self, found: Sequence[Review]) -> list[Review]:
        """Adds what others published of claims, and returns what wasn't there before. Raises
        InputError for words that can't be kept."""
        for each in found:
            if not keepable("".join(filter(None, astuple(each)))):
                raise InputError(f"review by {each.author!r}", *UNKEEPABLE)
        with self._writing(durably=True) as connection:
            return reviewing.write(connection, found)

    def reviews(self) -> list[Review]:
        """All that others published of claims, in the order of adding."""
        with self._reading() as connection:
            return reviewing.read(connection)

    def overruled(self) -> dict[str, Judgement]:
        """What counts now, by link: the judgement written last, in the order of writing. This is
        what `trace` takes."""
        with self._reading() as connection:
            return judgements.newest(connection)

    def remember(self, shown: Iterable[ShownLink]) -> None:
        """Keeps links as a trace shows them, so that `links` finds them; one that is kept already
        stays as it was."""
        with self._reading() as connection:
            new = links.unknown(connection, shown)
        if new:
            with self._writing() as connection:
                links.write(connection, new)

    def links(self, prefix: str = "") -> Iterator[ShownLink]:
        """The links that were shown, whose ids begin so, in the order of their first showing."""
        with self._reading() as connection:
            yield from links.read(connection, prefix)

    def feed(self, address: str) -> FeedState | None:
        """What is remembered of a feed or a watched directory; None for a new one."""
        with self._reading() as connection:
            return watching.read_feed(connection, address)

    def keep_feed(self, state: FeedState, *, present: Collection[str] = ()) -> None:
        """Remembers this of a feed, in place of what was. Of items that aren't among the keys
        `present` nothing is remembered any longer (none given: all stay)."""
        with self._writing() as connection:
            watching.write_feed(connection, state, present=present)

    def was_seen(self, address: str, key: str) -> bool:
        """Whether an item of a feed was read or refused before."""
        with self._reading() as connection:
            return watching.was_seen(connection, address, key)

    def see(self, address: str, key: str) -> None:
        with self._writing() as connection:
            watching.see(connection, address, key)

    def look_at(self, standing: Standing) -> None:
        """Keeps how a claim stands now, so that `watch` can say what it gains."""
        with self._writing() as connection:
            watching.write_claim(connection, standing)

    def claims(self) -> list[Standing]:
        """The claims that were looked at, as they stood then, by their words."""
        with self._reading() as connection:
            return list(watching.read_claims(connection))

    def judged_claims(self) -> list[str]:
        """The claims on which people judged a link."""
        with self._reading() as connection:
            return watching.judged_claims(connection)

    def _link_older(self) -> None:
        with self._reading() as connection:
            self._linked = copying.complete(connection)
        while not self._linked:
            with self._writing() as connection:
                self._linked = copying.link_older(connection, _AT_A_TIME) < _AT_A_TIME

    def _complete(self) -> None:
        if not self._linked:
            self._link_older()
            self._keep_older()

    def _keep_older(self) -> None:
        with self._reading() as connection:
            done = happened.complete(connection)
        while not done:
            with self._writing() as connection:
                done = happened.keep_older(connection, _AT_A_TIME) < _AT_A_TIME

    def _count(self, table: Table) -> int:
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(table)) or 0

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self, *, durably: bool = False) -> Iterator[Connection]:
        with told(self.name), self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with durable(connection) if durably else nullcontext(), connection.begin():
                yield connection


def _added(connection: Connection, made: Prepared | InputError) -> bool | InputError:
    if isinstance(made, InputError):
        return made
    try:
        return add_reading(connection, made)
    except InputError as error:  # it has written nothing: the others go on
        return error
