"""Filters by kind and time, and the time axis."""

from typing import Any

from pagetest import PageTest


def holds_in(statement: list[Any], month: str) -> bool:
    """Whether something may have held in a month; what has no year holds in none."""
    start, end = statement[6], statement[7]
    if not (start or end) or (start or end).startswith("X"):
        return False
    begins_in_time = (start or "0000") <= f"{month}-31"
    # The last day that a date may mean.
    last = {4: "-12-31", 7: "-31", 10: ""}[len(end or "9999")]
    return begins_in_time and (end or "9999") + last >= f"{month}-01"


class FilterTests(PageTest):
    def setUp(self) -> None:
        super().setUp()
        self.page.click("#tab-filter")

    def kept(self) -> list[int]:
        """The numbers of the statements that the filters leave."""
        found: list[int] = self.page.app("[...x.app.kept].flatMap((k, i) => k ? [i] : [])")
        return found

    def only_armed_groups_in_november(self) -> None:
        self.page.js(
            "[...document.querySelectorAll('#panel-filter .choices li')]"
            ".find(li => li.innerText.startsWith('armed group')).querySelector('.only').click()"
        )
        self.page.set_value("#filter-from", "2024-11")
        self.page.set_value("#filter-until", "2024-11")

    def test_a_kind_and_a_month_leave_the_statements_of_both(self) -> None:
        self.only_armed_groups_in_november()
        data = self.page.data
        armed = [row[0] for row in data["types"]].index("ArmedGroup")
        kind = [row[2] for row in data["entities"]]
        expected = [
            number
            for number, row in enumerate(data["statements"])
            if armed in (kind[row[0]], kind[row[2]]) and holds_in(row, "2024-11")
        ]
        self.assertEqual(self.kept(), expected)
        self.assertNotEqual(expected, [])

    def test_the_picture_shows_nothing_else(self) -> None:
        self.only_armed_groups_in_november()
        shown = self.page.app("x.app.shown.bundles.flatMap(b => b.statements)")
        self.assertLessEqual(set(shown), set(self.kept()))
        self.page.picture("filter")

    def test_clearing_the_filters_leaves_everything(self) -> None:
        self.only_armed_groups_in_november()
        self.page.click("#reset-filters")
        self.assertEqual(len(self.kept()), len(self.page.data["statements"]))


class TimeAxisTests(PageTest):
    def draw_a_window(self) -> None:
        left, top, width = self.page.js(
            "(r => [r.left, r.top, r.width])"
            "(document.querySelector('.axis').getBoundingClientRect())"
        )
        self.page.drag((left + width * 0.5, top + 20), (left + width * 0.56, top + 20))

    def test_drawing_on_the_axis_sets_dates(self) -> None:
        self.draw_a_window()
        self.assertTrue(self.page.app("x.state.filters.from"))
        self.assertTrue(self.page.app("x.state.filters.until"))

    def test_drawing_on_the_axis_leaves_some_statements(self) -> None:
        self.draw_a_window()
        kept = self.page.app("x.app.kept.reduce((sum, k) => sum + k, 0)")
        self.assertGreater(kept, 0)
        self.assertLess(kept, len(self.page.data["statements"]))

    def test_all_times_come_back(self) -> None:
        self.draw_a_window()
        self.page.click("#time-clear")
        self.assertEqual(self.page.app("x.state.filters.from"), "")
