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
    var text = id.rawValue
    return text.withUTF8 { bytes in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if precedes(middle, bytes) ?? (self[middle] < id) { low = middle + 1 } else { high = middle }
      }
      guard low < count else { return nil }
      return strings.utf8(low).elementsEqual(bytes) || self[low] == id ? low : nil
    }
  }

  /// Whether one of the list is less than another identifier. The order is that of strings, which is that of their bytes where both
  /// are ASCII, as nearly all are; nil where that decides nothing.
  @inline(__always) private func precedes(_ number: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool? {
    let own = strings.utf8(number)
    var place = 0
    while place < own.count, place < other.count, own[place] == other[place] {
      guard own[place] < 0x80 else { return nil }
      place += 1
    }
    // Where they differ, and behind: what follows may combine with a letter.
    for next in place...place + 1 {
      let letters = (next < own.count ? own[next] : 0) | (next < other.count ? other[next] : 0)
      guard letters < 0x80 else { return nil }
    }
    return place < own.count && place < other.count ? own[place] < other[place] : own.count < other.count
  }
}
