/// Brings labels that were pushed aside back to their lines, where there is room.
struct LabelPlacement {
  let problem: LayoutProblem
  /// Of entities, then labels.
  let sizes: [PictureSize]
  let gap: Double
  let width: Double

  /// Tries places along the line of each label and beside it, and takes the free one that is nearest
  /// to the middle of the line.
  /// - Complexity: O(*l*·*n*) for *l* labels and *n* rectangles.
  func place(_ places: inout [PicturePoint]) {
    for (index, link) in problem.links.enumerated() where link.first != link.second {
      let label = problem.nodes.count + index
      let (start, end) = (places[link.first], places[link.second])
      let middle = (start + end) * 0.5
      let distance = (places[label] - middle).length
      guard distance > 12 else { continue }
      let way = end - start
      let normal = PicturePoint(x: -way.y, y: way.x) * (1 / max(way.length, 1))
      var best: (distance: Double, place: PicturePoint)?
      for along in [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7] {
        for aside in [0.0, 8, -8, 16, -16, 26, -26, 38, -38, 52, -52] {
          let place = start + way * along + normal * aside
          let far = (place - middle).length
          guard far < distance - 1, best.map({ far < $0.distance }) ?? true, isFree(place, for: label, places)
          else { continue }
          best = (far, place)
        }
      }
      if let best { places[label] = best.place }
    }
  }

  private func isFree(_ place: PicturePoint, for label: Int, _ places: [PicturePoint]) -> Bool {
    let size = sizes[label]
    guard place.x - size.width / 2 >= 0, place.x + size.width / 2 <= width else { return false }
    return places.indices.allSatisfy { other in
      other == label
        || abs(places[other].x - place.x) >= (sizes[other].width + size.width) / 2 + gap
        || abs(places[other].y - place.y) >= (sizes[other].height + size.height) / 2 + gap
    }
  }
}
