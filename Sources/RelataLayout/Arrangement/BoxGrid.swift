/// Finds boxes that overlap: boxes whose centres lie in neighbouring cells of a grid.
struct BoxGrid: Sendable {
  private let width: Double
  private let height: Double
  private let left: Double
  private let top: Double
  private let columns: Int
  private let rows: Int
  /// Where each cell starts in ``boxes``.
  private var starts: [Int]
  /// The numbers of the boxes, by cell, ascending in each.
  private var boxes: [Int32]

  /// Cells are as large as the largest box, so that only neighbouring cells can overlap, but
  /// not many more than boxes.
  /// - Complexity: O(number of boxes).
  init(of places: Places, sizes: [Size]) {
    let left = places.x.min() ?? 0
    let top = places.y.min() ?? 0
    let spanX = (places.x.max() ?? 0) - left
    let spanY = (places.y.max() ?? 0) - top
    let most = Double(sizes.count.squareRootRoundedUp * 2)
    let width = max(sizes.reduce(1) { max($0, $1.width) }, spanX / most)
    let height = max(sizes.reduce(1) { max($0, $1.height) }, spanY / most)
    let columns = Int(spanX / width) + 1
    let rows = Int(spanY / height) + 1
    var starts = Array(repeating: 0, count: columns * rows + 1)
    let cells = (0..<places.count).map {
      Int((places.y[$0] - top) / height) * columns + Int((places.x[$0] - left) / width)
    }
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 0..<(columns * rows) { starts[cell + 1] += starts[cell] }
    var ends = starts
    var boxes = Array(repeating: Int32(0), count: places.count)
    for (box, cell) in cells.enumerated() {
      boxes[ends[cell]] = Int32(truncatingIfNeeded: box)
      ends[cell] += 1
    }
    self.left = left
    self.top = top
    self.width = width
    self.height = height
    self.columns = columns
    self.rows = rows
    self.starts = starts
    self.boxes = boxes
  }

  /// Calls with every two boxes of neighbouring cells once, until told to stop.
  /// - Complexity: O(number of boxes × boxes of a neighbourhood).
  func forEachPair(_ body: (Int, Int) -> Bool) {
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = row * columns + column
        let own = starts[cell]..<starts[cell + 1]
        guard !own.isEmpty else { continue }
        // To the right, and the three below: the others see this cell from their side.
        let right = column + 1 < columns ? starts[cell + 1]..<starts[cell + 2] : 0..<0
        var below = 0..<0
        if row + 1 < rows {
          let first = cell + columns - (column > 0 ? 1 : 0)
          let last = cell + columns + (column + 1 < columns ? 1 : 0)
          below = starts[first]..<starts[last + 1]
        }
        for index in own {
          let box = Int(boxes[index])
          for other in (index + 1)..<own.upperBound where !body(box, Int(boxes[other])) { return }
          for other in right where !body(box, Int(boxes[other])) { return }
          for other in below where !body(box, Int(boxes[other])) { return }
        }
      }
    }
  }
}

extension Int {
  /// Of numbers from 0.
  fileprivate var squareRootRoundedUp: Int { Int(Double(self).squareRoot().rounded(.up)) }
}
