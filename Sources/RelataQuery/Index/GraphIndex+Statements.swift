extension GraphIndex {
  /// The statements of one relation of which an entity is an end, ascending.
  ///
  /// - Parameters:
  ///   - isSubject: which end; nil: either.
  ///   - other: only those whose other end it is; nil: any.
  package func statements(
    of node: Int, asSubject isSubject: Bool?, relation: String, isOpen: Bool, with other: Int?
  ) -> [Int] {
    let numbers = Set(
      kinds.indices.filter { kinds[$0].relation == relation && kinds[$0].isOpen == isOpen }.map(UInt32.init))
    guard !numbers.isEmpty else { return [] }
    let row = other.map { slots(from: UInt32(node), to: UInt32($0)) } ?? row(of: UInt32(node))
    var found: [Int] = []
    for slot in row {
      let kind = slots.base[slot].kind
      guard numbers.contains(kind >> 1), isSubject.map({ $0 == (kind & 1 == 0) }) ?? true else { continue }
      found.append(Int(statements.base[slot]))
    }
    return found.sorted()
  }
}
