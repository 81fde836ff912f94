"""Conflict: militant groups, videos, agencies, ministries."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "the former guard is the guard",
        "A former guard told Longwatch magazine the camp was empty. The guard said the food ran out. The former guard fled in May, he said.",
        (
            ("told", "A former guard", "the camp was empty"),
            ("said", "The guard", "the food ran out"),
        ),
        {"the camp": "Longwatch ‹ former guard", "the food": "Longwatch ‹ former guard"},
    ),
    Tale(
        "the magazine is the one that was named",
        "Longwatch magazine reported the camp was empty. The magazine said guards had fled.",
        (
            ("reported", "Longwatch magazine", "the camp was empty"),
            ("said", "The magazine", "guards had fled"),
        ),
        {"guards": "Longwatch"},
        {"Longwatch": "outlet named"},
    ),
    Tale(
        "the leader of a group is a person",
        "The leader of the militant group Iron Lantern claimed the bridge was theirs.",
        (("claimed", "The leader of the militant group Iron Lantern", "the bridge was theirs"),),
        {"the bridge": "leader of the militant group Iron Lantern"},
        {"leader of the militant group Iron Lantern": "person unnamed"},
    ),
    Tale(
        "the group is the one that was called so",
        "The militant group Iron Lantern holds the pass. The group said it would fight.",
        (("said", "The group", "it would fight"),),
        {"it would": "Iron Lantern"},
        {"Iron Lantern": "organisation named"},
    ),
    Tale(
        "in somebody else's video",
        "“My life is in danger,” hostage Otto Hale said in the Iron Lantern video. He asked for help.",
        (
            ("said", "hostage Otto Hale", "“My life is in danger,”"),
            ("asked for", "He", "help"),
        ),
        {"“My life": "Iron Lantern ‹ Otto Hale", "help": "Iron Lantern ‹ Otto Hale"},
        kind={"help": "intention"},
    ),
    Tale(
        "a statement that an agency carried",
        "Grand Mufti Ahmad Sorell issued the statement in May via the Velmara Press Agency. “They are no believers,” Sorell said.",
        (("said", "Sorell#2", "“They are no believers,”"),),
        {"“They are": "Velmara Press Agency ‹ Ahmad Sorell"},
    ),
    Tale(
        "a video of the camp is nobody's statement of verification",
        "In the video, Iron Lantern claims the bridge.",
        (("claims", "Iron Lantern", "the bridge"),),
        {"the bridge": "Iron Lantern"},
    ),
    Tale(
        "they is the group and no report",
        "The bridge is lost, several reports said. Fighters from the hills said they would hold it. They said it was whole.",
        (
            ("said", "several reports", "The bridge is lost"),
            ("said#2", "Fighters from the hills", "they would hold it"),
            ("said#3", "They", "it was whole"),
        ),
        {"The bridge": "several reports", "it was": "fighters from the hills"},
        {"several reports": "document unnamed"},
    ),
    Tale(
        "the guard told the magazine that commanders told him",
        "“The commanders told us to hold on,” the former guard told Longwatch magazine. “I saw them leave,” he said.",
        (
            ("told#2", "the former guard", "“The commanders told us to hold on,”"),
            ("told", "The commanders", "to hold on"),
            ("said", " he", "“I saw them leave,”"),
        ),
        {
            "to hold": "Longwatch ‹ former guard ‹ commanders",
            "“I saw": "Longwatch ‹ former guard",
        },
    ),
    Tale(
        "the publisher could not verify, and is no link",
        "A former guard told Longwatch magazine the camp was empty. Longwatch could not independently verify his account.",
        (("told", "A former guard", "the camp was empty"),),
        {"the camp": "former guard"},
        checks=("unverified by Longwatch about former guard",),
        publisher="Longwatch",
    ),
    Tale(
        "terrorist organisations are a group without a name",
        "In the north, terrorist organisations plot to cross the pass.",
        (("plot", "terrorist organisations", "to cross the pass"),),
        sources={"terrorist organisations": "group unnamed"},
        kind={"to cross": "intention"},
    ),
)
