"""The graph as GEXF 1.2 (https://gexf.net/1.2/), which every Gephi reads."""

from collections.abc import Iterator, Mapping

from firsthand.faces.export.graph import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Attributes,
    edges,
    nodes,
)
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.xml import attribute


def pieces(selection: Selection) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph defaultedgetype="directed" mode="static">\n'
    yield _declared("node", NODE_ATTRIBUTES)
    yield _declared("edge", EDGE_ATTRIBUTES)
    yield "<nodes>\n"
    for node in nodes(selection):
        values = _values("node", node.attributes)
        yield f"<node id={attribute(node.id)} label={attribute(node.label)}>{values}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in edges(selection):
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f"<edge id={attribute(edge.id)} {ends}>{_values('edge', edge.attributes)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(scope: str, names: Mapping[str, str]) -> str:
    rows = "".join(
        f'<attribute id="{scope}-{name}" title="{name}" type="{type}"/>'
        for name, type in names.items()
    )
    return f'<attributes class="{scope}">{rows}</attributes>\n'


def _values(scope: str, given: Attributes) -> str:
    rows = "".join(
        f'<attvalue for="{scope}-{name}" value={attribute(value)}/>' for name, value in given
    )
    return f"<attvalues>{rows}</attvalues>" if rows else ""
