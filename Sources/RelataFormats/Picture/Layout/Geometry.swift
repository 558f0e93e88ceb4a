/// A place in a picture, in points (1/72 inch) from its left upper corner.
public struct PicturePoint: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Grows downwards.
  public var y: Double

  /// A place to the right of and below the left upper corner.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Self, b: Self) -> Self { Self(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Self, factor: Double) -> Self { Self(x: a.x * factor, y: a.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }
}

/// Width and height.
struct PictureSize: Hashable, Sendable {
  var width: Double
  var height: Double
}

/// A rectangle by its centre.
struct PictureBox: Hashable, Sendable {
  var center: PicturePoint
  var size: PictureSize

  var left: Double { center.x - size.width / 2 }
  var right: Double { center.x + size.width / 2 }
  var top: Double { center.y - size.height / 2 }
  var bottom: Double { center.y + size.height / 2 }

  /// Whether a straight line passes through the rectangle, grown by a margin on all sides (the slab method).
  func isCrossed(from a: PicturePoint, to b: PicturePoint, margin: Double) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    for (start, delta, low, high) in [
      (a.x, b.x - a.x, left - margin, right + margin), (a.y, b.y - a.y, top - margin, bottom + margin),
    ] {
      if delta == 0 {
        if start < low || start > high { return false }
        continue
      }
      let (first, second) = ((low - start) / delta, (high - start) / delta)
      enter = max(enter, min(first, second))
      leave = min(leave, max(first, second))
      if enter > leave { return false }
    }
    return true
  }
}
