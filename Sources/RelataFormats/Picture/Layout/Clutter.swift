/// How hard a picture is to read: what crosses what, and how much paper it takes.
struct Clutter {
  /// Less is better.
  let cost: Double

  /// - Complexity: O(*l*² + *l*·*n*) for *l* links and *n* rectangles.
  init(_ problem: LayoutProblem, _ places: [PicturePoint]) {
    let links = problem.links.filter { $0.first != $0.second }
    let nodeCount = problem.nodes.count
    var crossings = 0
    for i in links.indices {
      let (a, b) = (places[links[i].first], places[links[i].second])
      for j in 0..<i
      where Set([links[i].first, links[i].second]).isDisjoint(with: [links[j].first, links[j].second]) {
        if Self.cross(a, b, places[links[j].first], places[links[j].second]) { crossings += 1 }
      }
    }
    var covered = 0
    for link in links {
      for box in 0..<nodeCount where box != link.first && box != link.second {
        let rectangle = PictureBox(center: places[box], size: problem.nodes[box])
        if rectangle.isCrossed(from: places[link.first], to: places[link.second], margin: 1) { covered += 1 }
      }
    }
    // A label away from its line leads the line astray.
    var strayed = 0.0
    for (index, link) in problem.links.enumerated() where link.first != link.second {
      let middle = (places[link.first] + places[link.second]) * 0.5
      strayed += max(0, (places[nodeCount + index] - middle).length - 25) / 25
    }
    let size = PictureLayout.extent(places, problem.boxes).1
    cost = Double(crossings) + 4 * Double(covered) + strayed + size.width * size.height / 18_000
  }

  private static func cross(
    _ a: PicturePoint, _ b: PicturePoint, _ c: PicturePoint, _ d: PicturePoint
  ) -> Bool {
    func side(_ p: PicturePoint, _ q: PicturePoint, _ r: PicturePoint) -> Bool {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0
    }
    return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
  }
}
