import RelataNames

/// What is to be laid out: rectangles, and links between two of them that carry a label.
struct LayoutProblem: Sendable {
  struct Link: Hashable, Sendable {
    var first: Int
    var second: Int
    var label: PictureSize
  }

  /// Of the entities.
  var nodes: [PictureSize]
  var links: [Link]

  /// Entities first, then the links' labels: what must be kept apart.
  var boxes: [PictureSize] { nodes + links.map(\.label) }

  /// The parts that no link connects, each with the entities and links it has: the
  /// largest first, then in order.
  func components() -> [(nodes: [Int], links: [Int])] {
    var sets = DisjointSets(count: nodes.count)
    for link in links { sets.join(link.first, link.second) }
    let roots = sets.roots()
    var places: [Int: Int] = [:]
    var parts: [(nodes: [Int], links: [Int])] = []
    for node in nodes.indices {
      if let place = places[roots[node]] {
        parts[place].nodes.append(node)
      } else {
        places[roots[node]] = parts.count
        parts.append(([node], []))
      }
    }
    for (index, link) in links.enumerated() {
      if let place = places[roots[link.first]] { parts[place].links.append(index) }
    }
    return parts.enumerated()
      .sorted { ($1.element.nodes.count, $0.offset) < ($0.element.nodes.count, $1.offset) }
      .map(\.element)
  }

  /// One of the parts as a problem of its own.
  func part(nodes chosen: [Int], links chosenLinks: [Int]) -> LayoutProblem {
    let places = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    return LayoutProblem(
      nodes: chosen.map { nodes[$0] },
      links: chosenLinks.compactMap { index in
        guard let first = places[links[index].first], let second = places[links[index].second] else {
          return nil
        }
        return Link(first: first, second: second, label: links[index].label)
      })
  }
}
