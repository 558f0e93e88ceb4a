/// How the places in a list become others where some of its elements go and others come: which stretches
/// stay, in their order, and how much comes between them.
package struct Renumbering: Sendable {
  package enum Stretch: Hashable, Sendable {
    /// Places in the old list.
    case kept(Range<Int>)
    /// Places in the list of what comes.
    case added(Range<Int>)
  }

  /// The place of what has none any more.
  package static let gone = UInt32.max

  /// In the order of the new list.
  package private(set) var stretches: [Stretch] = []
  /// How long the new list is.
  package private(set) var count = 0
  /// How many elements come.
  package private(set) var addedCount = 0
  /// The first place of the old list that nothing has been said of.
  private var next = 0

  package init() {}

  /// What comes next stays, up to a place in the old list, or has been dealt with.
  package mutating func keep(upTo place: Int) {
    guard place > next else { return }
    stretches.append(.kept(next..<place))
    count += place - next
    next = place
  }

  /// What comes next goes, up to a place in the old list, or has been dealt with.
  package mutating func drop(upTo place: Int) { next = max(next, place) }

  /// So many elements come next.
  package mutating func add(_ number: Int = 1) {
    guard number > 0 else { return }
    if case .added(let range)? = stretches.last {
      stretches[stretches.count - 1] = .added(range.lowerBound..<range.upperBound + number)
    } else {
      stretches.append(.added(addedCount..<addedCount + number))
    }
    addedCount += number
    count += number
  }

  /// By place in the old list, which has so many elements: the place in the new list, or ``gone``.
  /// - Complexity: O(n).
  package func places(of oldCount: Int) -> FixedBuffer<UInt32> {
    let places = FixedBuffer(count: oldCount, repeating: Self.gone)
    var place: UInt32 = 0
    for stretch in stretches {
      switch stretch {
      case .kept(let range):
        for old in range {
          places.base[old] = place
          place += 1
        }
      case .added(let range): place += UInt32(range.count)
      }
    }
    return places
  }

  /// By place in the list of what comes: the place in the new list.
  /// - Complexity: O(n) for n elements that come and stretches.
  package func placesOfAdded() -> [UInt32] {
    var places: [UInt32] = []
    places.reserveCapacity(addedCount)
    var place = 0
    for stretch in stretches {
      switch stretch {
      case .kept(let range): place += range.count
      case .added(let range):
        for _ in range {
          places.append(UInt32(place))
          place += 1
        }
      }
    }
    return places
  }
}
