import sys

import pytest

from firsthand.intake.language import code, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry closed the port on Tuesday, and nobody said why it was shut.", "en"),
        ("Le ministère a fermé le port mardi, et personne n'a dit pourquoi il était fermé.", "fr"),
        ("Das Ministerium schloss den Hafen am Dienstag, und niemand sagte, warum.", "de"),
        ("Министерство закрыло порт во вторник, и никто не сказал почему.", "ru"),
        ("Port fermé", None),
        ("12 34 56 78 90 " * 10, None),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_clear_english_is_settled_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    assert language_of("The guard told the magazine that he was on the gate of the shed.") == "en"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("en-GB", "en"), ("EN_us", "en"), (" fr ", "fr"), ("English", None), (None, None), (7, None)],
)
def test_declared_languages_are_codes(declared: object, expected: str | None) -> None:
    assert code(declared) == expected
