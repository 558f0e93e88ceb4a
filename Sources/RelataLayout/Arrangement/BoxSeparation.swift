/// Moves boxes apart until no two overlap, while the drawing keeps its shape.
///
/// First the whole drawing grows until only the densest parts overlap; then boxes push each other along the
/// line between them, as in PRISM; what is left is removed by ``VerticalSeparation``, which always succeeds.
///
/// Source: Gansner and Hu, "Efficient, Proximity-Preserving Node Overlap Removal", JGAA 14 (2010).
struct BoxSeparation: Sendable {
  /// The boxes, with the space that is to stay free around each.
  var sizes: [Size]
  /// How many overlaps for each box the growth leaves for the pushes.
  var overlapsLeft = 0.6
  /// How many times boxes push each other at most.
  var rounds = 60

  /// - Complexity: O(*n* log *n* + `rounds` × *n*) for *n* boxes of similar size.
  func separate(_ places: inout Places) {
    guard places.count > 1 else { return }
    grow(&places)
    for round in 0..<rounds {
      guard push(&places, most: round < rounds / 2 ? 1.5 : 2) else { break }
    }
    VerticalSeparation(sizes: sizes).separate(&places)
  }

  private func grow(_ places: inout Places) {
    let limit = Int(overlapsLeft * Double(places.count)) + 1
    // Three hundred times a factor of 1.1 grow any drawing that is one; places all alike grow never.
    for _ in 0..<300 where overlaps(in: places, upTo: limit) >= limit {
      for index in 0..<places.count {
        places.x[index] *= 1.1
        places.y[index] *= 1.1
      }
    }
  }

  private func overlaps(in places: Places, upTo limit: Int) -> Int {
    var count = 0
    BoxGrid(of: places, sizes: sizes).forEachPair { a, b in
      if overlap(a, b, in: places) { count += 1 }
      return count < limit
    }
    return count
  }

  private func overlap(_ a: Int, _ b: Int, in places: Places) -> Bool {
    let x = places.x[a] - places.x[b]
    let y = places.y[a] - places.y[b]
    return abs(x) * 2 < sizes[a].width + sizes[b].width && abs(y) * 2 < sizes[a].height + sizes[b].height
  }

  /// Whether anything had to move.
  private func push(_ places: inout Places, most: Double) -> Bool {
    var moves = Places(count: places.count)
    var counts = Array(repeating: 0.0, count: places.count)
    BoxGrid(of: places, sizes: sizes).forEachPair { a, b in
      guard overlap(a, b, in: places) else { return true }
      let x = places.x[a] - places.x[b]
      let y = places.y[a] - places.y[b]
      let wide = (sizes[a].width + sizes[b].width) / 2
      let high = (sizes[a].height + sizes[b].height) / 2
      // The factor by which the two must be further apart to touch; where one is on the other there is none.
      let factor = min(most, min(wide / max(abs(x), wide / 64), high / max(abs(y), high / 64)))
      let share = (factor - 1) / 2
      moves.x[a] += x * share
      moves.y[a] += y * share
      moves.x[b] -= x * share
      moves.y[b] -= y * share
      counts[a] += 1
      counts[b] += 1
      return true
    }
    var moved = false
    for index in 0..<places.count where counts[index] > 0 {
      // The pushes of many neighbours add up; less than their sum keeps them from throwing a box out.
      let damping = counts[index] > 1 ? 0.7 : 1
      places.x[index] += moves.x[index] * damping
      places.y[index] += moves.y[index] * damping
      moved = true
    }
    return moved
  }
}
