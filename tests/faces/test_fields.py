"""Who, what, where, when and how many, as people see it under a claim."""

from dataclasses import replace
from io import StringIO

from firsthand.faces.fields import answers
from firsthand.faces.html import trace_page
from firsthand.faces.said import Said
from firsthand.faces.settings import Settings
from firsthand.faces.terminal import console
from firsthand.faces.terminal_trace import print_trace
from firsthand.model.event import Field
from firsthand.model.trace import Evidence, FieldValue, Trace


def value(field: Field, words: str, *articles: str) -> FieldValue:
    return FieldValue(field, words, tuple(Evidence(id, (0, 3)) for id in articles))


def told(trace: Trace, *fields: FieldValue) -> Trace:
    return replace(trace, claim=replace(trace.claim, fields=fields))


def test_values_that_differ_stand_side_by_side_with_their_articles(trace: Trace) -> None:
    both = told(
        trace,
        value(Field.NUMBER, "40 cars", "ferry", "gull"),
        value(Field.NUMBER, "400 cars", "x"),
        value(Field.DATE, "2031-05-05/2031-05-11", "ferry"),
    )
    stream = StringIO()
    print_trace(console(stream, Settings(width=80)), both)
    shown = stream.getvalue().splitlines()
    assert "when      5 May 2031 to 11 May 2031 (1 article)" in shown
    assert "how many  40 cars (2 articles) · 400 cars (1)" in shown


def test_of_many_values_those_of_several_articles_are_shown(trace: Trace) -> None:
    several = [value(Field.ACTOR, name, "ferry", "gull") for name in ("Ada", "Bo", "Cy")]
    alone = [value(Field.ACTOR, name, "ferry") for name in ("Di", "Ed")]
    [line] = answers(told(trace, *several, *alone))
    assert [v.words for v in line.values] == ["Ada", "Bo", "Cy"]
    assert line.more == 2


def test_a_long_value_is_cut_between_words(trace: Trace) -> None:
    [line] = answers(told(trace, value(Field.ACTION, "close " + "the pier and " * 9, "ferry")))
    assert line.values[0].words.endswith(" …")
    assert len(line.values[0].words) <= 62


def test_the_page_escapes_what_articles_say_and_names_their_outlets(trace: Trace) -> None:
    page = "".join(trace_page([(told(trace, value(Field.PLACE, "<b>Lisk", "ferry")), Said())]))
    assert '<span title="The Lantern">&lt;b&gt;Lisk <small>1 article</small></span>' in page


def test_a_trace_without_fields_shows_none(trace: Trace) -> None:
    assert answers(trace) == []
    assert '<dl class="fields">' not in "".join(trace_page([(trace, Said())]))
