import RelataQuery
import RelataTestSupport

/// A list of which some elements go and to which others come, by chance, and the same as a `Renumbering`.
struct RandomSplice {
  private(set) var renumbering = Renumbering()
  /// Places in the old list; nil for what comes.
  private var order: [Int?] = []

  init(of count: Int, _ random: inout SeededGenerator) {
    for place in 0...count {
      let coming = random.number(3) == 0 ? 1 + random.number(3) : 0
      renumbering.add(coming)
      order += [Int?](repeating: nil, count: coming)
      if place == count || random.number(4) == 0 {
        renumbering.drop(upTo: place + 1)
      } else {
        renumbering.keep(upTo: place + 1)
        order.append(place)
      }
    }
  }

  /// The new list, element by element.
  func list<Element>(_ old: [Element], adding added: [Element]) -> [Element] {
    var coming = added[...]
    return order.compactMap { place in place.map { old[$0] } ?? coming.popFirst() }
  }
}
