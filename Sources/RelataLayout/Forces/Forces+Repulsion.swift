extension Forces {
  /// Lets every mass push every other one away with *m₁m₂/(d + d³/r²)*, far ones together.
  ///
  /// Beyond the range *r* pushes fade quickly: otherwise two crowds with a single link between them would
  /// drift far apart, and leave the rest of the drawing empty.
  ///
  /// The masses of a leaf of the tree share one list of what pushes them, and are pushed four at a time. The
  /// sums have a fixed order.
  /// - Parameters:
  ///   - openness: How wide a cell may be, seen from its distance, to count as one mass; squared.
  ///   - range: The distance at which a push has half of its strength without fading.
  /// - Complexity: O(*n* log *n*) for *n* masses.
  mutating func repel(_ tree: Quadtree, openness: Double, range: Double) {
    let fading = 1 / (range * range)
    var list = RepulsionList()
    for leaf in tree.cells where leaf.isLeaf {
      list.collect(for: leaf, in: tree, openness: openness)
      var first = Int(leaf.first)
      let end = Int(leaf.end)
      while first < end {
        let lanes = min(4, end - first)
        var (x, y) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        for lane in 0..<lanes {
          x[lane] = tree.x[first + lane]
          y[lane] = tree.y[first + lane]
        }
        let push = list.push(x, y, fading: fading)
        for lane in 0..<lanes {
          let node = Int(tree.nodes[first + lane])
          let mass = tree.masses[first + lane]
          self.x[node] += mass * push.x[lane]
          self.y[node] += mass * push.y[lane]
          stiffness[node] += mass * push.stiffness[lane]
        }
        first += lanes
      }
    }
  }
}

/// What pushes the masses of one leaf.
private struct RepulsionList {
  private var sources: [SIMD4<Double>] = []

  mutating func collect(for leaf: Quadtree.Cell, in tree: Quadtree, openness: Double) {
    sources.removeAll(keepingCapacity: true)
    tree.cells.withUnsafeBufferPointer { cells in
      var number = 0
      while number < cells.count {
        let cell = cells[number]
        // From the nearest border of the leaf, so that what holds there holds for all its masses.
        let x = max(0, max(leaf.box.minX - cell.x, cell.x - leaf.box.maxX))
        let y = max(0, max(leaf.box.minY - cell.y, cell.y - leaf.box.maxY))
        if cell.squaredExtent < openness * (x * x + y * y) {
          sources.append(SIMD4(cell.x, cell.y, cell.mass, 0))
          number = Int(cell.next)
        } else {
          if cell.isLeaf {
            for index in Int(cell.first)..<Int(cell.end) {
              sources.append(SIMD4(tree.x[index], tree.y[index], tree.masses[index], 0))
            }
          }
          number += 1
        }
      }
    }
  }

  func push(_ x: SIMD4<Double>, _ y: SIMD4<Double>, fading: Double) -> (
    x: SIMD4<Double>, y: SIMD4<Double>, stiffness: SIMD4<Double>
  ) {
    var (sumX, sumY, stiffness) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    sources.withUnsafeBufferPointer { sources in
      for source in sources {
        let dx = x - source.x
        let dy = y - source.y
        let square = dx * dx + dy * dy
        // A mass does not push itself, nor one at its own place, which has no direction.
        let strength = (SIMD4(repeating: source.z) / (square + square * square * fading)).replacing(
          with: 0, where: square .== SIMD4.zero)
        sumX += dx * strength
        sumY += dy * strength
        stiffness += strength
      }
    }
    return (sumX, sumY, stiffness)
  }
}
