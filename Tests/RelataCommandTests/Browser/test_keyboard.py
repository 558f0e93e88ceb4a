"""Everything with the keyboard."""

from page import CONTROL, SHIFT
from pagetest import PageTest


class KeyboardTests(PageTest):
    def setUp(self) -> None:
        super().setUp()
        self.page.focus("#canvas")

    def grown_or_folded(self) -> int:
        return int(self.page.app("x.state.grown.size + x.state.folded.size"))

    def test_plus_makes_the_picture_larger(self) -> None:
        before = self.page.app("x.camera.k")
        self.page.key("+")
        self.assertGreater(self.page.app("x.camera.k"), before)

    def test_zero_shows_everything_again(self) -> None:
        self.page.key("+")
        self.page.key("0")
        nodes = self.page.app("x.app.shown.nodes")
        for node in nodes:
            x, y = self.page.point_of(node)
            self.assertTrue(0 < x < 1280 and 0 < y < 800, f"entity {node} at {x}, {y}")

    def test_arrows_tell_where_one_is(self) -> None:
        self.page.key("ArrowRight")
        self.page.key("ArrowDown")
        said = "document.getElementById('announcer').textContent"
        self.page.wait_for(f"{said}.includes('connection')", 3)

    def test_enter_opens_the_card(self) -> None:
        self.page.key("ArrowRight")
        self.page.key("Enter")
        self.assertEqual(self.page.app("x.state.chosen?.kind"), "entity")

    def test_g_grows_or_folds_a_neighbourhood(self) -> None:
        self.page.key("g")
        self.assertEqual(self.grown_or_folded(), 1)

    def test_control_z_takes_it_back(self) -> None:
        self.page.key("g")
        self.page.key("z", CONTROL)
        self.assertEqual(self.grown_or_folded(), 0)

    def test_p_pins(self) -> None:
        self.page.key("p")
        self.assertEqual(self.page.app("x.state.pins.size"), 1)

    def test_l_and_enter_open_a_line(self) -> None:
        self.page.key("l")
        self.page.key("Enter")
        self.assertIn(self.page.app("x.state.chosen.kind"), ("statement", "bundle"))

    def test_shift_enter_on_two_asks_for_a_path(self) -> None:
        self.page.key("Enter", SHIFT)
        self.page.key("ArrowLeft")
        self.page.key("Enter", SHIFT)
        self.assertGreaterEqual(self.page.app("x.state.path.to"), 0)

    def test_t_shows_the_table(self) -> None:
        self.page.key("t")
        self.assertGreater(self.page.count("#rows tbody tr"), 10)
        self.page.picture("table")

    def test_the_question_mark_lists_the_keys(self) -> None:
        self.page.key("?")
        self.assertTrue(self.page.js("document.getElementById('keys').open"))
        self.page.picture("keys")

    def test_escape_closes_the_list_of_keys(self) -> None:
        self.page.key("?")
        self.page.key("Escape")
        self.assertFalse(self.page.js("document.getElementById('keys').open"))

    def test_tab_reaches_the_controls_and_nothing_holds_it(self) -> None:
        self.page.open()
        seen = []
        for _ in range(40):
            self.page.key("Tab")
            seen.append(
                self.page.js("(e => e.id || e.className || e.tagName)(document.activeElement)")
            )
        self.assertGreater(len(set(seen)), 12)
        self.assertLessEqual({"search", "canvas", "count"}, set(seen))
