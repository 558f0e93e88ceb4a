public import RelataGraph

/// The identifiers of a graph's entities in ascending order, without a string in memory for each.
public struct EntityIDList: RandomAccessCollection, Sendable {
  package let strings: PackedStrings

  package init(strings: PackedStrings) { self.strings = strings }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of identifiers.
  public var endIndex: Int { strings.count }
  /// The identifier at a position.
  /// - Complexity: O(its length).
  public subscript(_ number: Int) -> EntityID { EntityID(rawValue: strings[number]) }

  /// The place of an identifier, nil where it is none of these, byte by byte.
  /// - Complexity: O(log n).
  public func number(of id: EntityID) -> Int? {
    let place = insertionPlace(of: id)
    var text = id.rawValue
    return text.withUTF8 { place < count && !$0.precedes(strings.utf8(place)) ? place : nil }
  }

  /// The place of the first identifier that does not precede one, byte by byte.
  /// - Complexity: O(log n).
  package func insertionPlace(of id: EntityID) -> Int {
    var text = id.rawValue
    return text.withUTF8 { bytes in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if strings.utf8(middle).precedes(bytes) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}

extension EntityIDList {
  /// All different identifiers in ascending order of their bytes. That is the order of strings, too, for
  /// all but identifiers with letters that are put together of several characters; Swift's own order
  /// contradicts itself there.
  static func sorted(_ ids: some Sequence<EntityID>) -> [EntityID] {
    var seen: Set<EntityID> = []
    let sorted = ids.filter { seen.insert($0).inserted }.sorted()
    let isAscending = zip(sorted, sorted.dropFirst()).allSatisfy { precedes($0, $1) }
    return isAscending ? sorted : sorted.sorted(by: precedes)
  }

  /// The order of a list: that of the bytes.
  package static func precedes(_ a: EntityID, _ b: EntityID) -> Bool {
    var (x, y) = (a.rawValue, b.rawValue)
    return x.withUTF8 { x in y.withUTF8 { y in x.precedes(y) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always) fileprivate func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < count, place < other.count, self[place] == other[place] { place += 1 }
    return place < count && place < other.count ? self[place] < other[place] : count < other.count
  }
}
