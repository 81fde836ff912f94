"""The spaCy component: readings on Docs, whatever the tokens, and wherever the Docs go."""

import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docs.console import MARKED, ROOT
from firsthand.model.article import Article
from firsthand.model.contract import reading_from_json, reading_to_json
from firsthand.model.errors import UsageError
from firsthand.model.reading import Reading

spacy = pytest.importorskip("spacy", reason="spaCy isn't there: pip install 'firsthand[spacy]'")

from spacy.tokens import Doc, DocBin, Span  # noqa: E402

from firsthand.faces.spacy_component import Firsthand, extend  # noqa: E402
from firsthand.faces.spacy_doc import Tokens, on_doc  # noqa: E402

TEXT = "“The port is shut,” said Ana Reyes."
BLANK = spacy.blank("en")


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("en")
    made.add_pipe("firsthand", config={"threads": 2})
    return made


def ferry(reading: Reading) -> Any:
    """The ferry's Doc with its hand-made reading, as the component would leave it."""
    extend()
    doc = BLANK(reading.article.text)
    doc._.firsthand = reading_to_json(reading)
    return doc


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans]


# What stands on the Doc


def test_a_statement_has_its_words_as_spans_and_its_chain_as_sources(reading: Reading) -> None:
    told = ferry(reading)._.statements[0]
    assert words(told.content) == ["the mate had said “about forty cars were loose”"]
    assert (told.cue.text, told.mention.text) == ("told", "A pilot")
    assert [s.name for s in told.chain] == ["Tidewater", "Brann"]
    assert told.source.name == "Brann"
    assert (told.source.kind, told.source.naming) == ("person", "pseudonym")
    assert words(told.source.mentions) == ["A pilot", "Brann"]
    assert (told.quotation, told.kind, told.polarity) == ("mixed", "communication", "asserted")
    assert (told.basis, told.parent, told.confidence) == ("secondhand", None, 0.9)


def test_a_statement_inside_another_knows_it(reading: Reading) -> None:
    told, loose, *_ = ferry(reading)._.statements
    assert loose.parent == told
    assert words(loose.hedges) == ["about"]


def test_a_check_leads_to_whom_it_is_about(reading: Reading) -> None:
    doc = ferry(reading)
    (check,) = doc._.checks
    assert (check.by.name, check.outcome, check.about.name) == ("Tidewater", "unverified", "Brann")
    assert check.evidence.text == "Tidewater could not verify the account"
    assert check.about in doc._.sources


def test_a_content_in_two_parts_is_two_spans(reading: Reading) -> None:
    text = "“It was loud,” he said, “all night.”"
    content = ((0, 14), (24, 36))
    (first, *_) = reading.statements
    lone = replace(first, content=content, cue=(18, 22), mention=None, chain=(), hedges=())
    split = Reading(Article("loud", text), (), (lone,), (), reading.reader)
    (statement,) = on_doc(BLANK(text), split).statements
    assert words(statement.content) == ["“It was loud,”", "“all night.”"]
    assert (statement.mention, statement.chain, statement.source) == (None, (), None)


def test_spans_say_what_they_are(reading: Reading) -> None:
    told = ferry(reading)._.statements[0]
    spans = (*told.content, told.cue, told.mention)
    assert [span.label_ for span in spans] == ["CONTENT", "CUE", "SOURCE"]


def test_the_exact_places_are_kept_too(reading: Reading) -> None:
    kept = reading_from_json(ferry(reading)._.firsthand)
    assert (kept.sources, kept.statements) == (reading.sources, reading.statements)


def test_a_doc_that_was_not_read_has_nothing() -> None:
    extend()
    doc = BLANK(TEXT)
    assert (doc._.firsthand, doc._.sources, doc._.statements, doc._.checks) == (None, (), (), ())


# Code points and tokens


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((4, 8), "port"),
        ((5, 7), "port"),  # a part of a token is the token
        ((3, 9), "port"),  # white space at the ends is nobody's
        ((5, 11), "port was"),
        ((8, 9), "port"),  # white space alone: the token that it follows
        ((0, 14), "The port was  "),
        ((14, 18), "shut"),
    ],
)
def test_a_place_in_the_text_is_whole_tokens(place: tuple[int, int], expected: str) -> None:
    doc = BLANK("The port was  shut")
    assert Tokens(doc).span(place, label="").text == expected.rstrip()


def test_tokens_that_are_joined_later_are_followed(reading: Reading) -> None:
    doc = ferry(reading)
    cue = doc._.statements[0].cue
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[cue.start : cue.end + 1])
    assert doc._.statements[0].cue.text == "told it"


SHOWN = st.characters(exclude_categories=["Cs"])  # a Doc can't hold a lone surrogate


@given(st.text(st.one_of(SHOWN, st.sampled_from(" \n\t-'“”.")), min_size=1), st.data())
def test_any_place_has_the_tokens_that_it_touches(text: str, data: Any) -> None:
    doc = BLANK(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Tokens(doc).span((start, end), label="")
    assert len(span) >= 1
    if not (text[start].isspace() or text[end - 1].isspace()):
        assert span == doc.char_span(start, end, alignment_mode="expand")


# Through the pipeline, with the installed model


def test_a_pipeline_reads(nlp: Any) -> None:
    (statement,) = nlp(TEXT)._.statements
    assert words(statement.content) == ["“The port is shut,”"]
    assert (statement.cue.text, statement.source.name) == ("said", "Ana Reyes")


def test_many_are_read_in_their_order_and_as_one_by_one(nlp: Any) -> None:
    texts = [f"“Shed {n} is shut,” said Ana Reyes." for n in range(20)]
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert [doc._.firsthand for doc in docs] == [nlp(text)._.firsthand for text in texts]


def test_a_stream_without_end_is_read_as_it_comes(nlp: Any) -> None:
    taken = []

    def texts() -> Iterator[str]:
        for n in count():
            taken.append(n)
            yield f"“Shed {n} is shut,” said Ana Reyes."

    first = list(islice(nlp.pipe(texts(), batch_size=1), 3))
    assert [doc._.statements[0].content[0].text for doc in first] == [
        "“Shed 0 is shut,”", "“Shed 1 is shut,”", "“Shed 2 is shut,”",
    ]  # fmt: skip
    assert len(taken) < 50


def test_two_docs_of_one_text_share_nothing(nlp: Any) -> None:
    one, two = nlp(TEXT), nlp(TEXT)
    one._.firsthand["statements"].clear()
    assert one._.statements == ()
    assert two._.statements[0].cue.doc is two


@settings(max_examples=40, deadline=None)
@given(st.text(st.one_of(SHOWN, st.sampled_from('"“”‘’ \nHe said.')), max_size=300))
@example(" ")
@example("“Shut,”said Ana.“Shut”-said Ana")
def test_any_text_goes_through(nlp: Any, text: str) -> None:
    doc = nlp(text)
    exact = reading_from_json(doc._.firsthand)
    assert len(doc._.statements) == len(exact.statements)
    places = {s.id: s.content for s in exact.statements}
    for statement in doc._.statements:
        for span, (start, end) in zip(statement.content, places[statement.id], strict=True):
            assert text[start:end].strip() in span.text


def test_statements_below_the_least_confidence_are_left_out(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Sure:
        def __init__(self, *, threads: int):
            assert threads == 3

        def read(self, article: Article) -> Reading:
            assert article.text == reading.article.text
            return reading

    monkeypatch.setattr("firsthand.reading.reader.Reader", Sure)
    careful = spacy.blank("en")
    careful.add_pipe("firsthand", config={"min_confidence": 0.5, "threads": 3})
    doc = careful(reading.article.text)
    assert [s.id for s in doc._.statements] == ["st1", "st3", "st4"]
    assert len(doc._.sources) == 4
    sent = pickle.loads(pickle.dumps(careful.get_pipe("firsthand")))  # as `n_process` does
    assert sent(BLANK(doc.text))._.firsthand == doc._.firsthand


def test_the_reader_is_made_once_however_many_threads_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    gate = threading.Barrier(4)

    class Slow:
        def __init__(self, *, threads: int):
            threading.Event().wait(0.05)
            made.append(self)

    def asked(component: Firsthand) -> object:
        gate.wait()
        return component.reader

    monkeypatch.setattr("firsthand.reading.reader.Reader", Slow)
    component = Firsthand()
    assert made == []
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(asked, [component] * 4)) == set(made)
    assert len(made) == 1


def test_four_threads_read_through_one_pipeline(nlp: Any) -> None:
    texts = [f"“Shed {n} is shut,” said Ana Reyes." for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        read = [doc._.firsthand for doc in pool.map(nlp, texts)]
    assert read == [nlp(text)._.firsthand for text in texts]


# Where Docs and pipelines go


def test_a_doc_keeps_its_statements_in_bytes_in_a_copy_and_in_a_pickle(reading: Reading) -> None:
    doc = ferry(reading)
    box = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    for other in (
        Doc(BLANK.vocab).from_bytes(doc.to_bytes()),
        *DocBin().from_bytes(box).get_docs(BLANK.vocab),
        doc.copy(),
        pickle.loads(pickle.dumps(doc)),
    ):
        assert [s.id for s in other._.statements] == ["st1", "st2", "st3", "st4"]
        assert other._.statements[0].cue.doc is other


def test_a_part_of_a_doc_does_not_take_statements_of_the_whole_for_its_own(
    reading: Reading,
) -> None:
    assert ferry(reading)[3:9].as_doc(copy_user_data=True)._.statements == ()


def test_a_pipeline_on_disk_holds_the_settings_and_no_model(nlp: Any, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert not (tmp_path / "firsthand").exists()
    again = spacy.load(tmp_path)
    assert again.get_pipe_config("firsthand") == nlp.get_pipe_config("firsthand")
    assert again(TEXT)._.firsthand == nlp(TEXT)._.firsthand


def test_another_process_loads_the_model_itself(nlp: Any) -> None:
    nlp(TEXT)
    sent = pickle.dumps(nlp.get_pipe("firsthand"))
    assert len(sent) < 1000
    assert pickle.loads(sent)(BLANK(TEXT))._.firsthand == nlp(TEXT)._.firsthand


def test_spacy_finds_it_without_an_import_and_the_model_waits_for_the_first_doc() -> None:
    program = (
        "import spacy, sys\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('firsthand')\n"
        "print(*sorted({'onnxruntime', 'tokenizers'} & set(sys.modules)))\n"
        f"print(nlp({TEXT!r})._.statements[0].cue)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.splitlines() == ["", "said"], done.stderr


# What can't be meant


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"threads": -1}, "firsthand: threads is -1; set it to 1 or more, or to 0 for all"),
        ({"min_confidence": 95}, "firsthand: min_confidence is 95; set it between 0 and 1"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(config: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        spacy.blank("en").add_pipe("firsthand", config=config)
    assert str(refused.value) == said


def test_a_pipeline_for_another_language_is_warned() -> None:
    with pytest.warns(UserWarning, match="English only; this pipeline is for 'de'"):
        spacy.blank("de").add_pipe("firsthand")


def test_a_name_that_others_have_declared_is_not_taken_from_them() -> None:
    extend()
    ours = Doc.remove_extension("sources")
    Doc.set_extension("sources", default="theirs")
    try:
        with pytest.raises(UsageError, match=r"doc\._\.sources is declared by something else"):
            spacy.blank("en").add_pipe("firsthand")
        assert BLANK(TEXT)._.sources == "theirs"
    finally:
        Doc.set_extension("sources", getter=ours[2], force=True)


# The page


def test_the_page_shows_what_its_spacy_example_prints() -> None:
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    (example,) = [found for found in MARKED.finditer(page) if "import spacy" in found["body"]]
    done = subprocess.run([sys.executable, "-c", example["body"]], capture_output=True, text=True)
    shown = page[example.end() :].split("```text\n", 1)[1].split("```", 1)[0]
    assert done.stdout == shown, done.stderr
