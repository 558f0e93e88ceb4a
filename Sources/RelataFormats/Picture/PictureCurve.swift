/// The line of a bundle from entity to entity through the middle of its label, as a spline of Graphviz.
///
/// Specification: https://graphviz.org/docs/attr-types/splineType/
struct PictureCurve {
  /// Where the arrows point to; nil for none.
  var startArrow: PicturePoint?
  var endArrow: PicturePoint?
  /// A point, then three for each cubic curve.
  var points: [PicturePoint]

  private static let arrowLength = 7.0

  init(
    from first: PictureNode, at start: PicturePoint, through label: PicturePoint, to second: PictureNode,
    at end: PicturePoint, hasStartArrow: Bool, hasEndArrow: Bool
  ) {
    let chord = end - start
    var bend = chord
    if chord.length < 1 {
      // A loop: out to the label and back on the other side.
      let out = label - start
      bend = PicturePoint(x: -out.y, y: out.x) * 1.2
    }
    let near = (label - start).length
    let far = (end - label).length
    let total = max(near + far, 1)
    // At the label the curve runs as the straight line between the ends would.
    let before = label - bend * (0.33 * near / total)
    let after = label + bend * (0.33 * far / total)
    var (tail, head) = (first.border(from: start, towards: before), second.border(from: end, towards: after))
    if hasStartArrow {
      startArrow = tail
      tail = tail + Self.unit(before - tail) * Self.arrowLength
    }
    if hasEndArrow {
      endArrow = head
      head = head + Self.unit(after - head) * Self.arrowLength
    }
    points = [
      tail, tail + (before - tail) * 0.5, before, label, after, head + (after - head) * 0.5, head,
    ]
  }

  private static func unit(_ vector: PicturePoint) -> PicturePoint {
    let length = vector.length
    return length > 0 ? vector * (1 / length) : PicturePoint(x: 0, y: 0)
  }
}
