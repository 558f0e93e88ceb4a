"""The page finds the paths of `relata path`.

They have the same costs, entities and statements, in the same order.
"""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from pagetest import PageTest, relata, setting

Path = list[Any]


def paths_of_the_command(ends: tuple[str, str], *, is_timed: bool) -> list[Path]:
    graph = str(setting("EXPLORER_GRAPH"))
    options = ["--json", "-k", "5", "--from-graph", graph]
    outcome = relata("path", *ends, *options, *(["--time-respecting"] if is_timed else []))
    if not outcome.stdout.strip():
        return []
    return [
        [
            round(path["cost"], 3),
            [entity["id"] for entity in path["entities"]],
            [
                [
                    [said["relation"], said["direction"], said["evidence"][0]["start"]]
                    for said in step["statements"]
                ]
                for step in path["steps"]
            ],
        ]
        for path in json.loads(outcome.stdout)["paths"]
    ]


class PathsLikeCommandTests(PageTest):
    def pairs(self, count: int) -> list[tuple[int, int]]:
        """Two of the sixty most important entities, each time."""
        chance = random.Random(5)
        ranks = [row[7] for row in self.page.data["entities"]]
        top = sorted(range(len(ranks)), key=lambda number: ranks[number])[:60]
        drawn = (chance.sample(top, 2) for _ in range(count))
        return [(one, other) for one, other in drawn]

    def paths_of_the_page(self, ends: tuple[int, int], *, is_timed: bool) -> list[Path]:
        options = json.dumps({"count": 5, "isTimed": is_timed})
        found: list[Path] = self.page.js(
            "(({app: {model: {entities, relations, statements}}, finder}) => {"
            " const told = ({statement, isForward}) => ["
            "   relations[statements[statement].relation].id,"
            "   isForward ? 'forward' : 'backward', statements[statement].evidence[0].start];"
            f" const {{paths}} = finder().find({ends[0]}, {ends[1]}, {options});"
            " return paths.map(({cost, hops}) => ["
            "   Math.round(cost * 1000) / 1000,"
            "   [hops[0].from, ...hops.map(hop => hop.to)].map(number => entities[number].id),"
            "   hops.map(hop => hop.steps.map(told))]); })(relataExplorer)"
        )
        return found

    def check(self, *, is_timed: bool) -> None:
        pairs = self.pairs(25)
        identifiers = [row[0] for row in self.page.data["entities"]]
        with ThreadPoolExecutor(2) as pool:
            named = [(identifiers[one], identifiers[other]) for one, other in pairs]
            theirs = list(
                pool.map(lambda ends: paths_of_the_command(ends, is_timed=is_timed), named)
            )
        self.assertGreater(sum(map(len, theirs)), 10)
        for pair, names, expected in zip(pairs, named, theirs):
            with self.subTest(names):
                self.assertEqual(self.paths_of_the_page(pair, is_timed=is_timed), expected)

    def test_they_are_the_same(self) -> None:
        self.check(is_timed=False)

    def test_they_are_the_same_where_they_respect_time(self) -> None:
        self.check(is_timed=True)
