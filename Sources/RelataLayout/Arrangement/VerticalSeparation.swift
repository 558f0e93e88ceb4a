/// Moves boxes up and down until no two overlap, and keeps the order of those above each other.
///
/// Boxes fall onto those above them, and rise onto those below them; both results are free of overlaps in the
/// same order, and so is their mean, in which a crowded column grows to both sides.
struct VerticalSeparation: Sendable {
  var sizes: [Size]

  /// - Complexity: O(*n* log *n*) for *n* boxes.
  func separate(_ places: inout Places) {
    let order = (0..<places.count).sorted {
      if places.y[$0] != places.y[$1] { return places.y[$0] < places.y[$1] }
      return places.x[$0] == places.x[$1] ? $0 < $1 : places.x[$0] < places.x[$1]
    }
    let columns = Columns(of: places, sizes: sizes)
    let down = pushed(places.y, order: order, columns: columns)
    let up = pushed(places.y.map { -$0 }, order: order.reversed(), columns: columns)
    for index in 0..<places.count { places.y[index] = (down[index] - up[index]) / 2 }
  }

  /// The heights at which boxes rest that may only move towards larger ones.
  private func pushed(_ heights: [Double], order: [Int], columns: Columns) -> [Double] {
    var result = heights
    var profile = Profile(columns: columns.count)
    for box in order {
      let half = sizes[box].height / 2
      let height = max(heights[box], profile.highest(in: columns.ranges[box]) + half)
      result[box] = height
      profile.raise(columns.ranges[box], to: height + half)
    }
    return result
  }
}

/// The stretches between the vertical borders of boxes.
private struct Columns {
  /// The stretches that each box covers.
  var ranges: [Range<Int>]
  var count: Int

  init(of places: Places, sizes: [Size]) {
    let lefts = sizes.indices.map { places.x[$0] - sizes[$0].width / 2 }
    let rights = sizes.indices.map { places.x[$0] + sizes[$0].width / 2 }
    var borders = (lefts + rights).sorted()
    var distinct = 0
    for border in borders where distinct == 0 || borders[distinct - 1] < border {
      borders[distinct] = border
      distinct += 1
    }
    borders.removeSubrange(distinct...)
    count = max(1, distinct)
    ranges = sizes.indices.map {
      Self.number(of: lefts[$0], in: borders)..<Self.number(of: rights[$0], in: borders)
    }
  }

  private static func number(of border: Double, in borders: [Double]) -> Int {
    var (low, high) = (0, borders.count)
    while low < high {
      let middle = (low + high) / 2
      if borders[middle] < border { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How far each stretch is filled: a tree of maxima.
private struct Profile {
  /// The number of stretches, rounded up to a power of two.
  private let width: Int
  /// The highest place anywhere below each node of the tree; the root is 1.
  private var highest: [Double]
  /// A height that all stretches below each node have at least.
  private var floors: [Double]

  init(columns: Int) {
    var width = 1
    while width < columns { width *= 2 }
    self.width = width
    highest = Array(repeating: -.greatestFiniteMagnitude, count: 2 * width)
    floors = highest
  }

  func highest(in range: Range<Int>) -> Double { highest(in: range, node: 1, first: 0, width: width) }

  private func highest(in range: Range<Int>, node: Int, first: Int, width: Int) -> Double {
    if range.upperBound <= first || first + width <= range.lowerBound { return -.greatestFiniteMagnitude }
    if range.lowerBound <= first, first + width <= range.upperBound { return highest[node] }
    let half = width / 2
    return max(
      floors[node],
      max(
        highest(in: range, node: 2 * node, first: first, width: half),
        highest(in: range, node: 2 * node + 1, first: first + half, width: half)))
  }

  mutating func raise(_ range: Range<Int>, to height: Double) {
    raise(range, to: height, node: 1, first: 0, width: width)
  }

  private mutating func raise(_ range: Range<Int>, to height: Double, node: Int, first: Int, width: Int) {
    if range.upperBound <= first || first + width <= range.lowerBound { return }
    highest[node] = max(highest[node], height)
    if range.lowerBound <= first, first + width <= range.upperBound {
      floors[node] = max(floors[node], height)
      return
    }
    let half = width / 2
    raise(range, to: height, node: 2 * node, first: first, width: half)
    raise(range, to: height, node: 2 * node + 1, first: first + half, width: half)
  }
}
