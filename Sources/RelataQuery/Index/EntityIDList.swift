public import RelataGraph

/// The identifiers of a graph's entities in ascending order, without a string in memory for each.
public struct EntityIDList: RandomAccessCollection, Sendable {
  package let strings: PackedStrings

  package init(strings: PackedStrings) { self.strings = strings }

  public var startIndex: Int { 0 }
  public var endIndex: Int { strings.count }
  public subscript(_ number: Int) -> EntityID { EntityID(rawValue: strings[number]) }

  /// The place of an identifier, nil where it is none of these.
  /// - Complexity: O(log n).
  public func number(of id: EntityID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if precedes(middle, id) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == id ? low : nil
  }

  /// Whether one of the list is less than another identifier, in the order of strings. That is the order of bytes where both are
  /// ASCII, as nearly all are.
  private func precedes(_ number: Int, _ id: EntityID) -> Bool {
    let order = id.rawValue.utf8.withContiguousStorageIfAvailable { other -> Bool? in
      let own = strings.utf8(number)
      for place in 0..<Swift.min(own.count, other.count) {
        guard own[place] | other[place] < 0x80 else { return nil }
        if own[place] != other[place] { return own[place] < other[place] }
      }
      guard own.count != other.count else { return false }
      // What follows may combine with the last letter.
      let next = own.count < other.count ? other[own.count] : own[other.count]
      return next < 0x80 ? own.count < other.count : nil
    }
    return (order ?? nil) ?? (self[number] < id)
  }
}
