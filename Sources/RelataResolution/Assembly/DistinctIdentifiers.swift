import RelataGraph

/// Makes identifiers distinct: the first that asks for one gets it, the next ones get it with a number.
struct DistinctIdentifiers {
  private var taken: Set<EntityID> = []
  /// Thousands may be called "the attack": the next number is remembered.
  private var numbers: [EntityID: Int] = [:]

  /// The identifier of the next entity.
  /// - Parameter isTaken: whether an identifier is another entity's already.
  mutating func next<Failure: Error>(
    _ base: EntityID, isTaken: (EntityID) throws(Failure) -> Bool
  ) throws(Failure) -> EntityID {
    var id = base
    while true {
      let isNew = taken.insert(id).inserted
      if isNew, try !isTaken(id) { return id }
      let number = numbers[base] ?? 2
      numbers[base] = number + 1
      id = EntityID(rawValue: "\(base.rawValue)-\(number)")
    }
  }
}
