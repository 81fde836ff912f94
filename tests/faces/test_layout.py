"""The picture's geometry: nothing overlaps, no arrow crosses a box, time runs to the right."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.faces.grid import DEEPEST, Node, Tie
from firsthand.faces.layout import Arrow, Box, Plan, Way, layout

WIDTH, ROOT, TOP = 100.0, 80.0, 30.0


def plan(nodes: list[Node], *ties: Tie) -> Plan:
    return layout(nodes, ties, root_width=ROOT, width=WIDTH, top=TOP)


def article(id: str, lane: str, period: int | None, *, ports: int = 0) -> Node:
    places = tuple(20.0 + 15 * n for n in range(ports))
    return Node(id, lane, period, 30.0 + 15 * ports, places)


def origin(id: str) -> Node:
    return Node(id, None, None, 50.0)


STORY = [
    origin("davin"),
    article("tide", "Tidewater", 0, ports=1),
    article("ferry", "The Lantern", 1, ports=1),
    article("gull", "The Gull", 1, ports=1),
    article("again", "The Lantern", 2, ports=1),
    article("bell", "The Bell", None),
]
TIES = [
    Tie("davin", "tide", 0),
    Tie("tide", "ferry", 0),
    Tie("ferry", "gull", 0),
    Tie("bell", "again", 0),
]


def test_time_runs_to_the_right_and_copies_of_the_same_day_stand_behind() -> None:
    found = plan(STORY, *TIES)
    xs = {id: box.x for id, box in found.boxes.items()}
    assert xs["davin"] < xs["bell"] < xs["tide"] < xs["ferry"] < xs["gull"] < xs["again"]
    assert [p.period for p in found.periods] == [None, 0, 1, 2]
    day = found.periods[2]
    assert (day.x, day.x + day.width) == (xs["ferry"], xs["gull"] + WIDTH)


def test_a_lane_for_each_outlet_in_the_order_in_which_they_come() -> None:
    found = plan(STORY, *TIES)
    assert [lane.name for lane in found.lanes] == [
        "Tidewater",
        "The Lantern",
        "The Gull",
        "The Bell",
    ]
    assert found.boxes["ferry"].y == found.boxes["again"].y
    for above, below in pairwise(found.lanes):
        assert above.y + above.height == below.y


def test_an_outlets_articles_of_one_day_stand_below_each_other() -> None:
    found = plan([article("a", "Gull", 0), article("b", "Gull", 0)])
    assert found.boxes["a"].x == found.boxes["b"].x
    assert found.boxes["a"].y + 30 < found.boxes["b"].y
    assert len(found.lanes) == 1


def test_an_origin_stands_beside_the_first_article_that_it_leads_to() -> None:
    found = plan(
        [origin("o"), origin("p"), article("a", "A", 0), article("b", "B", 0, ports=1),
         article("c", "C", 0, ports=1)],
        Tie("o", "c", 0), Tie("p", "b", 0),
    )  # fmt: skip
    assert found.boxes["p"].y == found.boxes["b"].y
    assert found.boxes["o"].y >= found.boxes["c"].y > found.boxes["p"].y + 50


def test_an_arrow_says_how_it_stands_to_time() -> None:
    ways = {(a.tie.start, a.tie.end): a.way for a in plan(STORY, *TIES).arrows}
    assert ways == {
        ("davin", "tide"): Way.ROOT,
        ("tide", "ferry"): Way.FORWARD,
        ("ferry", "gull"): Way.FORWARD,
        ("bell", "again"): Way.UNDATED,
    }


def test_a_circle_is_cut_and_its_last_arrow_leads_backward() -> None:
    found = plan(
        [article("fog", "Fog", 0, ports=1), article("mist", "Mist", 0, ports=1)],
        Tie("fog", "mist", 0), Tie("mist", "fog", 0),
    )  # fmt: skip
    assert sorted(a.way for a in found.arrows) == [Way.BACKWARD, Way.FORWARD]


def test_an_arrow_leaves_to_the_right_and_comes_in_at_its_port() -> None:
    found = plan(STORY, *TIES)
    arrow = next(a for a in found.arrows if a.tie.end == "gull")
    start, end = found.boxes["ferry"], found.boxes["gull"]
    assert arrow.points[0] == (start.x + WIDTH, start.y + start.height / 2)
    assert arrow.points[-1] == (end.x, end.y + 20.0)


def test_ties_to_boxes_that_are_not_there_are_left_out() -> None:
    assert plan(STORY, Tie("nobody", "tide", 0), Tie("tide", "tide", 0)).arrows == ()


def test_nothing_is_an_empty_picture() -> None:
    found = plan([])
    assert (found.boxes, found.arrows, found.lanes, found.periods) == ({}, (), (), ())


def test_a_long_line_of_copies_in_one_day_takes_few_columns() -> None:
    nodes = [article(f"a{n}", f"Outlet {n}", 0, ports=1) for n in range(400)]
    found = plan(nodes, *(Tie(f"a{n}", f"a{n + 1}", 0) for n in range(399)))
    assert len({box.x for box in found.boxes.values()}) == DEEPEST + 1
    assert {a.way for a in found.arrows} == {Way.FORWARD}


IDS = [f"a{n}" for n in range(9)]


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Node], list[Tie]]:
    """Origins and articles with any links between them, a port for each."""
    roots = [f"o{n}" for n in range(draw(st.integers(0, 3)))]
    ids = IDS[: draw(st.integers(0, 9))]
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from([*roots, *ids]), st.sampled_from(ids)),
            max_size=14, unique=True,
        ) if ids else st.just([])
    )  # fmt: skip
    ties, ports = [], dict.fromkeys(ids, 0)
    for start, end in pairs:
        if start != end:
            ties.append(Tie(start, end, ports[end]))
            ports[end] += 1
    nodes = [origin(id) for id in roots]
    for id in ids:
        lane = draw(st.sampled_from(["Gull", "Lantern", "Bell", "Fog"]))
        period = draw(st.sampled_from([None, 0, 1, 2]))
        nodes.append(article(id, lane, period, ports=ports[id]))
    return nodes, ties


def crosses(arrow: Arrow, box: Box) -> bool:
    """Whether a straight stretch of the arrow runs through the box."""
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        left, right = sorted((x1, x2))
        upper, lower = sorted((y1, y2))
        beside = right <= box.x or box.x + box.width <= left
        if not (beside or lower <= box.y or box.y + box.height <= upper):
            return True
    return False


@settings(max_examples=150, deadline=None)
@given(stories())
def test_whatever_the_links(story: tuple[list[Node], list[Tie]]) -> None:
    nodes, ties = story
    found = plan(nodes, *ties)
    assert found.boxes.keys() == {n.id for n in nodes}
    for a, b in combinations(found.boxes.values(), 2):
        apart = a.x + a.width < b.x or b.x + b.width < a.x
        assert apart or a.y + a.height < b.y or b.y + b.height < a.y
    assert not [(a, b) for a in found.arrows for b in found.boxes.values() if crosses(a, b)]
    for box in found.boxes.values():
        assert box.x >= 0 and box.x + box.width <= found.width
        assert box.y >= TOP and box.y + box.height <= found.height
    for arrow in found.arrows:
        assert all(0 <= x <= found.width and TOP <= y <= found.height for x, y in arrow.points)
        if arrow.way in (Way.FORWARD, Way.ROOT):
            assert arrow.points[0][0] < arrow.points[-1][0] or _deep(arrow, found)
    assert [a.tie for a in found.arrows] == ties


def _deep(arrow: Arrow, found: Plan) -> bool:
    """Both in the last column of their period."""
    return found.boxes[arrow.tie.start].x == found.boxes[arrow.tie.end].x


@settings(max_examples=60, deadline=None)
@given(stories())
def test_arrows_of_different_boxes_never_run_on_top_of_each_other(
    story: tuple[list[Node], list[Tie]],
) -> None:
    nodes, ties = story
    found = plan(nodes, *ties)
    for a, b in combinations(found.arrows, 2):
        if a.tie.start != b.tie.start:
            assert not [(s, t) for s in _free(a) for t in _free(b) if _overlie(s, t)]


def _free(arrow: Arrow) -> list["Stretch"]:
    """Its stretches; without the first one of an origin's, which stands where it likes."""
    return list(pairwise(arrow.points))[arrow.way is Way.ROOT :]


Stretch = tuple[tuple[float, float], tuple[float, float]]


def _overlie(a: Stretch, b: Stretch) -> bool:
    """Whether two straight stretches share more than a point."""
    for here, along in ((0, 1), (1, 0)):
        if a[0][here] == a[1][here] == b[0][here] == b[1][here]:
            low = max(min(a[0][along], a[1][along]), min(b[0][along], b[1][along]))
            high = min(max(a[0][along], a[1][along]), max(b[0][along], b[1][along]))
            if high - low > 0.01:
                return True
    return False
