import RelataGraph

/// What entities are called, by their identifiers.
struct EntityHeads {
  private let heads: [EntityHead]
  private let ids: [EntityID]
  private let groups: [Int]

  init(_ heads: [EntityHead], _ numbers: EntityNumbers) {
    self.heads = heads
    ids = numbers.ids
    groups = numbers.groups
  }

  /// - Complexity: O(log n).
  subscript(id: EntityID) -> EntityHead? {
    var range = ids.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = ids[middle] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    let place = range.lowerBound
    return place < ids.count && ids[place] == id ? heads[groups[place]] : nil
  }
}
