import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The answer to a pattern, as a table, as JSON lines and as CSV.
struct MatchAnswer {
  private let result: PatternResult
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let withQuotes: Bool
  private let statementText: StatementText
  private let entities: [EntityID: Entity]

  init(_ result: PatternResult, graph: KnowledgeGraph, ontology: Ontology, withQuotes: Bool) {
    self.result = result
    self.graph = graph
    self.ontology = ontology
    self.withQuotes = withQuotes
    statementText = StatementText(graph, ontology: ontology)
    entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Columns as wide as their widest cell, quotes below each row.
  var table: String {
    let cells = result.rows.map { $0.values.map(text) }
    let widths = result.columns.indices.map { column in
      ([result.columns[column]] + cells.map { $0[column] }).map(\.count).max() ?? 0
    }
    func line(_ fields: [String]) -> String {
      let padded = zip(fields, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    var lines = [line(result.columns), line(widths.map { String(repeating: "─", count: $0) })]
    for (row, fields) in zip(result.rows, cells) {
      lines.append(line(fields))
      guard withQuotes else { continue }
      for index in row.statements {
        let statement = graph.statements[index]
        lines.append("    " + described(statement))
        lines += statement.evidence.map { "      " + statementText.quote($0) }
      }
      lines.append("")
    }
    if lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 4180, lines ending in a line feed.
  ///
  /// - Parameter isForSpreadsheets: whether text that they would compute is marked.
  func csv(isForSpreadsheets: Bool) -> String {
    func line(_ fields: [String]) -> String {
      fields.map { text in
        let field = isForSpreadsheets ? SpreadsheetText.marked(text) : text
        let isPlain =
          field.allSatisfy { $0 != "," && $0 != "\"" && !$0.isNewline } && field.first != " "
          && field.last != " "
        return isPlain
          ? field
          : "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
      }.joined(separator: ",") + "\n"
    }
    var text = line(result.columns + (withQuotes ? ["quotes"] : []))
    for row in result.rows {
      let quotes = row.statements.flatMap { graph.statements[$0].evidence }.map(statementText.quote)
      text += line(row.values.map(self.text) + (withQuotes ? [quotes.joined(separator: " | ")] : []))
    }
    return text
  }

  /// One object a line, a member for each column.
  func jsonLines() throws(CommandFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes: [UInt8] = []
    for row in result.rows {
      do {
        bytes += try encoder.encode(RowRecord(answer: self, row: row))
      } catch {
        throw CommandFailure(.internalError, "cannot write this answer as JSON: \(error)")
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  // MARK: - Values

  private func described(_ statement: Statement) -> String {
    let qualifiers = statementText.qualifiers(statement)
    return statementText.arrow(statement) + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]")
  }

  /// In one cell, on one line.
  private func text(_ value: PatternValue) -> String {
    switch value {
    case .entity(let id): statementText.name(id)
    case .statement(let step): relation(step)
    case .trail(let steps): steps.map(relation).joined(separator: " · ")
    case .path(let start, let steps): path(start, steps)
    case .list(let values): values.map(text).joined(separator: "; ")
    default: value.plainText.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  private func relation(_ step: MatchedStep) -> String {
    let statement = graph.statements[step.statement]
    let qualifiers = statementText.qualifiers(statement)
    return statementText.label(statement) + (qualifiers.isEmpty ? "" : " [\(qualifiers)]")
  }

  private func path(_ start: EntityID, _ steps: [MatchedStep]) -> String {
    steps.reduce(into: statementText.name(start)) { text, step in
      let statement = graph.statements[step.statement]
      let label = statementText.label(statement)
      text +=
        step.isForward
        ? " –\(label)→ \(statementText.name(statement.object))"
        : " ←\(label)– \(statementText.name(statement.subject))"
    }
  }

  // MARK: - JSON

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct RowRecord: Encodable {
    let answer: MatchAnswer
    let row: PatternResult.Row

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (column, value) in zip(answer.result.columns, row.values) {
        try container.encode(ValueRecord(answer: answer, value: value), forKey: Key(column))
      }
      guard answer.withQuotes else { return }
      let statements = row.statements.map {
        StatementRecord(answer.graph.statements[$0], answer.statementText, answer.ontology)
      }
      try container.encode(statements, forKey: Key("statements"))
    }
  }

  private struct ValueRecord: Encodable {
    let answer: MatchAnswer
    let value: PatternValue

    private enum PathKey: CodingKey { case start, steps }

    func encode(to encoder: any Encoder) throws {
      switch value {
      case .null:
        var container = encoder.singleValueContainer()
        try container.encodeNil()
      case .truth(let truth): try truth.encode(to: encoder)
      case .number(let number):
        // Counts are whole numbers.
        if number == number.rounded(), abs(number) < 1e15 {
          try Int(number).encode(to: encoder)
        } else {
          try number.encode(to: encoder)
        }
      case .text(let text): try text.encode(to: encoder)
      case .date(let date): try date.encode(to: encoder)
      case .entity(let id):
        if let entity = answer.entities[id] { try EntityRecord(entity).encode(to: encoder) }
      case .statement(let step): try record(step).encode(to: encoder)
      case .trail(let steps): try steps.map(record).encode(to: encoder)
      case .path(let start, let steps):
        var container = encoder.container(keyedBy: PathKey.self)
        try container.encode(ValueRecord(answer: answer, value: .entity(start)), forKey: .start)
        try container.encode(steps.map(record), forKey: .steps)
      case .list(let values):
        try values.map { ValueRecord(answer: answer, value: $0) }.encode(to: encoder)
      }
    }

    private func record(_ step: MatchedStep) -> StatementRecord {
      StatementRecord(
        answer.graph.statements[step.statement], answer.statementText, answer.ontology,
        isForward: step.isForward)
    }
  }
}
