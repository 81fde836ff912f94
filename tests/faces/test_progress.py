"""The line on stderr: on a terminal only, from the second article on."""

from io import StringIO

from firsthand.faces.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def drawn(stream: StringIO, *names: str, quiet: bool = False) -> str:
    progress = Progress(quiet=quiet, stream=stream)
    for name in names:
        progress.step(name)
    progress.clear()
    return stream.getvalue()


def test_one_article_needs_no_progress() -> None:
    assert drawn(Terminal(), "ferry") == ""


def test_the_line_is_drawn_and_taken_away() -> None:
    line = drawn(Terminal(), "ferry", "gu\x1bll")
    assert line.startswith("\r\x1b[2K2 articles read · ")
    assert line.endswith(" a second · gull\r\x1b[2K")


def test_a_pipe_and_a_quiet_run_see_nothing() -> None:
    assert drawn(StringIO(), "ferry", "gull", "tide") == ""
    assert drawn(Terminal(), "ferry", "gull", "tide", quiet=True) == ""
