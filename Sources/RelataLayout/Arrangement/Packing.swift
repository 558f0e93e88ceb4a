/// Places rectangles beside each other, the first at the top left, within about a given shape.
///
/// Each goes to the highest place where it fits, the leftmost of these: rectangles in
/// descending height stand in rows.
///
/// Source: Burke, Kendall and Whitwell, "A New Placement Heuristic for the Orthogonal Stock-Cutting Problem",
/// Operations Research 52 (2004), with the order of the pieces given.
struct Packing: Sendable {
  /// The upper left corners.
  private(set) var corners: Places
  private(set) var size = Size(width: 0, height: 0)

  /// Of several widths, the one whose result fits best into a frame of the given shape.
  /// - Complexity: O(*n* × √*n*) for *n* rectangles of similar size.
  init(_ sizes: [Size], aspectRatio: Double) {
    let widest = sizes.reduce(0) { max($0, $1.width) }
    let area = sizes.reduce(0) { $0 + $1.width * $1.height }
    var best = Packing(sizes, width: max(widest, (area * aspectRatio).squareRoot()))
    for step in 1...8 {
      let width = (area * aspectRatio).squareRoot() * (0.9 + 0.1 * Double(step))
      let next = Packing(sizes, width: max(widest, width))
      if next.frame(aspectRatio) < best.frame(aspectRatio) { best = next }
    }
    self = best
  }

  private func frame(_ aspectRatio: Double) -> Double { max(size.width, size.height * aspectRatio) }

  private init(_ sizes: [Size], width: Double) {
    corners = Places(count: sizes.count)
    var skyline = Skyline(width: width)
    for (index, size) in sizes.enumerated() {
      corners[index] = skyline.add(size)
      self.size.width = max(self.size.width, corners.x[index] + size.width)
      self.size.height = max(self.size.height, corners.y[index] + size.height)
    }
  }
}

/// The lower border of what has been placed.
private struct Skyline {
  private struct Segment {
    var x: Double
    var y: Double
  }

  /// From left to right; each reaches to the next one's start.
  private var segments: [Segment] = [Segment(x: 0, y: 0)]
  private let width: Double

  init(width: Double) { self.width = width }

  mutating func add(_ size: Size) -> LayoutPoint {
    var best = 0
    var height = Double.greatestFiniteMagnitude
    for first in segments.indices {
      // Rounding must not keep out what is as wide as all.
      guard first == 0 || segments[first].x + size.width <= width else { break }
      guard segments[first].y < height else { continue }
      let level = level(from: first, width: size.width)
      if level < height {
        height = level
        best = first
      }
    }
    let corner = LayoutPoint(x: segments[best].x, y: height)
    cover(best, to: corner.x + size.width, level: height + size.height)
    return corner
  }

  private func level(from first: Int, width: Double) -> Double {
    let end = segments[first].x + width
    var level = segments[first].y
    for segment in segments[(first + 1)...] {
      guard segment.x < end else { break }
      level = max(level, segment.y)
    }
    return level
  }

  private mutating func cover(_ first: Int, to end: Double, level: Double) {
    var last = first
    while last + 1 < segments.count, segments[last + 1].x < end { last += 1 }
    var new = [Segment(x: segments[first].x, y: level)]
    let next = last + 1 < segments.count ? segments[last + 1].x : width
    if end < next { new.append(Segment(x: end, y: segments[last].y)) }
    segments.replaceSubrange(first...last, with: new)
  }
}
