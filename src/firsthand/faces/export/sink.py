"""Where an export goes: standard output, a file, a folder, or a zip; whole or not at all."""

import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from firsthand.faces.export.registry import Format, Pieces
from firsthand.faces.export.selection import Selection
from firsthand.faces.output import results
from firsthand.model.errors import UsageError

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that the same export is the same bytes."""


def export(selection: Selection, format: Format, output: Path | None, *, force: bool) -> None:
    """Writes the selection. Raises UsageError for an output that is there already (unless
    `force`) or can't be written, or is needed and isn't named."""
    if format.several:
        _several(format.files(selection), _named(format, output), force=force)
    elif output is None and not format.binary:
        with results() as stream:
            stream.writelines(map(str, format.pieces(selection)))
    else:
        output = _named(format, output)
        with _replacing(_free(output, force=force)) as part:
            _write(part, format.pieces(selection))


def check(format: Format, output: Path | None, *, force: bool) -> None:
    """Raises what `export` would, before any work is done."""
    format.check()
    where = _named(format, output) if format.several or format.binary else output
    if where is not None:
        _free(where, force=force)


def _named(format: Format, output: Path | None) -> Path:
    if output is None:
        makes, wanted = "a binary file", "--output FILE"
        if format.several:
            makes, wanted = "several files", "--output FOLDER or --output FILE.zip"
        raise UsageError(f"--format {format.name} makes {makes}; add {wanted}")
    return output


def _free(output: Path, *, force: bool) -> Path:
    if output.exists() and not force:
        raise UsageError(f"{output}: is there already; add --force or give --output another name")
    return output


def _several(files: Iterable[tuple[str, Pieces]], output: Path, *, force: bool) -> None:
    _free(output, force=force)
    if output.suffix.lower() == ".zip":
        with _replacing(output) as part, zipfile.ZipFile(part, "w") as archive:
            for name, pieces in files:
                _zipped(archive, name, pieces)
    else:
        _folder(files, output)


def _zipped(archive: zipfile.ZipFile, name: str, pieces: Pieces) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w", force_zip64=True) as stream:
        for piece in pieces:
            stream.write(_bytes(piece))


def _folder(files: Iterable[tuple[str, Pieces]], output: Path) -> None:
    """Raises UsageError where the folder holds anything else: taken away, it may be missed; left,
    it may be what --redact was to keep back."""
    with _told(output):
        part = Path(mkdtemp(prefix=f".{output.name}-", dir=output.parent))
        part.chmod(0o755)
    try:
        for name, pieces in files:
            _write(part / name, pieces)
        with _told(output):
            output.mkdir(exist_ok=True)
            _no_others(output, {path.name for path in part.iterdir()})
            for path in part.iterdir():
                path.replace(output / path.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _no_others(folder: Path, names: set[str]) -> None:
    other = min((path.name for path in folder.iterdir() if path.name not in names), default=None)
    if other is not None:
        raise UsageError(
            f"{folder}: holds files that aren't of this export ({other}); "
            "give --output another name"
        )


@contextmanager
def _replacing(output: Path) -> Iterator[Path]:
    """A file beside the output, which takes its place when all went well."""
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    with _told(output):
        part.touch()
    try:
        yield part
        with _told(output):
            part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def _write(path: Path, pieces: Pieces) -> None:
    with path.open("wb") as stream:
        for piece in pieces:
            stream.write(_bytes(piece))


def _bytes(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")


@contextmanager
def _told(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"{output}: can't be written ({error.strerror}); give --output another name"
        ) from error
