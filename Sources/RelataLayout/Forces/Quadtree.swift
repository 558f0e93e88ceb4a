/// Masses at places, in cells that stand for all their masses where seen from afar.
///
/// Source: Barnes and Hut, "A Hierarchical O(N log N) Force-Calculation Algorithm", Nature 324 (1986).
struct Quadtree: Sendable {
  /// A square with its masses, without the empty margin around them.
  struct Cell: Sendable {
    /// The centre of its masses.
    var x = 0.0
    var y = 0.0
    var mass = 0.0
    /// The square of the longer side.
    var squaredExtent = 0.0
    var box = Bounds.zero
    /// The masses in it, in the tree's own order.
    var first: Int32
    var end: Int32
    /// The number of the cell after all cells inside this one.
    var next: Int32 = 0

    var isLeaf = false
  }

  /// Each before the cells inside it.
  private(set) var cells: [Cell] = []
  /// The node of each mass, in the tree's own order.
  let nodes: [Int32]
  private(set) var x: [Double]
  private(set) var y: [Double]
  private(set) var masses: [Double]

  /// How many masses a cell without cells inside has at most, unless they stand at one place.
  static let leafSize = 8

  /// - Complexity: O(*n*) for *n* masses.
  init(of places: Places, masses all: [Double]) {
    let order = MortonOrder(of: places)
    nodes = order.nodes
    x = order.nodes.map { places.x[Int($0)] }
    y = order.nodes.map { places.y[Int($0)] }
    masses = order.nodes.map { all[Int($0)] }
    cells.reserveCapacity(nodes.count / 2 + 1)
    if !nodes.isEmpty { addCell(0..<nodes.count, level: 0, codes: order.codes) }
  }

  private mutating func addCell(_ range: Range<Int>, level start: Int, codes: [UInt32]) {
    let number = cells.count
    cells.append(
      Cell(
        first: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound)))
    var level = start
    var parts: [Range<Int>] = []
    if range.count > Self.leafSize {
      // A quarter with everything in it needs no cell of its own.
      while level < MortonOrder.levels, parts.count < 2 {
        parts = Self.quarters(of: range, level: level, codes: codes)
        level += 1
      }
    }
    if parts.count < 2 {
      cells[number].isLeaf = true
      sumMasses(of: number, range)
    } else {
      for part in parts { addCell(part, level: level, codes: codes) }
      sumCells(of: number)
    }
    cells[number].next = Int32(truncatingIfNeeded: cells.count)
  }

  private static func quarters(of range: Range<Int>, level: Int, codes: [UInt32]) -> [Range<Int>] {
    let shift = UInt32(2 * (MortonOrder.levels - 1 - level))
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let quarter = codes[start] >> shift & 3
      var end = range.upperBound
      if codes[end - 1] >> shift & 3 != quarter {
        var low = start
        while end - low > 1 {
          let middle = (low + end) / 2
          if codes[middle] >> shift & 3 == quarter { low = middle } else { end = middle }
        }
      }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  private mutating func sumMasses(of number: Int, _ range: Range<Int>) {
    var (sumX, sumY, mass) = (0.0, 0.0, 0.0)
    var box = Bounds(
      minX: x[range.lowerBound], minY: y[range.lowerBound], maxX: x[range.lowerBound],
      maxY: y[range.lowerBound])
    for index in range {
      sumX += x[index] * masses[index]
      sumY += y[index] * masses[index]
      mass += masses[index]
      box.minX = min(box.minX, x[index])
      box.minY = min(box.minY, y[index])
      box.maxX = max(box.maxX, x[index])
      box.maxY = max(box.maxY, y[index])
    }
    finish(number, sumX: sumX, sumY: sumY, mass: mass, box: box)
  }

  private mutating func sumCells(of number: Int) {
    var (sumX, sumY, mass) = (0.0, 0.0, 0.0)
    var box = cells[number + 1].box
    var inner = number + 1
    while inner < cells.count {
      let cell = cells[inner]
      sumX += cell.x * cell.mass
      sumY += cell.y * cell.mass
      mass += cell.mass
      box.minX = min(box.minX, cell.box.minX)
      box.minY = min(box.minY, cell.box.minY)
      box.maxX = max(box.maxX, cell.box.maxX)
      box.maxY = max(box.maxY, cell.box.maxY)
      inner = Int(cell.next)
    }
    finish(number, sumX: sumX, sumY: sumY, mass: mass, box: box)
  }

  private mutating func finish(_ number: Int, sumX: Double, sumY: Double, mass: Double, box: Bounds) {
    cells[number].x = sumX / mass
    cells[number].y = sumY / mass
    cells[number].mass = mass
    cells[number].box = box
    let extent = max(box.width, box.height)
    cells[number].squaredExtent = extent * extent
  }
}
