"""The documentation site: `make docs` builds it into dist/docs. Everything is taken from here."""

import re
from pathlib import Path

VERSION = Path(__file__).parent.parent / "src" / "firsthand" / "model" / "version.py"

project = "firsthand"
author = "the firsthand authors"
project_copyright = "the firsthand authors, Apache-2.0"
release = re.findall(r'"([^"]+)"', VERSION.read_text(encoding="utf-8"))[0]

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["schema", "_build"]
myst_heading_anchors = 3
# links to files of the repository (the model card, LICENSE) are no pages of the site
suppress_warnings = ["myst.xref_missing"]

html_theme = "furo"
html_title = "firsthand"
html_static_path: list[str] = []
html_show_sphinx = False
# fonts are the reader's own: the site asks no other host for anything
html_theme_options = {
    "light_css_variables": {
        "font-stack": "ui-sans-serif, system-ui, sans-serif",
        "color-brand-primary": "#1d4f6e",
        "color-brand-content": "#1d4f6e",
    },
    "dark_css_variables": {
        "color-brand-primary": "#8cc4e6",
        "color-brand-content": "#8cc4e6",
    },
}
