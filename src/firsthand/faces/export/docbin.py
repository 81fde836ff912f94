"""Readings as spaCy Docs in a DocBin (https://spacy.io/api/docbin), to train on or to look at.

Each Doc has the article's text, cut by spaCy's English tokenizer, and the spans of sources,
contents, cues and hedges in groups by these names; a span's id says whose it is. `doc._.firsthand`
is the reading, from which the component makes `doc._.statements` again.
"""

from collections.abc import Iterable, Iterator

import spacy
from spacy.tokens import Doc, DocBin, Span

from firsthand.faces.export.addresses import across
from firsthand.faces.export.selection import Selection
from firsthand.faces.spacy_component import extend
from firsthand.faces.spacy_doc import Tokens
from firsthand.model import span as model
from firsthand.model.contract import reading_to_json
from firsthand.model.reading import Reading


def pieces(selection: Selection) -> Iterator[bytes]:
    extend()
    nlp = spacy.blank("en")
    kept = DocBin(store_user_data=True)
    for reading in selection.readings():
        kept.add(_doc(nlp.make_doc(reading.article.text), reading))
    yield kept.to_bytes()


def _doc(doc: Doc, reading: Reading) -> Doc:
    doc._.firsthand = reading_to_json(reading)
    laid = _Laid(doc, reading.article.id)
    said = reading.statements
    doc.spans["sources"] = laid.spans("SOURCE", ((s.id, s.mentions) for s in reading.sources))
    doc.spans["contents"] = laid.spans("CONTENT", ((s.id, s.content) for s in said))
    doc.spans["cues"] = laid.spans("CUE", ((s.id, (s.cue,)) for s in said if s.cue))
    doc.spans["hedges"] = laid.spans("HEDGE", ((s.id, s.hedges) for s in said))
    return doc


class _Laid:
    def __init__(self, doc: Doc, article: str):
        self._tokens, self._article, self._any = Tokens(doc), article, len(doc) > 0

    def spans(self, label: str, places: Iterable[tuple[str, tuple[model.Span, ...]]]) -> list[Span]:
        """Spans of tokens, each with the id of its source or statement."""
        made = []
        for id, spans in places:
            for place in spans if self._any else ():
                at = self._tokens.span(place, label=label)
                named = across(self._article, id)
                made.append(Span(at.doc, at.start, at.end, label=label, span_id=named))
        return made
