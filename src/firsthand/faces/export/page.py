"""The dossier as one HTML page that needs nothing else and loads nothing."""

from collections.abc import Iterator

from firsthand.faces.export.dossier import dossiers
from firsthand.faces.export.selection import Selection
from firsthand.faces.html import dossier_page


def pieces(selection: Selection) -> Iterator[str]:
    return dossier_page(dossiers(selection))
