import RelataGraph

/// Finds statements that cannot all be true. Only what texts state as fact counts: plans and allegations contradict nothing.
struct ContradictionFinder {
  let ontology: Ontology
  private let names: [EntityID: String]
  private let types: [EntityID: EntityType]

  init(ontology: Ontology, entities: [Entity]) {
    self.ontology = ontology
    names = Dictionary(entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    types = Dictionary(entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// By kind (time, polarity, value, place), then by the first statement.
  func find(in statements: [Statement]) -> [Contradiction] {
    let facts = statements.indices.filter {
      !statements[$0].isOpen && [.asserted, .reported].contains(statements[$0].modality)
    }
    let found =
      times(facts, statements) + polarities(facts, statements) + values(facts, statements)
      + places(facts, statements)
    var seen: Set<[Int]> = []
    return found.filter { seen.insert($0.statements).inserted }
  }

  // MARK: Time

  /// Dated statements of one event that give dates which exclude each other.
  private func times(_ facts: [Int], _ statements: [Statement]) -> [Contradiction] {
    var events: [[String]: [Int]] = [:]
    for index in facts where statements[index].polarity == .affirmed && date(statements[index])?.year != nil {
      let statement = statements[index]
      guard ontology.relation(statement.relation)?.isEvent == true else { continue }
      let (subject, object) = (statement.subject.rawValue, statement.object.rawValue)
      let key =
        switch Recurrence.of(statement.relation)?.scope {
        case .object: ["", object]
        case .subject: [subject, ""]
        case .pair, nil: [subject, object]
        }
      events[[statement.relation] + key, default: []].append(index)
    }
    return events.values.compactMap { indices in
      let conflicting = indices.filter { index in
        indices.contains { $0 != index && areOneEventAtTwoDates(statements[index], statements[$0]) }
      }
      guard !conflicting.isEmpty else { return nil }
      return Contradiction(
        kind: .time, statements: conflicting,
        explanation: phrase(conflicting.map { statements[$0] }) + ": " + dated(conflicting, statements))
    }.sorted { $0.statements.lexicographicallyPrecedes($1.statements) }
  }

  private func date(_ statement: Statement) -> PartialDate? { statement.time?.start }

  private func areOneEventAtTwoDates(_ a: Statement, _ b: Statement) -> Bool {
    guard let first = date(a), let second = date(b), !first.isCompatible(with: second),
      let year = first.year, let other = second.year
    else { return false }
    let distance = abs(year - other)
    if let day = first.day, day == second.day, first.month == second.month,
      distance <= Recurrence.anniversaryYears
    {
      return true
    }
    guard let recurrence = Recurrence.of(a.relation) else { return false }
    // Different places are different events where several pairs of ends are compared.
    if recurrence.scope != .pair, let place = a.place, let otherPlace = b.place, place != otherPlace {
      return false
    }
    return recurrence.years.map { distance <= $0 } ?? true
  }

  // MARK: Polarity

  /// The same affirmed and negated, for times that can be one.
  private func polarities(_ facts: [Int], _ statements: [Statement]) -> [Contradiction] {
    let grouped = Dictionary(grouping: facts) { index in
      [statements[index].subject.rawValue, statements[index].relation, statements[index].object.rawValue]
    }
    return grouped.values.compactMap { indices in
      let conflicting = indices.filter { index in
        indices.contains { other in
          statements[index].polarity != statements[other].polarity
            && canCoincide(statements[index], statements[other])
        }
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
  private func places(_ facts: [Int], _ statements: [Statement]) -> [Contradiction] {
    let events = Dictionary(
      grouping: facts.filter { index in
        let statement = statements[index]
        return statement.polarity == .affirmed && statement.place != nil && date(statement)?.day != nil
          && date(statement)?.year != nil && ontology.relation(statement.relation)?.isEvent == true
      }
    ) { index in
      let statement = statements[index]
      return [
        statement.subject.rawValue, statement.relation, statement.object.rawValue,
        date(statement)?.description ?? "",
      ]
    }
    let containment = Containment(statements)
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

  // MARK: Value

  /// Different values of a relation that has one at a time, at times that are known to overlap.
  private func values(_ facts: [Int], _ statements: [Statement]) -> [Contradiction] {
    let containment = Containment(statements)
    var slots: [[String]: [Int]] = [:]
    for index in facts where statements[index].polarity == .affirmed {
      let statement = statements[index]
      guard let relation = ontology.relation(statement.relation) else { continue }
      if relation.isFunctional {
        slots[[relation.id, statement.subject.rawValue, ""], default: []].append(index)
      }
      if relation.isInverseFunctional {
        slots[[relation.id, "", statement.object.rawValue], default: []].append(index)
      }
    }
    return slots.compactMap { slot, indices in
      let isObjectFixed = slot[1].isEmpty
      // One is born once: no date is needed to see that two birthplaces exclude each other.
      let isOnce = !isObjectFixed && ontology.relation(slot[0])?.isEvent == true
      let conflicting = indices.filter { index in
        indices.contains { other in
          let (a, b) = (statements[index], statements[other])
          let (value, otherValue) = isObjectFixed ? (a.subject, b.subject) : (a.object, b.object)
          // Born in Damascus and born in Syria agree: values of different types do not exclude each other.
          return value != otherValue && types[value] == types[otherValue]
            && (isOnce ? !containment.relates(value, otherValue) : overlap(a.time, b.time))
        }
      }
      guard let first = conflicting.first else { return nil }
      let label = ontology.relation(statements[first].relation)?.label ?? statements[first].relation
      let values = conflicting.map { index in
        let value = isObjectFixed ? statements[index].subject : statements[index].object
        return "\(name(value)) \(dated([index], statements))"
      }.joined(separator: ", ")
      let head =
        isObjectFixed
        ? "\(label) \(name(statements[first].object))" : "\(name(statements[first].subject)) \(label)"
      return Contradiction(kind: .value, statements: conflicting, explanation: "\(head): \(values)")
    }.sorted { $0.statements.lexicographicallyPrecedes($1.statements) }
  }

  /// Whether both certainly held on one day. The day of a change belongs to both.
  private func overlap(_ a: TimeSpan?, _ b: TimeSpan?) -> Bool {
    guard let a = a.flatMap(certainDays), let b = b.flatMap(certainDays) else { return false }
    let (first, last) = (max(a.first, b.first), min(a.last, b.last))
    guard first == last else { return first < last }
    return [a, b].allSatisfy { $0.first == $0.last || ($0.first < first && first < $0.last) }
  }

  /// The days on which a statement held for sure: "in 2024" names none, "from 2000 to 2024" those from 2001 to 2023.
  private func certainDays(_ time: TimeSpan) -> (first: Int, last: Int)? {
    guard let start = time.start?.bounds, let end = time.end?.bounds ?? time.start?.bounds else { return nil }
    if time.end == nil { return start.first == start.last ? start : nil }
    return start.last <= end.first ? (start.last, end.first) : nil
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
