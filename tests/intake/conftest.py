"""Invented pages, and a door that is read to its end."""

from pathlib import Path

import pytest

from firsthand.intake.inputs import IntakeOptions, articles
from firsthand.model.article import Article

PARAGRAPHS = (
    "The Orrin ferry office said on Tuesday that the quay would stay shut for a week.",
    "Nobody had told the crews why, said Mirela Voss, who has sailed the night boat for years.",
    "“We found a chain across the gate,” she told the Lisk Leader, “and a man who would not talk.”",
    "The harbour board could not be reached for comment, and its spokesman did not answer letters.",
)


def page(head: str = "", *, before: str = "", after: str = "", body: str = "") -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><main><article>"
        f"<h1>Quay shut for a week</h1>{before}{body or story}{after}</article>"
        "</main></body></html>"
    )


@pytest.fixture
def read(tmp_path: Path):
    """Writes files into an empty folder and reads one of them, or the folder; errors as lines with
    the folder's path taken off."""

    def read_files(
        files: dict[str, str | bytes], name: str = "", **options: object
    ) -> list[Article | str]:
        for path, content in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)
        found = articles([str(tmp_path / name)], options=IntakeOptions(**options))  # type: ignore[arg-type]
        return [
            item if isinstance(item, Article) else str(item).replace(f"{tmp_path}/", "")
            for item in found
        ]

    return read_files
