import RelataGraph

/// Which relations a predicate stands for, and from which of its ends to which they lead.
struct RelationDirections {
  /// From subject to object.
  private(set) var forward: [String] = []
  /// From object to subject.
  private(set) var backward: [String] = []
  /// The readings that they stand for.
  private(set) var readings: [Predicate.Reading] = []

  /// Of the readings those whose types fit the ends; all where none does, so that the
  /// answer is an honest “nothing”.
  ///
  /// - Parameters:
  ///   - subjectTypes: any of these; empty: any at all.
  ///   - objectTypes: as well.
  ///   - mayTurn: whether what the text calls the subject may be the object: something that falls
  ///     has the fall happen to it.
  init(
    _ readings: [Predicate.Reading], subjectTypes: [EntityType], objectTypes: [EntityType], mayTurn: Bool,
    ontology: Ontology
  ) {
    func allows(_ asked: [EntityType], _ types: [EntityType]) -> Bool {
      asked.isEmpty
        || asked.contains { type in
          ontology.allows(type, in: types) || types.contains { ontology.isKind($0, of: type) }
        }
    }
    func fits(_ reading: Predicate.Reading, isTurned: Bool) -> Bool {
      let (domain, range) = isTurned ? (reading.range, reading.domain) : (reading.domain, reading.range)
      return allows(subjectTypes, domain) && allows(objectTypes, range)
    }
    for wantsTypes in [true, false] where forward.isEmpty && backward.isEmpty {
      for reading in readings {
        let direct = fits(reading, isTurned: reading.isReversed)
        let turned = !direct && mayTurn && fits(reading, isTurned: !reading.isReversed)
        guard !wantsTypes || direct || turned else { continue }
        self.readings.append(reading)
        if reading.isReversed != turned {
          if !backward.contains(reading.relation) { backward.append(reading.relation) }
        } else if !forward.contains(reading.relation) {
          forward.append(reading.relation)
        }
      }
    }
  }
}
