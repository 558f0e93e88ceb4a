import RelataGraph
import RelataLayout

extension KnowledgeGraph {
  /// Entities by number and statements between them.
  init(entities: Int, ends: [(Int, Int)], name: (Int) -> String = { "Entity number \($0)" }) {
    self.init(
      entities: (0..<entities).map {
        Entity(id: .number($0), name: name($0), type: EntityType(rawValue: "Thing"))
      },
      statements: ends.map {
        Statement(subject: .number($0), relation: "met_with", object: .number($1), evidence: [])
      })
  }

  /// A few hubs with their leaves, some links between near numbers, an entity alone and a pair apart.
  static let news = KnowledgeGraph(
    entities: 143,
    ends: (4..<140).map { ($0 % 4, $0) } + [(0, 1), (1, 2), (2, 3), (0, 1), (1, 0)]
      + stride(from: 4, to: 130, by: 3).map { ($0, $0 + 7) } + [(141, 142)],
    name: { String(repeating: "name ", count: $0 % 9) + "of \($0)" })
}

extension EntityID {
  static func number(_ number: Int) -> EntityID { EntityID(rawValue: "thing/\(1_000_000 + number)") }
}

extension GraphLayout {
  func box(_ number: Int) -> Bounds? {
    guard let point = points[.number(number)], let size = sizes[.number(number)] else { return nil }
    return Bounds(center: point, size: size)
  }

  /// The numbers of two boxes that overlap; each pair once.
  /// - Complexity: O(*n* log *n*) where boxes are small.
  func overlaps(among count: Int) -> [(Int, Int)] {
    let boxes = (0..<count).compactMap { number in box(number).map { (number, $0) } }
      .sorted { $0.1.minX < $1.1.minX }
    var found: [(Int, Int)] = []
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        guard other.1.minX < box.1.maxX else { break }
        if box.1.overlaps(other.1) { found.append((box.0, other.0)) }
      }
    }
    return found
  }

  /// The smallest rectangle around some entities' boxes.
  func bounds(of numbers: some Sequence<Int>) -> Bounds? {
    numbers.reduce(into: nil as Bounds?) { all, number in
      guard let box = box(number) else { return }
      all = all?.union(box) ?? box
    }
  }
}
