"""An article as an annotator left it, before any file format: statements by places and choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from firsthand.faces.export.anchor import Quote
from firsthand.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Words where they stood in the annotator's text; `span` None: the file doesn't say."""

    quote: Quote
    span: Span | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement. `id` is the one that it was exported under, None where the file has none;
    `choices` are quotation, kind, polarity and basis, as far as the file says."""

    id: str | None
    content: tuple[Place, ...]
    cue: Place | None = None
    mention: Place | None = None
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """What one annotator made of one article.

    `whole`: what isn't there was taken away. `around`: cues and mentions are told, so that a mark
    without one has none. `author` and `when` are None where the file doesn't say.
    """

    article: str
    marks: tuple[Mark, ...]
    whole: bool
    around: bool
    author: str | None = None
    when: datetime | None = None
