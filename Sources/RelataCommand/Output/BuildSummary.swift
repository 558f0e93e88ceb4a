import Relata

/// What a build found, in a few lines.
struct BuildSummary {
  let graph: KnowledgeGraph
  let statistics: BuildStatistics
  /// What of the inputs is not in the graph; nil where all is.
  var leftOut: String?
  /// How many corrections no longer apply, or not all of what they say.
  var unmetCorrections = 0
  let fileNames: [String]
  let folder: String

  var text: String {
    var lines = [
      "\(counted(statistics.documents, "document")), \(counted(statistics.sentences, "sentence")), "
        + counted(statistics.words, "word")
    ]
    if let leftOut { lines.append(leftOut) }
    let corrections = Self.corrections(applied: graph.corrections.count, unmet: unmetCorrections)
    if let corrections { lines.append(corrections) }
    lines += list(
      "\(counted(graph.entities.count, "entity", "entities")): ",
      statistics.entitiesByType.map { "\($0.count) \($0.name)" })
    var relations = statistics.statementsByRelation.map { "\($0.count) \($0.name)" }
    if statistics.openStatements > 0 { relations.append("\(statistics.openStatements) outside the ontology") }
    lines += list("\(counted(graph.statements.count, "statement")): ", relations)
    lines.append(
      counted(graph.contradictions.count, "contradiction") + (graph.contradictions.isEmpty ? "" : ":"))
    lines += graph.contradictions.map { "  \($0.explanation)" }
    lines.append("written to \(folder): " + fileNames.joined(separator: ", "))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of a user's corrections; nil where nothing was to be corrected.
  static func corrections(applied: Int, unmet: Int) -> String? {
    guard applied + unmet > 0 else { return nil }
    let left = unmet == 1 ? "1 no longer applies" : "\(unmet) no longer apply"
    return counted(applied, "correction") + " applied" + (unmet == 0 ? "" : ", " + left)
  }

  /// Differs from run to run, so it goes to standard error.
  var timing: String {
    let stages = [
      ("analysis", statistics.analysisTime), ("extraction", statistics.extractionTime),
      ("resolution", statistics.resolutionTime),
    ].map { "\($0) \(seconds($1)) s" }
    let rate = statistics.wordsPerSecond.map { "; \(Int($0.rounded())) words per second" } ?? ""
    return "\(seconds(statistics.totalTime)) s (" + stages.joined(separator: ", ") + ")" + rate
  }

  /// How a statement was found: for `--trace`.
  func trace(_ text: StatementText) -> String {
    graph.statements.flatMap { statement in
      let qualifiers = text.qualifiers(statement)
      return [text.arrow(statement) + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]")]
        + statement.evidence.map { evidence in
          "  by \(evidence.trigger.isEmpty ? "an unnamed rule" : evidence.trigger): \(text.quote(evidence))"
        }
    }.map { $0 + "\n" }.joined()
  }

  private func seconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .seconds(1) * 100).rounded())
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }

  /// A list after a title, wrapped at 100 columns.
  private func list(_ title: String, _ items: [String]) -> [String] {
    var lines: [String] = []
    var line = title
    for (index, item) in items.enumerated() {
      let piece = item + (index + 1 < items.count ? ", " : "")
      if line.count + piece.count > 100 {
        lines.append(line.trimmingSuffix)
        line = "  "
      }
      line += piece
    }
    return lines + [line.trimmingSuffix]
  }
}

extension String {
  fileprivate var trimmingSuffix: String {
    var text = Substring(self)
    while text.last == " " || text.last == ":" { text.removeLast() }
    return String(text)
  }
}
