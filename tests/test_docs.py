"""The documents against the program: what is there is described, what is described is there."""

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.console import MARKED, ROOT, documents, replayed
from firsthand.model.article import Article, Found, Method, Provenance
from firsthand.model.contract import reading_to_json, trace_to_json
from firsthand.model.event import (
    Action,
    Actor,
    Date,
    Event,
    Field,
    Grain,
    Number,
    Part,
    Party,
    Place,
    Whether,
)
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.trace import (
    Claim,
    Evidence,
    FieldValue,
    Judgement,
    Link,
    LinkKind,
    Loss,
    Lost,
    Origin,
    Side,
    Stance,
    Trace,
    TracedArticle,
)

PAGES = [*documents(), ROOT / "CONTRIBUTING.md", ROOT / "benchmarks" / "README.md"]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


# The JSON

READING = Reading(
    article=Article(
        "leader",
        "He said no.",
        authors=("Ode Marrin",),
        provenance=Provenance("leader.txt", "ab" * 32, None, Found(authors=Method.FIELD)),
    ),
    sources=(Source("s1", "Davin", SourceKind.PERSON, Naming.PSEUDONYM, None, ((0, 2),)),),
    statements=(
        Statement(
            id="st1",
            content=((8, 10),),
            cue=(3, 7),
            mention=(0, 2),
            chain=("s1",),
            quotation=Quotation.INDIRECT,
            kind=Kind.COMMUNICATION,
            polarity=Polarity.ASSERTED,
            basis=Basis.UNSTATED,
            hedges=(),
            parent=None,
            confidence=0.9,
        ),
    ),
    checks=(Check(None, Outcome.UNVERIFIED, "s1", (0, 11)),),
    reader=ReaderInfo("firsthand", "0", "0"),
)
TRACE = Trace(
    claim=Claim("c1", "no", (FieldValue(Field.ACTOR, "Davin", (Evidence("leader", (0, 2)),)),)),
    articles=(
        TracedArticle(
            id="leader",
            title=None,
            publisher=None,
            published=None,
            stance=Stance.REPORTS,
            hedged=False,
            statements=("leader#st1",),
            span=(8, 10),
            via=("Davin",),
            copy_of=None,
            origins=("o1",),
            lost=(Loss(Lost.HEDGE, "may", None),),
            event=Event(
                actors=(Actor((0, 2), "Davin", Part.DOER, Naming.PSEUDONYM),),
                actions=(Action((3, 7), "say", Party((0, 2), "Davin"), None, negated=False),),
                places=(Place((8, 10), "no"),),
                dates=(Date((8, 10), "no", None, None, Grain.DAY, None, "today"),),
                numbers=(Number((8, 10), "no", 1, 1, "%"),),
                whether=Whether(Polarity.DENIED, (8, 10)),
            ),
        ),
    ),
    origins=(Origin("o1", "Davin", None, Side.SUPPORTS, "the only one"),),
    links=(
        Link(
            source="leader",
            target="o1",
            kind=LinkKind.CITES,
            judgement=Judgement.YES,
            score=1.0,
            reason="it says so",
            evidence=(Evidence("leader", (0, 2)),),
        ),
    ),
    circles=(),
    independent_support=1,
    independent_denial=0,
    at_least=1,
    at_most=1,
)


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def in_code_type(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", page))


@pytest.mark.parametrize("printed", [reading_to_json(READING), trace_to_json(TRACE)])
def test_every_field_is_in_the_contract(printed: dict[str, Any]) -> None:
    described = in_code_type(text("docs", "contract.md"))
    assert printed["schema"] in described
    assert set(keys(printed)) - described == set()


@pytest.mark.parametrize(
    "values",
    [
        Basis,
        Field,
        Grain,
        Kind,
        LinkKind,
        Lost,
        Method,
        Naming,
        Outcome,
        Part,
        Polarity,
        Quotation,
        Side,
        SourceKind,
        Stance,
    ],
)
def test_every_value_is_in_the_contract(values: Any) -> None:
    assert {v.value for v in values} - in_code_type(text("docs", "contract.md")) == set()


# The command line


def commands() -> dict[str, set[str]]:
    """The flags of each command; those of the program itself under an empty name."""
    from typer.main import get_command

    from firsthand.faces.cli import app

    whole: Any = get_command(app)
    return {"": flags(whole)} | {name: flags(c) for name, c in whole.commands.items()}


def flags(command: Any) -> set[str]:
    options = {option for p in command.params for option in [*p.opts, *p.secondary_opts]}
    return {option for option in options if option.startswith("-")}


def sections(page: str) -> dict[str, str]:
    """The text under each heading of the second level; what stands above the first one under ''."""
    parts = re.split(r"^## +(.+)$", page, flags=re.MULTILINE)
    titles = ["", *(title.strip("` ").removeprefix("firsthand ") for title in parts[1::2])]
    return dict(zip(titles, parts[::2], strict=True))


def test_every_command_and_flag_is_described() -> None:
    page = text("docs", "commands.md")
    described = sections(page)
    missing = {
        name: lacking
        for name, given in commands().items()
        if (lacking := given - in_code_words(described.get(name, ""), page))
    }
    assert missing == {}
    assert set(commands()) <= set(described)


def in_code_words(section: str, page: str) -> set[str]:
    """Flags in code type: in the command's own section, or under "Flags of every command"."""
    shared = sections(page).get("Flags of every command", "")
    spans = in_code_type(section) | in_code_type(shared)
    return {word.rstrip(",") for span in spans for word in span.split()}


@each_page
def test_every_command_shown_can_be_given(page: Path) -> None:
    known = commands()
    for line in re.findall(r"^\$ firsthand (.+)$", page.read_text("utf-8"), re.MULTILINE):
        words = shlex.split(re.split(r" [|>] ", line)[0], comments=True)
        if words[0].startswith("-"):
            words.insert(0, "")
        used = {w.split("=")[0] for w in words[1:] if re.match(r"--?[a-z]", w)}
        assert words[0] in known, line
        assert used - known[words[0]] - known[""] - {"--help"} == set(), line


def test_every_setting_is_described() -> None:
    package = (ROOT / "src").rglob("*.py")
    settings = {s for p in package for s in re.findall(r"FIRSTHAND_[A-Z]+", p.read_text("utf-8"))}
    described = in_code_type(text("docs", "commands.md"))
    assert settings - {word.split("=")[0] for word in described} == set()


# The project


@each_page
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    broken = [at for at in links if "://" not in at and not (page.parent / at).exists()]
    assert broken == []


@each_page
def test_every_make_target_named_is_in_the_makefile(page: Path) -> None:
    named = re.findall(r"(?:`|\$ )make ([a-z-]+)", page.read_text("utf-8"))
    targets = re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE)
    assert set(named) - set(targets) == set()


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[\[<>=!~; ]", line)[0].lower() for group in groups for line in group}
    page = text("docs", "dependencies.md")
    rows = set(re.findall(r"^\| ([\w-]+)", page, re.MULTILINE))
    assert names - {row.lower() for row in rows} == set()


def test_the_scores_shown_are_those_of_the_model_that_is_shipped() -> None:
    from firsthand.reading.weights import load

    for page in (text("README.md"), text("docs", "quality.md")):
        measured = page.split("<!-- quality:begin -->")[1].split("<!-- quality:end -->")[0]
        assert f"`{load().digest}`" in measured, "run `make bench-quality`"


def test_the_version_has_a_changelog_entry() -> None:
    import firsthand

    assert f"\n## {firsthand.__version__}" in text("CHANGELOG.md")


# The examples


SURE = re.compile(
    r"\b\d+(?=% sure)|(?<=confidence\": )\d\.\d+|\b\d+(?=  [\w-]+$)|(?<=#st)\d+", re.M
)
"""Processors round differently, which moves a confidence by a hundredth or two, and by that the
number of an article's statements in a list."""


def marked() -> list[Path]:
    return [page for page in documents() if MARKED.search(page.read_text("utf-8"))]


@pytest.mark.slow
@pytest.mark.parametrize("page", marked(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_examples_print_what_the_documents_show(page: Path) -> None:
    shown = page.read_text(encoding="utf-8")
    again = SURE.sub("…", replayed(shown))
    assert again == SURE.sub("…", shown), "run `make readme` and look at what changed"


def test_a_stale_example_is_seen() -> None:
    stale = "<!-- run -->\n```console\n$ echo now\nthen\n```\n"
    assert replayed(stale) == "<!-- run -->\n```console\n$ echo now\nnow\n```\n"


def test_an_unmarked_example_is_left_alone() -> None:
    shown = "```console\n$ echo now\nthen\n```\n"
    assert replayed(shown) == shown


def test_a_failing_example_is_an_error() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        replayed(f'<!-- run -->\n```console\n$ "{sys.executable}" -c "raise SystemExit(3)"\n```\n')


def test_the_first_screen_shows_a_trace_with_its_output() -> None:
    readme = text("README.md")
    example = MARKED.search(readme)
    assert example
    assert readme.count("\n", 0, example.start()) < 12
    shown = example["body"].split("$ firsthand trace")[1].splitlines()
    assert len(shown) > 12
