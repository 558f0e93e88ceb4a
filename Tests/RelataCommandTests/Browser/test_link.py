"""The address as a link to the view."""

from typing import Any

from pagetest import PageTest


class LinkTests(PageTest):
    def view(self) -> list[Any]:
        found: list[Any] = self.page.app(
            "[x.app.shown.bundles.map(b => b.bundle.index), x.state.chosen, x.camera.k.toFixed(2),"
            " x.state.coloring, x.state.filters.confidence]"
        )
        return found

    def test_the_address_restores_the_view(self) -> None:
        self.page.choose("entity", self.page.entity("country/iran"))
        self.page.app(
            "{ const {state} = x; state.filters.confidence = .3; state.filters.hiddenTypes.add(2);"
            " state.coloring = 'community'; x.updateKept(); x.emit('filters looks'); x.zoom(1.5); }"
        )
        self.page.wait_for("location.hash.includes('confidence=0.3')", 5)
        self.page.wait_for("location.hash.includes('see=')", 5)
        before = self.view()
        self.page.open(self.page.js("location.hash"))
        self.assertEqual(self.view(), before)

    def test_the_address_restores_where_everything_lies(self) -> None:
        self.page.choose("entity", self.page.entity("country/iran"))
        self.page.app("x.zoom(1.5)")
        self.page.wait_for("location.hash.includes('see=')", 5)
        nodes = self.page.app("x.app.shown.nodes")
        before = [self.page.point_of(node) for node in nodes]
        self.page.open(self.page.js("location.hash"))
        for node, place in zip(nodes, before):
            for coordinate, expected in zip(self.page.point_of(node), place):
                self.assertAlmostEqual(coordinate, expected, delta=1)

    def test_what_means_nothing_in_an_address_is_passed_over(self) -> None:
        self.page.open(
            "#n=-3&entity=%00&at=x@y&path=9.9&see=a,b&statement=99999&contradiction=77"
            "&view=<img>&panel=head&table=chairs"
        )
        self.assertGreater(self.page.app("x.app.shown.bundles.length"), 0)
