/// Tables of a file may be whole and yet not fit together, if somebody made them so: no number in them
/// may lead outside of memory.
///
/// Each says what does not fit, or nil. What is only asked in some searches is only looked at for these.
extension GraphIndex {
  /// Of what every search needs.
  /// - Complexity: O(entities + statements), at the speed of memory.
  package var misfit: String? {
    guard ids.strings.ascends else { return "the places of the identifiers" }
    guard typeOfNode.isBelow(types.count) else { return "the types of the entities" }
    guard offsets.ascends else { return "the rows" }
    let (nodes, directions) = (UInt32(clamping: ids.count), UInt32(clamping: kinds.count * 2))
    guard slots.elements.allSatisfy({ $0.node < nodes && $0.kind < directions }) else { return "the slots" }
    guard statements.isBelow(strengths.count) else { return "the statements of the slots" }
    return nil
  }

  /// Of what rankings need besides.
  /// - Complexity: O(statements).
  package var rankingMisfit: String? {
    guard kindOfStatement.isBelow(kinds.count) else { return "the kinds of the statements" }
    guard relationCounts.allSatisfy({ 1...max(1, strengths.count) ~= $0 }) else {
      return "the uses of the relations"
    }
    return nil
  }

  /// Of what questions about time need besides.
  /// - Complexity: O(statements).
  package var timeMisfit: String? {
    // The first range is that of what has no time.
    ranges.count > 0 && times.isBelow(ranges.count) ? nil : "the times of the statements"
  }
}

extension NameIndex {
  /// Of what is needed to find a name as it is written.
  /// - Complexity: O(names).
  package var spellingMisfit: String? {
    guard texts.ascends else { return "the places of the names" }
    guard owners.elements.allSatisfy({ $0 >> 1 < mentionCounts.count }) else {
      return "the owners of the names"
    }
    return hashedNames.isBelow(texts.count) ? nil : "the names of the spellings"
  }

  /// Of what is needed besides to find one that is only like it.
  /// - Complexity: O(names).
  package var soundMisfit: String? {
    sounds.fits(texts.count) && wholes.fits(texts.count) ? nil : "the sounds of the names"
  }
}

extension KeyTable {
  fileprivate func fits(_ nameCount: Int) -> Bool {
    keys.ascends && lengthStarts.ascends && nameStarts.ascends && names.isBelow(nameCount)
  }
}

extension PackedStrings {
  /// Whether every string has a place of its own in the bytes, which end with the last one.
  package var ascends: Bool { offsets.ascends }
}

extension FixedBuffer where Element: FixedWidthInteger {
  fileprivate var ascends: Bool {
    let elements = elements
    var isAscending = true
    // Without leaving early, so that many are compared at once.
    for place in elements.indices.dropFirst() {
      isAscending = isAscending && elements[place - 1] <= elements[place]
    }
    return isAscending
  }

  fileprivate func isBelow(_ limit: Int) -> Bool {
    elements.allSatisfy { $0 < limit }
  }
}
