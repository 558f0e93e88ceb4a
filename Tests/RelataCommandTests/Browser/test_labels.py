"""Names and labels can be read: in windows of three sizes, at three magnifications."""

from typing import Any

from pagetest import PageTest

SIZES = ((400, 800), (1280, 800), (2560, 1440))

BOXES = """(x => {
  const scene = x.currentScene();
  return [...scene.names, ...scene.labels].map(({text, x: left, y: top, width, height}) => {
    const corner = [x.camera.x + left, x.camera.y + top];
    return [text, ...corner, corner[0] + width, corner[1] + height];
  });
})(relataExplorer)"""

CANVAS_SIZE = "(c => [c.clientWidth, c.clientHeight])(document.getElementById('canvas'))"

Box = tuple[str, float, float, float, float]


def overlap(a: Box, b: Box) -> bool:
    return a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]


class LabelTests(PageTest):
    def open_at(self, width: int, height: int) -> None:
        self.page.resize(width, height)
        self.page.open()

    def boxes(self) -> list[Box]:
        """Every text in the picture with left, top, right and bottom in the canvas."""
        rows: list[Any] = self.page.js(BOXES)
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    def test_no_text_lies_on_another(self) -> None:
        for size in SIZES:
            self.open_at(*size)
            for zoom in (1, 1.6, 2.5):
                self.page.app(f"x.zoom({zoom})")
                self.page.frames()
                boxes = self.boxes()
                with self.subTest(size=size, zoom=zoom, texts=len(boxes)):
                    pairs = ((a, b) for i, a in enumerate(boxes) for b in boxes[:i])
                    self.assertEqual([(a[0], b[0]) for a, b in pairs if overlap(a, b)], [])

    def cut(self) -> list[str]:
        """The texts that do not lie in the canvas with all of their boxes."""
        width, height = self.page.js(CANVAS_SIZE)
        return [
            text
            for text, left, top, right, bottom in self.boxes()
            if left < 0 or top < 0 or right > width or bottom > height
        ]

    def test_no_text_is_cut_when_the_page_opens(self) -> None:
        for size in SIZES:
            self.open_at(*size)
            with self.subTest(size=size):
                self.assertEqual(self.cut(), [])
                self.page.picture(f"opened-{size[0]}")

    def test_no_text_is_cut_when_the_window_becomes_another(self) -> None:
        self.open_at(2560, 1440)
        for size in SIZES:
            self.page.resize(*size)
            self.page.frames(4)
            with self.subTest(size=size):
                self.assertEqual(self.cut(), [])

    def test_nearly_everything_is_named_when_the_page_opens(self) -> None:
        for size in SIZES:
            self.open_at(*size)
            names, nodes = self.page.app(
                "(s => [s.names.length, s.nodes.length])(x.currentScene())"
            )
            with self.subTest(size=size):
                self.assertGreater(names, 0.85 * nodes)

    def test_the_page_never_scrolls_sideways(self) -> None:
        for size in SIZES:
            self.open_at(*size)
            with self.subTest(size=size):
                self.assertFalse(self.page.scrolls_sideways())
