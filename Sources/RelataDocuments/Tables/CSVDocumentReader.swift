/// Documents that are the rows of a table: CSV (RFC 4180), or the same with semicolons, tabs or bars. The
/// first row names the columns.
///
/// One row is in memory at a time. A row that cannot be read does not keep the others from being read.
public struct CSVDocumentReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits
  /// What of a record is what of a document.
  public var names: FieldNames

  /// Finds the columns by the usual names where no others are given.
  public init(names: FieldNames = FieldNames(), limits: ReadingLimits = ReadingLimits()) {
    self.names = names
    self.limits = limits
  }

  private static let headLength = 1 << 16

  /// The rows in the order of the file.
  ///
  /// - Parameter onFailure: is told of the line, from 1, of a row that cannot be read: with a wrong number of
  ///   fields, without a text, with a quotation mark that is never closed.
  /// - Throws: `FormatError` where no column holds a text, or the file cannot be read on.
  ///   What the closures throw.
  /// - Complexity: O(number of bytes).
  public func forEachRecord(
    in stream: consuming ByteReader, onFailure: (Int, FormatError) throws -> Void = { _, _ in },
    _ body: (TableRecord) throws -> Void
  ) throws {
    var file = try UTF8Stream(stream, limits: limits)
    let head = try file.reader.peek(Self.headLength)
    let dialect = CSVDialect(head: head, isWhole: head.count < Self.headLength)
    var rows = CSVRows(delimiter: dialect?.delimiter ?? UInt8(ascii: ","), limit: limits.documentBytes)
    guard let header = try rows.next(&file.reader) else { throw FormatError.empty }
    guard case .fields(let columns, _) = header else {
      throw FormatError.damaged(reason: "the first row, which names the columns, cannot be read")
    }
    let lookup = FieldLookup(names)
    let matches = columns.map { lookup[FieldLookup.normalized($0)] }
    guard matches.contains(where: { $0?.field == .text }) else { throw Self.noText(columns) }
    var labels = DistinctLabels()
    while let row = try rows.next(&file.reader) {
      switch row {
      case .unreadable(let error, let line): try onFailure(line, error)
      case .fields(let values, let line):
        guard values.count == columns.count else {
          try onFailure(
            line, .damaged(reason: "this row has \(values.count) fields, the first row has \(columns.count)"))
          continue
        }
        var fields = RecordFields()
        if let note = file.note { fields.note(note) }
        for (match, value) in zip(matches, values) {
          if let match { fields.add(value, as: match) }
        }
        try give(fields, line, &labels, onFailure, body)
      }
    }
  }

  private func give(
    _ fields: RecordFields, _ line: Int, _ labels: inout DistinctLabels,
    _ onFailure: (Int, FormatError) throws -> Void, _ body: (TableRecord) throws -> Void
  ) throws {
    let record: TableRecord
    do {
      record = try fields.record(line: line, limits: limits, labels: &labels)
    } catch .empty {
      return try onFailure(line, .damaged(reason: "this row has no text"))
    } catch {
      return try onFailure(line, error)
    }
    try body(record)
  }

  private static func noText(_ columns: [String]) -> FormatError {
    let names = columns.prefix(20).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    return .damaged(
      reason: "none of its columns \(names) is known to hold the text (--text-field names the one that does)")
  }
}
