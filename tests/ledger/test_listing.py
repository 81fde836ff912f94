"""Lists, filters and search say the same on both databases."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    OutletRow,
    Published,
    SourceFilter,
    SourceRow,
    StatementFilter,
    StatementRow,
)
from firsthand.ledger.search import terms_of, words_of
from firsthand.ledger.store import Ledger
from firsthand.model.article import Article
from firsthand.model.reading import Basis, Kind, Naming, Polarity, Quotation, SourceKind
from firsthand.model.trace import Judgement
from tests.ledger.stories import magazine, reading, said, source

HERON = source("s1", "Heron", naming=Naming.PSEUDONYM, description="a guard")
MINISTRY = source("s1", "Ministry of Harbours", kind=SourceKind.ORGANISATION)
OUTLET = source("s9", "Quay Magazine", kind=SourceKind.OUTLET)


@pytest.fixture
def press(ledger: Ledger) -> Ledger:
    """Five articles: three dated, one with half a date, one without."""
    for one in (
        said("dawn", "the port was closed", OUTLET, HERON,
             publisher="The Dawn", published="2031-03-03", title="Closed"),
        said("echo", "nobody closed the port", MINISTRY, publisher="Evening Écho",
             published="2031-03-05T09:00:00Z", more={"polarity": Polarity.DENIED}),
        said("fleet", "ships are waiting", source("s2", "MINISTRY  of harbours",
             kind=SourceKind.ORGANISATION, description="in charge of ports"),
             publisher="Fleet", published="2031-03-04", more={"kind": Kind.BELIEF}),
        said("gull", "it is alleged that the gates were shut", published="2031-03"),
        said("hull", "the guard was paid", source("s1", "Heron", naming=Naming.PSEUDONYM)),
    ):  # fmt: skip
        ledger.add(one)
    return ledger


def ids(rows: Iterator[StatementRow] | Iterator[ArticleRow]) -> list[str]:
    return [row.id.removesuffix("#st1") for row in rows]


def test_a_statement_row_has_all_that_a_face_shows(ledger: Ledger) -> None:
    ledger.add(magazine())
    [row] = ledger.statements(StatementFilter(text="midnight"))
    assert row == StatementRow(
        id="quay-magazine#st1",
        article="quay-magazine",
        title="Port of Vell closed by night",
        publisher="Quay Magazine",
        url="https://quay.example/vell?by=night",
        published="2031-03-02T22:15:00+01:00",
        words='"They closed the gates," … "before midnight."',
        content=((29, 53), (102, 120)),
        chain=("Quay Magazine", "Heron"),
        sources=("named:outlet:quay magazine", "own:quay-magazine#s1"),
        naming=Naming.PSEUDONYM,
        quotation=Quotation.DIRECT,
        kind=Kind.COMMUNICATION,
        polarity=Polarity.ASSERTED,
        basis=Basis.FIRSTHAND,
        confidence=0.9,
    )


def test_statements_stand_in_reading_order_and_may_have_no_chain(ledger: Ledger) -> None:
    ledger.add(magazine())
    assert [(row.id, row.chain) for row in ledger.statements()] == [
        ("quay-magazine#st2", ("Quay Magazine", "Heron")),
        ("quay-magazine#st1", ("Quay Magazine", "Heron")),
        ("quay-magazine#st3", ("ministry",)),
        ("quay-magazine#st4", ()),
    ]


def test_articles_are_listed_by_date_with_their_counts(ledger: Ledger) -> None:
    ledger.add(said("undated", "words"))
    ledger.add(magazine())
    assert list(ledger.articles()) == [
        ArticleRow(
            id="quay-magazine",
            title="Port of Vell closed by night",
            publisher="Quay Magazine",
            url="https://quay.example/vell?by=night",
            published="2031-03-02T22:15:00+01:00",
            language="en",
            statements=4,
            sources=3,
        ),
        ArticleRow("undated", None, None, None, None, None, statements=1, sources=0),
    ]


STATEMENTS: list[tuple[StatementFilter, list[str]]] = [
    (StatementFilter(), ["dawn", "fleet", "echo", "gull", "hull"]),
    (StatementFilter(limit=2), ["dawn", "fleet"]),
    (StatementFilter(text="port closed"), ["dawn", "echo"]),
    (StatementFilter(text="CLOSING Ports"), ["dawn", "echo"]),
    (StatementFilter(text='"closed the port"'), ["echo"]),
    (StatementFilter(text="heron closed"), ["dawn"]),
    (StatementFilter(text="the"), ["dawn", "echo", "gull", "hull"]),
    (StatementFilter(text="portrait"), []),
    (StatementFilter(text=""), []),
    (StatementFilter(source="quay"), ["dawn"]),
    (StatementFilter(source="HARBOURS ministry"), ["fleet", "echo"]),
    (StatementFilter(source="quay heron"), []),
    (StatementFilter(publisher="dawn"), ["dawn"]),
    (StatementFilter(publisher="ECHO"), ["echo"]),
    (StatementFilter(publisher="ech"), []),
    (StatementFilter(publisher="%"), []),
    (StatementFilter(since=date(2031, 3, 4)), ["fleet", "echo"]),
    (StatementFilter(until=date(2031, 3, 4)), ["dawn", "fleet"]),
    (StatementFilter(since=date(2031, 3, 5), until=date(2031, 3, 5)), ["echo"]),
    (StatementFilter(polarity=Polarity.DENIED), ["echo"]),
    (StatementFilter(kind=Kind.BELIEF), ["fleet"]),
    (StatementFilter(naming=Naming.PSEUDONYM), ["dawn", "hull"]),
    (StatementFilter(naming=Naming.NAMED), ["fleet", "echo"]),
    (StatementFilter(article="gull"), ["gull"]),
    (StatementFilter(article="\ud800"), []),
    (StatementFilter(text="port", polarity=Polarity.ASSERTED), ["dawn"]),
]


def test_statement_filters(press: Ledger) -> None:
    found = [(wanted, ids(press.statements(wanted))) for wanted, _ in STATEMENTS]
    assert found == STATEMENTS


ARTICLES: list[tuple[ArticleFilter, list[str]]] = [
    (ArticleFilter(text="port closed"), ["dawn", "echo"]),
    (ArticleFilter(source="heron"), ["dawn", "hull"]),
    (ArticleFilter(publisher="the dawn"), ["dawn"]),
    (ArticleFilter(since=date(2031, 3, 4), limit=1), ["fleet"]),
    (ArticleFilter(article="hull"), ["hull"]),
]


def test_article_filters(press: Ledger) -> None:
    found = [(wanted, ids(press.articles(wanted))) for wanted, _ in ARTICLES]
    assert found == ARTICLES


def test_articles_without_any_statement_are_found_by_their_text(ledger: Ledger) -> None:
    ledger.add(reading(Article("weather", "Fog over Vell.", title="Tomorrow")))
    assert ids(ledger.articles(ArticleFilter(text="fog"))) == ["weather"]
    assert ids(ledger.articles(ArticleFilter(text="tomorrow vell"))) == ["weather"]


def test_named_sources_are_counted_together_and_pseudonyms_never(press: Ledger) -> None:
    assert list(press.sources()) == [
        SourceRow(
            key="named:organisation:ministry of harbours",
            name="MINISTRY  of harbours",
            kind=SourceKind.ORGANISATION,
            naming=Naming.NAMED,
            description="in charge of ports",
            article=None,
            statements=2,
            articles=2,
            outlets=("Evening Écho", "Fleet"),
        ),
        SourceRow(
            key="named:outlet:quay magazine",
            name="Quay Magazine",
            kind=SourceKind.OUTLET,
            naming=Naming.NAMED,
            description=None,
            article=None,
            statements=1,
            articles=1,
            outlets=("The Dawn",),
        ),
        SourceRow(
            key="own:dawn#s1",
            name="Heron",
            kind=SourceKind.PERSON,
            naming=Naming.PSEUDONYM,
            description="a guard",
            article="dawn",
            statements=1,
            articles=1,
            outlets=("The Dawn",),
        ),
        SourceRow(
            key="own:hull#s1",
            name="Heron",
            kind=SourceKind.PERSON,
            naming=Naming.PSEUDONYM,
            description=None,
            article="hull",
            statements=1,
            articles=1,
            outlets=(),
        ),
    ]


def test_a_pseudonym_is_not_joined_to_a_person_of_the_same_name(ledger: Ledger) -> None:
    ledger.add(said("a", "one", source("s1", "Heron", naming=Naming.PSEUDONYM)))
    ledger.add(said("b", "two", source("s1", "Heron", naming=Naming.NAMED)))
    ledger.add(said("c", "three", source("s1", "Heron", naming=Naming.UNNAMED)))
    # A name made to look like the key of the pseudonym in a.
    ledger.add(said("d", "four", source("s1", "own:a#s1", naming=Naming.NAMED)))
    assert [(row.name, row.naming.value, row.article) for row in ledger.sources()] == [
        ("Heron", "named", None),
        ("own:a#s1", "named", None),
        ("Heron", "pseudonym", "a"),
        ("Heron", "unnamed", "c"),
    ]


def test_sources_of_the_same_name_and_another_kind_stay_apart(ledger: Ledger) -> None:
    ledger.add(said("a", "one", source("s1", "Norden", kind=SourceKind.OUTLET)))
    ledger.add(said("b", "two", source("s1", "Norden", kind=SourceKind.PERSON)))
    assert [row.kind for row in ledger.sources()] == [SourceKind.OUTLET, SourceKind.PERSON]


SOURCES: list[tuple[SourceFilter, list[str]]] = [
    (SourceFilter(name="ministry"), ["named:organisation:ministry of harbours"]),
    (SourceFilter(naming=Naming.PSEUDONYM), ["own:dawn#s1", "own:hull#s1"]),
    (SourceFilter(kind=SourceKind.OUTLET), ["named:outlet:quay magazine"]),
    (SourceFilter(article="hull"), ["own:hull#s1"]),
    (SourceFilter(limit=1), ["named:organisation:ministry of harbours"]),
    (SourceFilter(name="nobody"), []),
]


def test_source_filters(press: Ledger) -> None:
    found = [(wanted, [row.key for row in press.sources(wanted)]) for wanted, _ in SOURCES]
    assert found == SOURCES


def test_sources_are_counted_within_the_filter(press: Ledger) -> None:
    [row] = press.sources(SourceFilter(publisher="fleet"))
    assert (row.statements, row.articles, row.outlets) == (1, 1, ("Fleet",))


def test_a_source_without_statements_is_listed(ledger: Ledger) -> None:
    ledger.add(reading(Article("a", "T"), sources=[source("s1", "Silent")]))
    assert [(row.name, row.statements, row.articles) for row in ledger.sources()] == [
        ("Silent", 0, 1)
    ]


def test_long_lists_stream_with_every_chain(ledger: Ledger) -> None:
    for n in range(210):
        ledger.add(said(f"a{n:03}", f"words {n}", source("s1", f"Source {n}")))
    assert [row.chain for row in ledger.statements()] == [(f"Source {n}",) for n in range(210)]
    assert len({row.name for row in ledger.sources()}) == 210


def test_a_list_left_half_read_leaves_the_ledger_usable(ledger: Ledger) -> None:
    for n in range(20):
        ledger.add(said(f"a{n:02}", "words"))
    for _ in range(30):
        next(ledger.statements())
    assert ledger.add(said("last", "words"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(st.characters(), max_size=40))
@example(query='port" OR "1" NEAR(')
@example(query="words: port* AND NOT ^x + -y")
@example(query="'; DROP TABLE articles; --")
@example(query="a & | ! <-> :* \\ ' ''")
@example(query="\x00\ud800%_")
@example(query="½ ² Ⅻ ﷺ 𝔸 ㋿")
@example(query="word " * 5000)
@example(query='"' + "word " * 5000)
@example(query="(" * 5000)
@example(query="".join(f"w{n} " for n in range(5000)))
def test_any_string_can_be_searched(press: Ledger, query: str) -> None:
    list(press.statements(StatementFilter(text=query, source=query, publisher=query)))
    list(press.articles(ArticleFilter(text=query, source=query)))
    list(press.sources(SourceFilter(name=query)))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(word=st.text(st.characters(categories=["L", "Nd"], max_codepoint=0x24F), min_size=1))
def test_what_was_said_is_found_by_its_own_words(ledger: Ledger, word: str) -> None:
    ledger.add(said(f"article {word}", f"they said {word} at noon"))
    wanted = StatementFilter(text=word, article=f"article {word}")
    assert [row.words for row in ledger.statements(wanted)] == [f"they said {word} at noon"]


def test_words_are_folded_alike_in_text_and_search() -> None:
    assert words_of("The U.S. Straße: ÉTÉ, 1,200 t — don’t_stop ﬁnd") == (
        "the u s strasse ete 1 200 t don t stop find"
    )


def test_terms_are_words_or_rows_of_words() -> None:
    assert terms_of('Port "closed the gates" U.S. -- port "') == ("port", "closed the gates", "u s")
    assert terms_of(' " "" -- ') == ()


def test_outlets_are_listed_as_their_articles_write_them(press: Ledger) -> None:
    assert list(press.outlets()) == [
        OutletRow(None, articles=2, statements=2, first=None, last=None),
        OutletRow("Evening Écho", 1, 1, "2031-03-05", "2031-03-05"),
        OutletRow("Fleet", 1, 1, "2031-03-04", "2031-03-04"),
        OutletRow("The Dawn", 1, 1, "2031-03-03", "2031-03-03"),
    ]
    assert [o.name for o in press.outlets(Published(limit=2, offset=1))] == [
        "Evening Écho",
        "Fleet",
    ]


def test_an_outlets_articles_are_found_by_its_name_alone(press: Ledger) -> None:
    assert ids(press.articles(ArticleFilter(outlet=("Fleet", "The Dawn")))) == ["dawn", "fleet"]
    assert ids(press.articles(ArticleFilter(outlet=("",)))) == ["gull", "hull"]
    assert ids(press.articles(ArticleFilter(outlet=("fleet", "\0")))) == []


def test_what_was_added_last_comes_first_and_a_part_at_a_time(press: Ledger) -> None:
    added = ArticleFilter(added=True)
    assert ids(press.articles(added)) == ["hull", "gull", "fleet", "echo", "dawn"]
    assert ids(press.articles(ArticleFilter(added=True, limit=2, offset=1))) == ["gull", "fleet"]
    assert ids(press.statements(StatementFilter(offset=3))) == ["gull", "hull"]
    assert len(list(press.sources(SourceFilter(offset=1)))) == len(list(press.sources())) - 1


def test_a_sources_key_finds_it_its_articles_and_its_statements(press: Ledger) -> None:
    ministry = "named:organisation:ministry of harbours"
    [row] = press.sources(SourceFilter(key=ministry))
    assert (row.articles, row.statements) == (2, 2)
    assert ids(press.articles(ArticleFilter(key=ministry))) == ["fleet", "echo"]
    assert ids(press.statements(StatementFilter(key=ministry))) == ["fleet", "echo"]
    [heron] = press.sources(SourceFilter(key="own:hull#s1"))
    assert (heron.article, heron.articles) == ("hull", 1)
    assert ids(press.statements(StatementFilter(key="own:hull#s1"))) == ["hull"]
    for none in ("", "own:", "own:hull#s7", "own:dawn#s9", "named:person:heron", "\0"):
        assert list(press.sources(SourceFilter(key=none))) == []
        assert list(press.statements(StatementFilter(key=none))) == []
        assert list(press.articles(ArticleFilter(key=none))) == []


def test_the_state_is_another_after_every_addition(press: Ledger) -> None:
    seen = [press.state()]
    press.add(magazine())
    seen.append(press.state())
    press.judge("a link", Judgement.NO, why="it isn't", author="Ada")
    seen.append(press.state())
    assert len(set(seen)) == 3
    press.add(magazine())
    assert press.state() == seen[-1]
