/// Brings labels near to the middle of their lines and entities out of the way of lines, while
/// everything is kept apart.
struct Refinement {
  let problem: LayoutProblem
  let separation: Separation
  /// Above this many rectangles lines may pass below entities: looking for each line and
  /// rectangle takes too long.
  private static let largestForLines = 700

  /// - Parameter places: of entities, then labels.
  func refine(_ places: inout [PicturePoint], rounds: Int) {
    let anchors = places
    var order = Array(places.indices)
    let nodeCount = problem.nodes.count
    for round in 0..<rounds {
      let warmth = 1 - Double(round) / Double(rounds)
      for (index, link) in problem.links.enumerated() where link.first != link.second {
        let label = nodeCount + index
        let middle = (places[link.first] + places[link.second]) * 0.5
        places[label] = places[label] + (middle - places[label]) * 0.25
        // An end that is far away is pulled a little, the whole picture is so kept together. Between two that
        // are near the label needs room.
        let way = places[link.second] - places[link.first]
        let lacking = missingRoom(of: link, along: way)
        let pull = lacking > 0 ? way * (-0.15 * lacking / max(way.length, 1)) : way * (0.012 * warmth)
        places[link.first] = places[link.first] + pull
        places[link.second] = places[link.second] - pull
      }
      for node in 0..<nodeCount {
        places[node] = places[node] + (anchors[node] - places[node]) * (0.03 * warmth)
      }
      if places.count <= Self.largestForLines { clearLines(&places, strength: 0.35) }
      _ = separation.push(&places, order: &order, strength: 0.6 + 0.4 * (1 - warmth))
    }
  }

  /// How much farther apart the ends would have to be for the label to stand between them.
  private func missingRoom(of link: LayoutProblem.Link, along way: PicturePoint) -> Double {
    let length = max(way.length, 1)
    let (across, down) = (abs(way.x) / length, abs(way.y) / length)
    func reach(_ size: PictureSize) -> Double {
      min(size.width / 2 / max(across, 1e-3), size.height / 2 / max(down, 1e-3))
    }
    let needed =
      reach(problem.nodes[link.first]) + reach(problem.nodes[link.second]) + 2 * reach(link.label) + 22
    return needed - length
  }

  /// Pushes what lies on a line that is not its own to the side.
  private func clearLines(_ places: inout [PicturePoint], strength: Double) {
    let nodeCount = problem.nodes.count
    let sizes = separation.sizes
    for (index, link) in problem.links.enumerated() where link.first != link.second {
      let (a, b) = (places[link.first], places[link.second])
      let along = b - a
      let length = along.length
      guard length > 1 else { continue }
      let normal = PicturePoint(x: -along.y / length, y: along.x / length)
      for box in places.indices
      where box != link.first && box != link.second && box != nodeCount + index {
        let size = sizes[box]
        let place = places[box]
        guard abs(place.x - (a.x + b.x) / 2) < abs(along.x) / 2 + size.width,
          abs(place.y - (a.y + b.y) / 2) < abs(along.y) / 2 + size.height
        else { continue }
        guard PictureBox(center: place, size: size).isCrossed(from: a, to: b, margin: 2) else { continue }
        let offset = (place - a).x * normal.x + (place - a).y * normal.y
        let reach = abs(normal.x) * size.width / 2 + abs(normal.y) * size.height / 2 + 3
        let needed = (offset < 0 ? -1 : 1) * (reach - abs(offset))
        let isEntity = box < nodeCount
        let move = normal * (needed * strength * (isEntity ? 0.6 : 0.4))
        places[box] = places[box] + move
        let back = move * 0.35
        places[link.first] = places[link.first] - back
        places[link.second] = places[link.second] - back
      }
    }
  }
}
