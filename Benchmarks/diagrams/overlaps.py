"""Counts, in drawings as SVG, the labels that lie over one another and over entities.

    python3 Benchmarks/diagrams/overlaps.py output/graph.svg …

Prints for each file how many labels (the words of one line, or of one event of a timeline) and entities it has, how many pairs of labels
overlap, how many labels lie over an entity that is not theirs, how many pairs of entities overlap, and how many pixels high the smallest
text is where the drawing is 900 pixels wide. Text is as wide as in Helvetica. What only touches (below half a point) does not count.

The standard library of Python 3.9 is all it needs.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

# The widths of Helvetica from U+0020 on, in thousandths of the font size (Adobe Font Metrics).
WIDTHS = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]  # fmt: skip

TOUCH = 0.5


def width(text, size):
    return sum(WIDTHS[ord(c) - 32] if " " <= c <= "~" else 600 for c in text) * size / 1000


def text_box(element, inherited):
    size = float(element.get("font-size", inherited))
    text = "".join(element.itertext())
    wide = width(text, size)
    x, y = float(element.get("x")), float(element.get("y"))
    left = x - {"middle": wide / 2, "end": wide}.get(element.get("text-anchor"), 0)
    return (left, y - 0.75 * size, left + wide, y + 0.2 * size), size


def shape_box(element):
    kind = element.tag.rpartition("}")[2]
    if kind == "ellipse":
        cx, cy, rx, ry = (float(element.get(name)) for name in ("cx", "cy", "rx", "ry"))
        return (cx - rx, cy - ry, cx + rx, cy + ry)
    text = element.get("points") if kind == "polygon" else element.get("d") if kind == "path" else None
    if not text:
        return None
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]
    return (min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))


def union(boxes):
    return tuple(f(box[i] for box in boxes) for i, f in enumerate((min, min, max, max)))


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > TOUCH and min(a[3], b[3]) - max(a[1], b[1]) > TOUCH


def groups(root):
    for element in root.iter():
        if element.tag.rpartition("}")[2] == "g" and element.get("class"):
            yield element.get("class").split(), element


def measure(path):
    root = ElementTree.parse(path).getroot()
    labels, entities, smallest = [], [], 1e9
    for classes, group in groups(root):
        inherited = group.get("font-size") or root.get("font-size") or "14"
        texts = [text_box(e, inherited) for e in group.iter() if e.tag.endswith("}text")]
        smallest = min([smallest] + [size for _, size in texts])
        boxes = [box for box, _ in texts]
        if "edge" in classes or "label" in classes or "event" in classes:
            if boxes:
                labels.append(union(boxes))
        elif "node" in classes:
            shapes = [box for box in map(shape_box, group.iter()) if box]
            if shapes or boxes:
                entities.append(union(shapes + boxes))
        elif "lane" in classes or "axis" in classes:
            entities += boxes
    wide = float(root.get("viewBox").split()[2])
    return {
        "labels": len(labels),
        "entities": len(entities),
        "label over label": sum(overlap(a, b) for i, a in enumerate(labels) for b in labels[:i]),
        "label over entity": sum(any(overlap(a, b) for b in entities) for a in labels),
        "entity over entity": sum(overlap(a, b) for i, a in enumerate(entities) for b in entities[:i]),
        "text at 900 px": f"{smallest * 900 / wide:.1f}",
    }


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    rows = [(path, measure(path)) for path in sys.argv[1:]]
    names = list(rows[0][1])
    first = max(len(path) for path, _ in rows)
    print(" " * first, *names, sep="  ")
    for path, row in rows:
        print(path.ljust(first), *(str(row[name]).rjust(len(name)) for name in names), sep="  ")


main()
