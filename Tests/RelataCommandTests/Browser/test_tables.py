"""The tables of statements and of entities.

They have the picture's data for those who read tables or have them read.
"""

import json
from collections import Counter

from pagetest import PageTest


class TableTest(PageTest):
    """With one of the tables open."""

    table = "statements"

    def setUp(self) -> None:
        super().setUp()
        self.page.app("x.openView('table')")
        self.page.click(f"#table-{self.table}")

    def list_everything(self) -> None:
        self.page.set_value("#table-scope", "all")

    def column(self, title: str) -> list[str]:
        """The cells below a title."""
        cells: list[str] = self.page.js(
            "(title => { const heads = [...document.querySelectorAll('#rows thead th')];"
            " const place = heads.findIndex(head => head.textContent === title);"
            " return [...document.querySelectorAll('#rows tbody tr')]"
            f".map(row => row.cells[place].textContent); }})({json.dumps(title)})"
        )
        return cells

    def numbers(self, title: str) -> list[int]:
        return [int(cell.replace(",", "")) for cell in self.column(title)]

    def direction(self, title: str) -> str | None:
        """How the rows are sorted by a column, as a screen reader is told."""
        told: str | None = self.page.js(
            "[...document.querySelectorAll('#rows thead th')]"
            f".find(head => head.textContent === {json.dumps(title)}).getAttribute('aria-sort')"
        )
        return told

    def focus_on_title(self, title: str) -> None:
        self.page.focus(f"#rows [aria-label='Sort by {title}']")

    def caption_count(self) -> int:
        """The number of rows that the caption tells, also of those that are not shown yet."""
        return int(self.page.text("#rows caption").rpartition("(")[2].rstrip(")").replace(",", ""))


class StatementTableTests(TableTest):
    def test_it_lists_what_the_picture_shows(self) -> None:
        self.assertEqual(self.caption_count(), self.page.app("x.app.shown.statementCount"))

    def test_it_lists_everything_if_one_likes(self) -> None:
        self.list_everything()
        self.assertEqual(self.caption_count(), len(self.page.data["statements"]))

    def test_a_title_that_is_pressed_sorts(self) -> None:
        self.focus_on_title("Subject")
        self.page.key("Enter")
        subjects = [name.lower() for name in self.column("Subject")]
        self.assertEqual(subjects, sorted(subjects))
        self.assertEqual(self.direction("Subject"), "ascending")

    def test_a_click_on_a_row_opens_the_statement(self) -> None:
        self.page.click("#rows tbody tr td:nth-child(4)")
        self.assertEqual(self.page.app("x.state.chosen.kind"), "statement")


class EntityTableTests(TableTest):
    table = "entities"

    def test_it_lists_what_the_picture_shows(self) -> None:
        names = self.page.app("x.app.shown.nodes.map(n => x.app.model.entities[n].name)")
        self.assertEqual(Counter(self.column("Name")), Counter(names))

    def test_it_lists_everything_if_one_likes(self) -> None:
        self.list_everything()
        self.assertEqual(self.caption_count(), len(self.page.data["entities"]))

    def test_it_has_the_data_of_the_graph(self) -> None:
        self.list_everything()
        data = self.page.data
        number = self.page.entity("city/damascus")
        _, name, kind, mentions = data["entities"][number][:4]
        ends = [set(row[:1] + row[2:3]) for row in data["statements"]]
        own = [pair for pair in ends if number in pair]
        others = set().union(*own) - {number}
        row = self.column("Name").index(name)
        self.assertEqual(self.column("Kind")[row], data["types"][kind][1])
        self.assertEqual(self.numbers("Mentions")[row], mentions)
        self.assertEqual(self.numbers("Statements")[row], len(own))
        self.assertEqual(self.numbers("Connected with")[row], len(others))
        self.assertEqual(self.column("Identifiers")[row], "geonames 170654")

    def test_amounts_are_sorted_from_the_largest_down_and_then_up(self) -> None:
        for title in ("Mentions", "Statements", "Connected with"):
            for direction in ("descending", "ascending"):
                with self.subTest(title=title, direction=direction):
                    self.focus_on_title(title)
                    self.page.key("Enter")
                    numbers = self.numbers(title)
                    is_down = direction == "descending"
                    self.assertEqual(numbers, sorted(numbers, reverse=is_down))
                    self.assertEqual(self.direction(title), direction)

    def test_names_are_sorted_by_the_alphabet(self) -> None:
        self.focus_on_title("Name")
        self.page.key("Enter")
        names = [name.lower() for name in self.column("Name")]
        self.assertEqual(names, sorted(names))

    def test_a_title_that_is_pressed_keeps_the_focus(self) -> None:
        self.focus_on_title("Mentions")
        self.page.key("Enter")
        focused = self.page.js("document.activeElement.getAttribute('aria-label')")
        self.assertEqual(focused, "Sort by Mentions")

    def test_filters_leave_entities_of_which_something_is_said(self) -> None:
        self.list_everything()
        armed = [row[0] for row in self.page.data["types"]].index("ArmedGroup")
        self.page.app(
            f"{{ x.state.filters.onlyTypes.add({armed}); x.updateKept(); x.emit('filters'); }}"
        )
        data = self.page.data
        kind = [row[2] for row in data["entities"]]
        kept = [row for row in data["statements"] if armed in (kind[row[0]], kind[row[2]])]
        expected = {number for row in kept for number in (row[0], row[2])}
        names = Counter(data["entities"][number][1] for number in expected)
        self.assertEqual(Counter(self.column("Name")), names)
        self.assertGreater(min(self.numbers("Statements")), 0)

    def test_a_name_that_is_pressed_opens_the_card_and_leads_there(self) -> None:
        name = self.column("Name")[0]
        self.page.focus("#rows tbody .entity")
        self.page.key("Enter")
        self.assertEqual(self.page.card_title(), name)
        self.assertEqual(self.page.focused(), "panel-card")

    def test_a_click_anywhere_in_a_row_opens_the_card(self) -> None:
        name = self.column("Name")[1]
        self.page.click("#rows tbody tr:nth-child(2) td:nth-child(3)")
        self.assertEqual(self.page.card_title(), name)

    def test_each_row_is_called_after_its_entity(self) -> None:
        rows = self.page.count("#rows tbody tr")
        self.assertEqual(self.page.count("#rows tbody th[scope=row]"), rows)
        self.page.picture("table-of-entities")

    def test_the_address_restores_it(self) -> None:
        self.page.wait_for("location.hash.includes('table=entities')", 5)
        self.page.open(self.page.js("location.hash"))
        self.assertIn("Connected with", self.page.text("#rows thead"))
