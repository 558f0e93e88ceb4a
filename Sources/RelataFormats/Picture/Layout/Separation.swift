/// Moves rectangles apart that lie over one another, each as little as possible.
struct Separation {
  let sizes: [PictureSize]
  /// How much room is left between two.
  let gap: Double
  /// No rectangle reaches beyond 0 ... width.
  let width: Double

  /// One round of pushes; the sum of the overlaps that it found.
  /// - Complexity: O(*n* log *n*) and the pairs whose horizontal ranges meet.
  func push(_ places: inout [PicturePoint], order: inout [Int], strength: Double) -> Double {
    let sizes = sizes
    let left = places.indices.map { places[$0].x - sizes[$0].width / 2 }
    order.sort { (left[$0], $0) < (left[$1], $1) }
    var found = 0.0
    for position in order.indices {
      let i = order[position]
      let right = places[i].x + sizes[i].width / 2 + gap
      var next = position + 1
      while next < order.count, left[order[next]] < right + gap {
        let j = order[next]
        next += 1
        let across = (sizes[i].width + sizes[j].width) / 2 + gap - abs(places[i].x - places[j].x)
        let down = (sizes[i].height + sizes[j].height) / 2 + gap - abs(places[i].y - places[j].y)
        // Rounding must not keep two that touch apart for ever.
        guard across > 1e-6, down > 1e-6 else { continue }
        found += min(across, down)
        if across < down {
          let move =
            strength * across / 2
            * (places[i].x < places[j].x || (places[i].x == places[j].x && i < j) ? 1 : -1)
          places[i].x -= move
          places[j].x += move
        } else {
          let move =
            strength * down / 2
            * (places[i].y < places[j].y || (places[i].y == places[j].y && i < j) ? 1 : -1)
          places[i].y -= move
          places[j].y += move
        }
      }
    }
    keepInside(&places)
    return found
  }

  func keepInside(_ places: inout [PicturePoint]) {
    for index in places.indices {
      let half = sizes[index].width / 2
      places[index].x = max(half, min(max(half, width - half), places[index].x))
    }
  }

  /// Pushes until nothing overlaps. Where pushing alone leads nowhere, the picture grows downwards,
  /// where there is always room.
  func separate(_ places: inout [PicturePoint]) {
    var order = Array(places.indices)
    keepInside(&places)
    var round = 0
    while push(&places, order: &order, strength: 1.02) > 0 {
      round += 1
      guard round % 25 == 0 else { continue }
      for index in places.indices { places[index].y *= 1.02 }
      // Those at exactly one height would stay there.
      if round % 100 == 0 { for index in places.indices { places[index].y += Double(index) * 0.5 } }
    }
  }
}
