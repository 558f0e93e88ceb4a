import RelataGraph
import RelataNames
import Yams

/// Reads from a YAML file what statements and entities a correction speaks of.
///
/// Aliases (`*name`) can make a small file mean more than fits into any memory; what is read in all is
/// bounded by the file's size.
struct DescriptionReader {
  private let yaml: YAMLFile
  private var left: Int

  /// - Parameter size: of the file, in bytes.
  init(yaml: YAMLFile, size: Int) {
    self.yaml = yaml
    // A short escape such as "\L" stands for a longer character.
    left = 2 * size
  }

  // MARK: Statements

  private static let statementKeys = [
    "subject", "relation", "object", "polarity", "modality", "time", "role", "attribution", "place", "open",
  ]

  /// Of the fields `statement` and `evidence`.
  mutating func statement(in fields: YAMLFile.Fields) throws(DataFileError) -> StatementDescription {
    let all = try yaml.fields(
      yaml.required("statement", in: fields).value, "the statement", known: Self.statementKeys)
    return StatementDescription(
      subject: try text(yaml.required("subject", in: all)),
      relation: try text(yaml.required("relation", in: all)),
      object: try text(yaml.required("object", in: all)),
      isOpen: try yaml.bool(all["open"]),
      polarity: try choice(all["polarity"]) ?? .affirmed, modality: try choice(all["modality"]),
      time: try time(all["time"]), role: try optionalText(all["role"]),
      attribution: try optionalText(all["attribution"]), place: try optionalText(all["place"]),
      evidence: try evidence(yaml.required("evidence", in: fields)))
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ field: YAMLFile.Field?
  ) throws(DataFileError) -> Value? where Value.RawValue == String {
    guard let field else { return nil }
    let text = try text(field)
    guard let value = Value(rawValue: text) else {
      throw yaml.error(
        at: field.value, "“\(field.name)” cannot be “\(text.clipped)”",
        "write one of \(YAMLFile.list(Value.allCases.map(\.rawValue)))")
    }
    return value
  }

  /// `2024-12`, `2015/2019`, `2015/..`, `../2019`.
  private mutating func time(_ field: YAMLFile.Field?) throws(DataFileError) -> TimeSpan? {
    guard let field else { return nil }
    let text = try text(field)
    if let date = PartialDate(text) { return TimeSpan(at: date) }
    let bounds = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let dates = bounds.map { PartialDate($0) }
    let isKnown = zip(bounds, dates).allSatisfy { $0 == ".." || $1 != nil }
    guard bounds.count == 2, isKnown, dates.contains(where: { $0 != nil }) else {
      throw yaml.error(
        at: field.value, "“\(text.clipped)” is no time",
        "write 2024-12-08, 2024, 2015/2019, 2015/.. or ../2019")
    }
    return TimeSpan(start: dates[0], end: dates[1])
  }

  private mutating func evidence(
    _ field: YAMLFile.Field
  ) throws(DataFileError) -> [StatementDescription.Quotation] {
    var result: [StatementDescription.Quotation] = []
    for node in try yaml.list(field) { result.append(try quotation(node)) }
    guard !result.isEmpty else {
      throw yaml.error(at: field.value, "“evidence” is empty", "write the document and quote of a sentence")
    }
    return result
  }

  private mutating func quotation(_ node: Node) throws(DataFileError) -> StatementDescription.Quotation {
    let fields = try yaml.fields(node, "the evidence", known: ["document", "start", "end", "quote"])
    let document = try text(yaml.required("document", in: fields))
    let quote = try optionalText(fields["quote"])
    guard let startField = fields["start"], let endField = fields["end"] else {
      if quote == nil {
        throw yaml.error(
          at: fields.node, "the evidence has no “quote”", "add the sentence, or “start” and “end”")
      }
      return .init(document: document, quote: quote)
    }
    let (start, end) = (try number(startField), try number(endField))
    guard start <= end else {
      throw yaml.error(at: endField.value, "“end” comes before “start”", "write where the quote ends")
    }
    return .init(document: document, quote: quote, range: start..<end)
  }

  private mutating func number(_ field: YAMLFile.Field) throws(DataFileError) -> Int {
    let text = try text(field)
    guard let number = Int(text), number >= 0 else {
      throw yaml.error(
        at: field.value, "“\(field.name)” must be a number, not “\(text.clipped)”",
        "count the Unicode scalars before it")
    }
    return number
  }

  // MARK: Entities

  mutating func entity(_ field: YAMLFile.Field) throws(DataFileError) -> EntityDescription {
    try entity(field.value, "“\(field.name)”")
  }

  mutating func entity(_ node: Node, _ what: String) throws(DataFileError) -> EntityDescription {
    let fields = try yaml.fields(node, what, known: ["name", "type", "id", "names", "split"])
    var names: [String] = []
    if let field = fields["names"] { names = try self.names(field) }
    return EntityDescription(
      name: try text(yaml.required("name", in: fields)),
      type: try optionalText(fields["type"]).map(EntityType.init(rawValue:)),
      id: try optionalText(fields["id"]).map(EntityID.init(rawValue:)), names: names,
      split: try optionalText(fields["split"]).map(EntityID.init(rawValue:)))
  }

  mutating func names(_ field: YAMLFile.Field) throws(DataFileError) -> [String] {
    var result: [String] = []
    for node in try yaml.list(field) { result.append(try text(node, "a name")) }
    return result
  }

  /// The name that something is given: the field `to`.
  mutating func name(in fields: YAMLFile.Fields) throws(DataFileError) -> String {
    let field = try yaml.required("to", in: fields)
    let name = try text(field).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !NameWords.folded(name).isEmpty else {
      throw yaml.error(at: field.value, "“\(name.clipped)” has no letters", "write a name")
    }
    return name
  }

  // MARK: Texts

  mutating func text(_ field: YAMLFile.Field) throws(DataFileError) -> String {
    try text(field.value, "“\(field.name)”")
  }

  private mutating func optionalText(_ field: YAMLFile.Field?) throws(DataFileError) -> String? {
    guard let field else { return nil }
    return try text(field)
  }

  private mutating func text(_ node: Node, _ what: String) throws(DataFileError) -> String {
    let text = try yaml.text(node, what)
    left -= text.utf8.count + 1
    guard left >= 0 else {
      throw yaml.error(
        at: node, "aliases make this file larger than it is", "write out what they stand for")
    }
    return text
  }
}
