"""The graph as GraphML (http://graphml.graphdrawing.org/specification.html)."""

from collections.abc import Iterator

from firsthand.faces.export.graph import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Attributes,
    edges,
    nodes,
)
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.xml import attribute, content


def pieces(selection: Selection) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for scope, names in (
        ("node", {"label": "string"} | NODE_ATTRIBUTES),
        ("edge", EDGE_ATTRIBUTES),
    ):
        for name, type in names.items():
            yield (
                f'<key id="{scope}-{name}" for="{scope}" attr.name="{name}" attr.type="{type}"/>\n'
            )
    yield '<graph id="firsthand" edgedefault="directed">\n'
    for node in nodes(selection):
        data = _data("node", (("label", node.label), *node.attributes))
        yield f"<node id={attribute(node.id)}>{data}</node>\n"
    for edge in edges(selection):
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f"<edge id={attribute(edge.id)} {ends}>{_data('edge', edge.attributes)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(scope: str, given: Attributes) -> str:
    return "".join(f'<data key="{scope}-{name}">{content(value)}</data>' for name, value in given)
