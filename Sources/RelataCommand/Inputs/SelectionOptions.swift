import ArgumentParser
import Relata

/// Which statements a query follows: the options that all questions about connections share.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Follow only these relations, separated by commas.", valueName: "a,b"))
  var relations: String?

  @Option(
    name: .customLong("without"),
    help: ArgumentHelp("Do not follow these relations, separated by commas.", valueName: "a,b"))
  var withoutRelations: String?

  @Flag(help: "Follow statements only from subject to object (symmetric relations both ways).")
  var directed = false

  @Option(
    name: .customLong("min-confidence"), parsing: .unconditional,
    help: ArgumentHelp("Follow only statements at least as sure, 0 to 1.", valueName: "p"))
  var minimumConfidence = 0.0

  @Flag(
    name: .customLong("asserted-only"),
    help: "Follow only what a text itself says, not what is reported, alleged, planned or hypothetical.")
  var isAssertedOnly = false

  @Flag(
    name: [.customLong("include-negated"), .customLong("negated")],
    help: "Follow also statements that the text negates.")
  var negated = false

  @Flag(name: .customLong("no-open"), help: "Leave out relations that are not in the ontology.")
  var withoutOpen = false

  @Option(
    help: ArgumentHelp("Follow only what one of these documents says, separated by commas.", valueName: "a,b")
  )
  var documents: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Follow only what may hold on or after this date (2024-11-27, 2024-11, 2024).", valueName: "date"))
  var earliest: String?

  @Option(
    name: .customLong("until"),
    help: ArgumentHelp("Follow only what may hold on or before this date.", valueName: "date"))
  var latest: String?

  @Flag(
    name: .customLong("include-undated"),
    help: "Where dates are asked for, follow also statements that have none.")
  var includesUndated = false

  func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
    let from = try date(earliest, "--from")
    let until = try date(latest, "--until")
    if let from, let until, until < from, !until.isCompatible(with: from) {
      throw ValidationError("--until must not be before --from")
    }
  }

  func selection(_ graph: MappedGraph, _ ontology: Ontology) throws -> StatementSelection {
    func list(_ text: String?, _ option: String) throws(CommandFailure) -> Set<String>? {
      guard let text else { return nil }
      return try RelationList(text, option: option, used: graph.index.relations, ontology: ontology).ids
    }
    return StatementSelection(
      isDirected: directed,
      symmetricRelations: Set(ontology.relations.filter(\.isSymmetric).map(\.id)),
      relations: try list(relations, "--relations"),
      withoutRelations: try list(withoutRelations, "--without") ?? [], includesNegated: negated,
      includesOpen: !withoutOpen, isAssertedOnly: isAssertedOnly, minimumConfidence: minimumConfidence,
      documents: try documents.map { try documentSet($0, graph) }, from: try date(earliest, "--from"),
      until: try date(latest, "--until"), includesUndated: includesUndated)
  }

  /// Whether any of these options leaves out more than usual.
  var isNarrow: Bool {
    directed || withoutOpen || isAssertedOnly || minimumConfidence > 0
      || [relations, withoutRelations, documents, earliest, latest].contains { $0 != nil }
  }

  /// An answer's statements with what the documents that were asked for say of them first: that is quoted.
  func quotingFirst(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    guard let documents = documents.map({ Set(names(in: $0)) }) else { return graph }
    var graph = graph
    for index in graph.statements.indices {
      let evidence = graph.statements[index].evidence
      graph.statements[index].evidence =
        evidence.filter { documents.contains($0.document) }
        + evidence.filter { !documents.contains($0.document) }
    }
    return graph
  }

  /// For where nothing was found: most statements have no date, and who asks for dates may not expect that
  /// these are left out.
  var undatedHint: String {
    !includesUndated && (earliest != nil || latest != nil)
      ? "; statements without a date are left out (--include-undated follows them)" : ""
  }

  private func date(_ text: String?, _ option: String) throws -> PartialDate? {
    guard let text else { return nil }
    guard let date = PartialDate(text), date.year != nil else {
      throw ValidationError("\(option): “\(text)” is not a date such as 2024-11-27, 2024-11 or 2024")
    }
    return date
  }

  private func names(in text: String) -> [String] {
    text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  private func documentSet(_ text: String, _ graph: MappedGraph) throws -> Set<String> {
    let names = names(in: text)
    let known = try (0..<graph.documentCount).map { try graph.document($0).id }
    for name in names where !known.contains(name) {
      throw CommandFailure(
        .usage,
        "--documents: there is no document “\(name)”; this graph has: " + known.joined(separator: ", "))
    }
    guard !names.isEmpty else { throw CommandFailure(.usage, "--documents: name at least one document") }
    return Set(names)
  }
}
