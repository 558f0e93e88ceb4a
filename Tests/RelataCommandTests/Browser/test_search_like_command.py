"""The page takes names for the same entities as `relata show`."""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from subprocess import CompletedProcess

from pagetest import PageTest, relata, setting

#: Transliterations, short forms, typing errors, titles, and names that fit several or none.
QUERIES = [
    "jolani",
    "HTS",
    "V. Putin",
    "SDF",
    "Tartous",
    "airbase",
    "shara'a",
    "Damascsu",
    "Putn",
    "president assad",
    "al Sharaa",
    "moscow",
    "The Kremlin",
    "A. Novak",
    "Abu Mohammed al Golani",
    "Hmeimim",
    "Syrias",
    "israel & us",
]


def variants(names: list[str], count: int) -> list[str]:
    """Some of the names: as they are, by one word, and with a letter left out, twice or wrong."""
    chance = random.Random(3)
    queries = []
    for name in chance.sample(names, count):
        letters = list(name)
        place = chance.randrange(len(letters))
        letters[place : place + 1] = chance.choice([[], [letters[place]] * 2, ["e"]])
        queries += [name, chance.choice(name.split()), "".join(letters)]
    return [query for query in queries if query.strip() and not query.startswith("-")]


def shown_by_the_command(query: str) -> CompletedProcess[str]:
    graph = str(setting("EXPLORER_GRAPH"))
    return relata("show", "--json", "--from-graph", graph, "--", query)


class SearchLikeCommandTests(PageTest):
    def found_by_the_page(self, query: str) -> list[str]:
        found: list[str] = self.page.app(
            f"x.app.names.find({json.dumps(query)}).map(m => x.app.model.entities[m.entity].id)"
        )
        return found

    def test_each_query_means_the_same_to_both(self) -> None:
        names = [
            name
            for row in self.page.data["entities"]
            for name in [row[1], *(alias[0] for alias in row[8])]
        ]
        queries = list(dict.fromkeys(QUERIES + variants(names, 20)))
        self.assertGreater(len(queries), 60)
        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(shown_by_the_command, queries))
        for query, outcome in zip(queries, outcomes):
            with self.subTest(query):
                self.check(self.found_by_the_page(query), outcome)

    def check(self, found: list[str], outcome: CompletedProcess[str]) -> None:
        if outcome.returncode == 0:
            shown = json.loads(outcome.stdout)
            self.assertEqual(found, [shown["entity"]["id"] if "entity" in shown else shown["id"]])
        elif "no entity" in outcome.stderr:
            self.assertEqual(found, [])
        else:
            # The name is ambiguous, and the command lists what it may mean.
            self.assertGreater(len(found), 1)
            self.assertEqual([name for name in found if name not in outcome.stderr], [])
