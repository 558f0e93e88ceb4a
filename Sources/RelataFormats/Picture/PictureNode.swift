import RelataGraph

/// How an entity is drawn, and how large.
struct PictureNode {
  let entity: Entity
  let style: EntityStyle
  let lines: [String]
  /// 0 … 6, with the statements.
  let growth: Int

  var fontSize: Double { 10.5 + 0.6 * Double(growth) }

  /// Large enough for the name within the shape.
  var size: PictureSize {
    let textWidth = 1.06 * (lines.map { TextMetrics.width($0, size: fontSize) }.max() ?? 0)
    let textHeight = Double(lines.count) * fontSize * 1.2
    let room = Self.room[style.shape] ?? (1.3, 1.35)
    return PictureSize(
      width: max(34, (textWidth * room.0 + 12).rounded(.up)),
      height: max(20, (textHeight * room.1 + 7).rounded(.up)))
  }

  /// With what Graphviz draws beyond the size it is given: further outlines, and the lugs of a component.
  var extent: PictureSize {
    let outlines: Double =
      switch style.shape {
      case "doubleoctagon", "doublecircle": 8
      case "tripleoctagon": 16
      default: 0
      }
    let size = size
    return PictureSize(
      width: size.width + outlines + (style.shape == "component" ? 8 : 0), height: size.height + outlines)
  }

  /// How much wider and higher than its text a shape must be, where it is not as usual.
  private static let room: [String: (Double, Double)] = [
    "box": (1, 1), "rect": (1, 1), "rectangle": (1, 1), "square": (1, 1), "note": (1.1, 1.1),
    "tab": (1, 1.25),
    "folder": (1, 1.3), "box3d": (1.12, 1.3), "component": (1.2, 1.2), "cylinder": (1.05, 1.45),
    "plaintext": (1, 1),
    "plain": (1, 1), "none": (1, 1), "underline": (1, 1), "signature": (1, 1.2), "hexagon": (1.25, 1.15),
    "octagon": (1.2, 1.2), "doubleoctagon": (1.3, 1.45), "cds": (1.35, 1.25), "house": (1.15, 1.6),
    "invhouse": (1.15, 1.6), "diamond": (1.75, 1.75), "triangle": (2, 2), "invtriangle": (2, 2),
    "star": (2.4, 2.4),
    "trapezium": (1.55, 1.25), "invtrapezium": (1.55, 1.25), "parallelogram": (1.6, 1.25),
    "rarrow": (1.5, 1.9),
    "larrow": (1.5, 1.9),
  ]

  /// Whether a line that leads to the middle ends at an ellipse rather than at a rectangle.
  private var isRound: Bool {
    ["ellipse", "oval", "circle", "egg", "doublecircle", "Mcircle"].contains(style.shape)
  }

  /// Where a straight line from the middle to a point outside leaves the shape, and a little further.
  func border(from center: PicturePoint, towards point: PicturePoint) -> PicturePoint {
    let way = point - center
    let length = way.length
    guard length > 0 else { return center }
    let (halfWidth, halfHeight) = (extent.width / 2, extent.height / 2)
    let factor: Double
    if style.shape == "diamond" {
      factor = 1 / (abs(way.x) / halfWidth + abs(way.y) / halfHeight)
    } else if isRound {
      let (x, y) = (way.x / halfWidth, way.y / halfHeight)
      factor = 1 / (x * x + y * y).squareRoot()
    } else {
      factor = 1 / max(abs(way.x) / halfWidth, abs(way.y) / halfHeight)
    }
    return center + way * min(factor + 1.5 / length, 1)
  }
}
