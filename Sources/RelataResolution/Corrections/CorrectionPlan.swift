import RelataGraph
import RelataNames

/// What corrections mean in one graph: which entities and statements they speak of, and
/// what shall become of these.
struct CorrectionPlan {
  /// What shall become of a statement.
  struct StatementEdit {
    var isWrong = false
    var isConfirmed = false
    var relation: (id: String, isOpen: Bool)?
    var isTurned = false
  }

  /// Entities that are one. Things are numbered as ``Splits`` does.
  struct Merge {
    var item: Int
    /// Ascending; only one where they are one already.
    var members: [Int]
    var name: String
    var line: Int
  }

  /// What a thing is called or is, and the place in the file of the correction that says so.
  struct Choice<Value> {
    var item: Int
    var value: Value
  }

  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let corrections: Corrections
  private var entities: EntityRecognition

  private(set) var splits = Splits([], of: [])
  private(set) var merges: [Merge] = []
  private(set) var names: [Int: Choice<String>] = [:]
  private(set) var types: [Int: Choice<EntityType>] = [:]
  /// By the statement's place in the graph.
  private(set) var edits: [Int: StatementEdit] = [:]
  /// The things and the statements that each correction speaks of, by its place in the file; none
  /// where it no longer applies.
  private(set) var things: [Int: [Int]] = [:]
  private(set) var statements: [Int: [Int]] = [:]
  private(set) var unmet: [UnmetRule] = []

  /// - Complexity: O(size of the graph + size of the corrections).
  init(_ corrections: Corrections, of graph: KnowledgeGraph, _ ontology: Ontology) {
    self.graph = graph
    self.ontology = ontology
    self.corrections = corrections
    entities = EntityRecognition(graph.entities)
    planSplits()
    planEntities()
    planStatements()
    unmet.sort { ($0.line, $0.problem) < ($1.line, $1.problem) }
  }

  private mutating func report(_ item: Int, _ problem: String) {
    unmet.append(
      UnmetRule(
        file: corrections.fileName, line: corrections.items[item].line, problem: problem.onOneLine))
  }

  // MARK: Entities

  private mutating func planSplits() {
    var requests: [Splits.Request] = []
    for (item, correction) in corrections.items.enumerated() {
      guard case .split(let entity, let names, let name) = correction.change else { continue }
      guard entity.split == nil else {
        report(
          item,
          "“\(entity.name.clipped)” is itself split off; split these names from the entity that the graph has"
        )
        continue
      }
      guard let origin = place(of: entity, item) else { continue }
      let known = self.entities.calledNames(of: origin)
      var found: Set<String> = []
      for name in names {
        if known.contains(NameWords.comparable(name)) {
          found.insert(NameWords.comparable(name))
        } else {
          report(
            item,
            "“\(entity.name.clipped)” is not called “\(name.clipped)”; write the name as the documents spell it or remove it"
          )
        }
      }
      if found.isEmpty { continue }
      requests.append(.init(item: item, origin: origin, id: entity.id, names: found, name: name))
    }
    splits = Splits(requests, of: graph.entities)
    things = splits.numbers.mapValues { [$0] }
    for request in requests { things[request.item]?.insert(request.origin, at: 0) }
  }

  private mutating func planEntities() {
    for (item, correction) in corrections.items.enumerated() {
      switch correction.change {
      case .merge(let descriptions, let name):
        let numbers = descriptions.compactMap { number(of: $0, item) }
        let members = Set(numbers).sorted()
        guard numbers.count > 1 else { continue }
        things[item] = members
        merges.append(Merge(item: item, members: members, name: name, line: correction.line))
      case .rename(let entity, let name):
        guard let number = number(of: entity, item, isSo: { $0.name == name }) else { continue }
        things[item] = [number]
        names[number] = Choice(item: item, value: name)
      case .retype(let entity, let type):
        guard let number = number(of: entity, item, isSo: { $0.type == type }) else { continue }
        things[item] = [number]
        types[number] = Choice(item: item, value: type)
      case .split, .wrong, .confirmed, .relation, .direction: break
      }
    }
  }

  /// What a description means, of the graph or made by a split.
  private mutating func number(
    of description: EntityDescription, _ item: Int, isSo: (Entity) -> Bool = { _ in false }
  ) -> Int? {
    guard let origin = description.split else { return place(of: description, item, isSo: isSo) }
    if let number = splits.number(of: description) { return number }
    report(
      item,
      "nothing splits “\(description.name.clipped)” from \(origin.rawValue.clipped); add that correction or remove this one"
    )
    return nil
  }

  private mutating func place(
    of description: EntityDescription, _ item: Int, isSo: (Entity) -> Bool = { _ in false }
  ) -> Int? {
    switch entities.find(description, isSo: isSo) {
    case .found(let place): return place
    case .missing:
      report(
        item,
        "nothing is called “\(description.name.clipped)” any more; correct the graph anew or remove this")
    case .ambiguous(let ids):
      let list = ids.prefix(3).map(\.rawValue).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
      report(
        item, "“\(description.name.clipped)” may be any of \(ids.count) entities; give the id of one: \(list)"
      )
    }
    return nil
  }

  // MARK: Statements

  private mutating func planStatements() {
    let recognition = StatementRecognition(graph, ontology, for: corrections)
    for (item, correction) in corrections.items.enumerated() {
      guard let description = correction.change.statement else { continue }
      let answer = recognition.find(description, &entities) { statement in
        guard case .relation(_, let relation, let isOpen) = correction.change else { return false }
        return statement.relation == relation && statement.isOpen == isOpen
      }
      switch answer {
      case .found(let places):
        statements[item] = places
        for place in places { edit(place, correction.change, description) }
      case .noEvidence:
        report(
          item,
          "no sentence of “\(description.phrase(ontology).clipped)” is evidence of anything any more; correct the graph anew or remove this"
        )
      case .noStatement:
        report(
          item,
          "“\(description.phrase(ontology).clipped)” is not stated any more, though its sentence is there; correct the graph anew or remove this"
        )
      }
    }
  }

  private mutating func edit(
    _ place: Int, _ change: Correction.Change, _ description: StatementDescription
  ) {
    var edit = edits[place] ?? StatementEdit()
    switch change {
    case .wrong: (edit.isWrong, edit.isConfirmed) = (true, false)
    case .confirmed: (edit.isWrong, edit.isConfirmed) = (false, true)
    case .relation(_, let relation, let isOpen): edit.relation = (relation, isOpen)
    case .direction:
      // A statement without a direction may stand the other way round already.
      let subject = entities.place(of: graph.statements[place].subject)
      let isAsDescribed = subject.map {
        entities.names(of: $0).contains(NameWords.comparable(description.subject))
      }
      if isAsDescribed == true { edit.isTurned.toggle() }
    case .merge, .split, .rename, .retype: break
    }
    edits[place] = edit
  }
}
