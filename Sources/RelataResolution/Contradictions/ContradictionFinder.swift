import RelataGraph
import RelataNames

/// Finds statements that cannot all be true. Only what texts state as fact counts: plans and
/// allegations contradict nothing.
struct ContradictionFinder {
  let ontology: Ontology
  /// What is compared: nil for an end that may differ.
  struct Ends: Hashable {
    var relation: String
    var subject: EntityID?
    var object: EntityID?

    init(relation: String, subject: EntityID? = nil, object: EntityID? = nil) {
      self.relation = relation
      self.subject = subject
      self.object = object
    }

    init(_ statement: Statement) {
      self.init(relation: statement.relation, subject: statement.subject, object: statement.object)
    }
  }

  private let names: [EntityID: String]
  private let types: [EntityID: EntityType]

  /// - Parameters:
  ///   - names: what the ends and places of the statements are called.
  ///   - types: what they are.
  init(ontology: Ontology, names: [EntityID: String], types: [EntityID: EntityType]) {
    self.ontology = ontology
    self.names = names
    self.types = types
  }

  init(ontology: Ontology, entities: [Entity]) {
    self.init(
      ontology: ontology,
      names: Dictionary(entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
      types: Dictionary(entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first }))
  }

  /// By kind (time, polarity, value, place), then by the first statement.
  func find(in statements: [Statement]) -> [Contradiction] {
    let containment = Containment(statements, ontology)
    // What two of them find counts as the first.
    let found = Contradiction.Kind.allCases.flatMap { find($0, in: statements, containment) }
    var seen: Set<[Int]> = []
    return found.filter { seen.insert($0.statements).inserted }
  }

  /// Those of one kind, by the first statement.
  func find(
    _ kind: Contradiction.Kind, in statements: [Statement], _ containment: Containment
  ) -> [Contradiction] {
    let facts = statements.indices.filter { Self.isFact(statements[$0]) }
    return switch kind {
    case .time: times(facts, statements)
    case .polarity: polarities(facts, statements)
    case .value: values(facts, statements, containment)
    case .place: places(facts, statements, containment)
    }
  }

  static func isFact(_ statement: Statement) -> Bool {
    !statement.isOpen && [.asserted, .reported].contains(statement.modality)
  }

  // MARK: Time

  /// Dated statements of one event that give dates which exclude each other.
  private func times(_ facts: [Int], _ statements: [Statement]) -> [Contradiction] {
    var events: [Ends: [Int]] = [:]
    for index in facts {
      guard let event = datedEvent(statements[index]) else { continue }
      events[event, default: []].append(index)
    }
    return events.compactMap { key, indices in
      guard indices.count > 1 else { return nil }
      var dates = EventDates(
        indices.lazy.map { statements[$0] }, recurrence: ontology.relation(key.relation)?.recurrence)
      let conflicting = indices.filter { dates.isContradicted(statements[$0]) }
      guard !conflicting.isEmpty else { return nil }
      return Contradiction(
        kind: .time, statements: conflicting,
        explanation: phrase(conflicting.map { statements[$0] }) + ": " + dated(conflicting, statements))
    }.sorted { $0.statements.lexicographicallyPrecedes($1.statements) }
  }

  /// The event that a fact dates, nil where it dates none.
  func datedEvent(_ statement: Statement) -> Ends? {
    guard statement.polarity == .affirmed, date(statement)?.year != nil,
      let relation = ontology.relation(statement.relation), relation.isEvent
    else { return nil }
    var ends = Ends(statement)
    switch relation.recurrence?.scope {
    case .object: ends.subject = nil
    case .subject: ends.object = nil
    case .pair, nil: break
    }
    return ends
  }

  private func date(_ statement: Statement) -> PartialDate? { statement.time?.start }

  // MARK: Polarity

  /// The same affirmed and negated, for times that can be one.
  private func polarities(_ facts: [Int], _ statements: [Statement]) -> [Contradiction] {
    let negated = Set(
      facts.lazy.filter { statements[$0].polarity == .negated }.map { Ends(statements[$0]) })
    let grouped = Dictionary(grouping: facts) { index in
      let ends = Ends(statements[index])
      return negated.contains(ends) ? ends : nil
    }
    return grouped.compactMap { ends, indices in
      guard ends != nil else { return nil }
      var opponents: [Polarity: QualifierIndex] = [:]
      for index in indices {
        opponents[statements[index].polarity, default: QualifierIndex()].file(index, statements[index])
      }
      let conflicting = indices.filter { index in
        var isContradicted = false
        opponents[statements[index].polarity == .affirmed ? .negated : .affirmed]?
          .forEachPossible(statements[index]) { other in
            isContradicted = canCoincide(statements[index], statements[other])
            return !isContradicted
          }
        return isContradicted
      }
      guard let first = conflicting.first else { return nil }
      let sides = [Polarity.affirmed, .negated].map { polarity in
        let side = conflicting.filter { statements[$0].polarity == polarity }
        return "\(polarity.rawValue) \(dated(side, statements))"
      }
      return Contradiction(
        kind: .polarity, statements: conflicting,
        explanation: phrase([statements[first]]) + ": " + sides.joined(separator: ", "))
    }.sorted { $0.statements.lexicographicallyPrecedes($1.statements) }
  }

  private func canCoincide(_ a: Statement, _ b: Statement) -> Bool {
    if let role = a.role, let other = b.role, NameWords.folded(role) != NameWords.folded(other) {
      return false
    }
    if let place = a.place, let other = b.place, place != other { return false }
    guard let time = a.time, let other = b.time else { return true }
    return time.canBeOne(with: other)
  }

  // MARK: Place

  /// One event of one day at two places, according to different documents: one text may tell of two meetings.
  private func places(
    _ facts: [Int], _ statements: [Statement], _ containment: Containment
  ) -> [Contradiction] {
    var events: [[String]: [Int]] = [:]
    for index in facts {
      guard let event = placedEvent(statements[index]) else { continue }
      events[event, default: []].append(index)
    }
    return events.values.compactMap { indices in
      let conflicting = indices.filter { index in
        indices.contains { other in
          guard let a = statements[index].place, let b = statements[other].place, a != b,
            types[a] == types[b],
            !containment.relates(a, b)
          else { return false }
          return Set(statements[index].evidence.map(\.document))
            .isDisjoint(with: statements[other].evidence.map(\.document))
        }
      }
      guard let first = conflicting.first else { return nil }
      let sides = conflicting.map { index in
        "in \(statements[index].place.map(name) ?? "") \(dated([index], statements))"
      }
      return Contradiction(
        kind: .place, statements: conflicting,
        explanation: phrase([statements[first]]) + ": " + sides.joined(separator: ", "))
    }.sorted { $0.statements.lexicographicallyPrecedes($1.statements) }
  }

  /// The event of one day that a fact places: its ends, relation and date; nil where it places none.
  func placedEvent(_ statement: Statement) -> [String]? {
    guard statement.polarity == .affirmed, statement.place != nil, let date = date(statement),
      date.day != nil, date.year != nil, ontology.relation(statement.relation)?.isEvent == true
    else { return nil }
    return [
      statement.subject.rawValue, statement.relation, statement.object.rawValue, date.description,
    ]
  }

  // MARK: Value

  /// Different values of a relation that has one at a time, at times that are known to overlap.
  private func values(
    _ facts: [Int], _ statements: [Statement], _ containment: Containment
  ) -> [Contradiction] {
    var slots: [Ends: [Int]] = [:]
    for index in facts {
      for slot in self.slots(of: statements[index]) { slots[slot, default: []].append(index) }
    }
    return slots.compactMap { slot, indices in
      guard indices.count > 1 else { return nil }
      let isObjectFixed = slot.subject == nil
      func value(_ index: Int) -> EntityID {
        isObjectFixed ? statements[index].subject : statements[index].object
      }
      // One is born once: no date is needed to see that two birthplaces exclude each other.
      let isOnce = !isObjectFixed && ontology.relation(slot.relation)?.isEvent == true
      let conflicting =
        isOnce
        ? excluded(indices, value, containment) : overlapping(indices, value, statements)
      guard let first = conflicting.first else { return nil }
      let label = ontology.relation(statements[first].relation)?.label ?? statements[first].relation
      let values = conflicting.map { index in
        "\(name(value(index))) \(dated([index], statements))"
      }.joined(separator: ", ")
      let head =
        isObjectFixed
        ? "\(label) \(name(statements[first].object))" : "\(name(statements[first].subject)) \(label)"
      return Contradiction(kind: .value, statements: conflicting, explanation: "\(head): \(values)")
    }.sorted { $0.statements.lexicographicallyPrecedes($1.statements) }
  }

  /// What a fact fills with one value at a time.
  func slots(of statement: Statement) -> [Ends] {
    guard statement.polarity == .affirmed, let relation = ontology.relation(statement.relation)
    else { return [] }
    var slots: [Ends] = []
    if relation.isFunctional { slots.append(Ends(relation: relation.id, subject: statement.subject)) }
    if relation.isInverseFunctional { slots.append(Ends(relation: relation.id, object: statement.object)) }
    return slots
  }

  /// Born in Damascus and born in Syria agree: values of different types do not exclude each other, nor do
  /// places that lie in each other.
  private func excluded(
    _ indices: [Int], _ value: (Int) -> EntityID, _ containment: Containment
  ) -> [Int] {
    let values = Set(indices.map(value))
    let excluded = values.filter { one in
      values.contains { one != $0 && types[one] == types[$0] && !containment.relates(one, $0) }
    }
    return indices.filter { excluded.contains(value($0)) }
  }

  private func overlapping(
    _ indices: [Int], _ value: (Int) -> EntityID, _ statements: [Statement]
  ) -> [Int] {
    var held = HeldDays()
    for index in indices { held.add(value(index), types[value(index)], statements[index].time) }
    return indices.filter { held.isContradicted(value($0), types[value($0)], statements[$0].time) }
  }

  // MARK: Words

  private func name(_ id: EntityID) -> String { names[id] ?? id.rawValue }

  /// "HTS overthrew Bashar al-Assad"; an end that differs among the statements becomes a list.
  private func phrase(_ statements: [Statement]) -> String {
    func list(_ ids: [EntityID]) -> String { Set(ids).sorted().map(name).joined(separator: " or ") }
    let relation = statements.first?.relation ?? ""
    let label = ontology.relation(relation)?.label ?? relation
    let subjects = list(statements.map(\.subject))
    let objects = list(statements.map(\.object))
    // An event that is named after what it happened to says it all: "fall of Damascus".
    if subjects == "\(label) \(objects)" { return subjects }
    return "\(subjects) \(label) \(objects)"
  }

  /// "2025-12-08 in a.txt, 2024-12 in b.txt and c.txt".
  private func dated(_ indices: [Int], _ statements: [Statement]) -> String {
    var documents: [String: Set<String>] = [:]
    for index in indices {
      let time = statements[index].time?.description ?? ""
      documents[time, default: []].formUnion(statements[index].evidence.map(\.document))
    }
    return documents.sorted { $0.key < $1.key }.map { time, names in
      let list = names.sorted()
      let text =
        list.count > 1
        ? "\(list.dropLast().joined(separator: ", ")) and \(list[list.count - 1])" : list.joined()
      return time.isEmpty ? "in \(text)" : "\(time) in \(text)"
    }.joined(separator: ", ")
  }
}
