/// Finds the near duplicates in a whole collection.
public enum DuplicateGroups {
  /// Groups of texts that are one source of evidence, each with its representative first and the
  /// others in the order of their keys; texts without duplicates are in no group. The order of the
  /// entries does not matter.
  ///
  /// Each text joins the *longest* text that it is a duplicate of and that did not itself join another, not
  /// all that it resembles: chains would bring texts together that have little in common, and what most of a
  /// group says would be lost. The representative is the earliest of the full versions, which are those with
  /// at least nine tenths of the longest one's sequences of words; of equally early ones the longest; of
  /// equally long ones the one with the smallest key. A text without a date is the latest.
  /// - Complexity: O(*n* log *n*) in the number of entries.
  public static func groups(
    of entries: [DuplicateEntry], criteria: DuplicateCriteria = DuplicateCriteria()
  ) -> [[String]] {
    var index = DuplicateIndex(criteria: criteria)
    var groups: [[DuplicateEntry]] = []
    for entry in entries.sorted(by: isLonger) {
      if let best = index.best(for: entry.signature, day: DuplicateIndex.day(entry.date)) {
        groups[best.index].append(entry)
      } else {
        index.add(entry)
        groups.append([entry])
      }
    }
    return groups.filter { $0.count > 1 }.map { keys(sorted: $0) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The keys of one group, its representative first.
  /// - Parameter group: in any order.
  package static func keys(ofGroup group: [DuplicateEntry]) -> [String] {
    keys(sorted: group.sorted(by: isLonger))
  }

  /// - Parameter group: the longest first.
  private static func keys(sorted group: [DuplicateEntry]) -> [String] {
    let longest = group[0].signature.count
    let full = group.filter { $0.signature.count * 10 >= longest * 9 }
    guard let first = full.min(by: isEarlier) else { return [] }
    return [first.key] + group.map(\.key).filter { $0 != first.key }.sorted()
  }

  private static func isLonger(_ first: DuplicateEntry, _ second: DuplicateEntry) -> Bool {
    if first.signature.count != second.signature.count {
      return first.signature.count > second.signature.count
    }
    return isEarlier(first, second)
  }

  private static func isEarlier(_ first: DuplicateEntry, _ second: DuplicateEntry) -> Bool {
    if first.date != second.date {
      guard let earlier = first.date else { return false }
      guard let later = second.date else { return true }
      return earlier < later
    }
    if first.signature.count != second.signature.count {
      return first.signature.count > second.signature.count
    }
    return first.key < second.key
  }
}
