"""The picture under a pointer."""

from page import CONTROL, SHIFT
from pagetest import PageTest


class PointerTests(PageTest):
    def setUp(self) -> None:
        super().setUp()
        self.russia = self.page.entity("country/russia")

    def test_a_click_opens_the_card(self) -> None:
        self.page.press(*self.page.point_of(self.russia))
        self.assertEqual(self.page.card_title(), "Russia")

    def test_dragging_moves_and_pins(self) -> None:
        x, y = self.page.point_of(self.russia)
        self.page.drag((x, y), (x + 60, y + 40))
        new_x, new_y = self.page.point_of(self.russia)
        self.assertAlmostEqual(new_x, x + 60, delta=2)
        self.assertAlmostEqual(new_y, y + 40, delta=2)
        self.assertTrue(self.page.app(f"x.state.pins.has({self.russia})"))

    def test_undo_moves_back(self) -> None:
        x, y = self.page.point_of(self.russia)
        self.page.drag((x, y), (x + 60, y + 40))
        self.page.key("z", CONTROL)
        self.assertAlmostEqual(self.page.point_of(self.russia)[0], x, delta=2)

    def test_a_double_click_grows_or_folds(self) -> None:
        self.page.press(*self.page.point_of(self.russia), count=2)
        self.assertEqual(self.page.app("x.state.grown.size + x.state.folded.size"), 1)

    def test_shift_click_on_two_finds_a_path(self) -> None:
        for identifier in ("person/vladimir-putin", "country/israel"):
            self.page.press(*self.page.point_of(self.page.entity(identifier)), SHIFT)
        self.assertGreater(self.page.app("x.state.path.found.length"), 0)

    def test_a_click_on_a_label_opens_the_line(self) -> None:
        x, y = self.page.js(
            "((x, c, l) => [c.left + x.camera.x + l.x + l.width / 2, c.top + x.camera.y + l.y + 5])"
            "(relataExplorer, document.getElementById('canvas').getBoundingClientRect(),"
            " relataExplorer.currentScene().labels[0])"
        )
        self.page.press(x, y)
        self.assertIn(self.page.app("x.state.chosen.kind"), ("statement", "bundle"))
