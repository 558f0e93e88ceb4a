/// Documents that are the records of a JSON file: an object on each line (JSON Lines, NDJSON), one array of
/// objects, one object or several broken over lines, or an object that wraps a list of them.
///
/// One record is in memory at a time. A record that cannot be read does not keep the others from being read.
public struct JSONLinesReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits
  /// What of a record is what of a document.
  public var names: FieldNames

  /// Finds the members by the usual names where no others are given.
  public init(names: FieldNames = FieldNames(), limits: ReadingLimits = ReadingLimits()) {
    self.names = names
    self.limits = limits
  }

  /// The records in the order of the file.
  ///
  /// - Parameter onFailure: is told of the line, from 1, of a record that cannot be read: no JSON, no object,
  ///   without a text, or larger than `limits.documentBytes`.
  /// - Throws: `FormatError` where the file as a whole cannot be read on. What the closures throw.
  /// - Complexity: O(number of bytes).
  public func forEachRecord(
    in stream: consuming ByteReader, onFailure: (Int, FormatError) throws -> Void = { _, _ in },
    _ body: (TableRecord) throws -> Void
  ) throws {
    var file = try UTF8Stream(stream, limits: limits)
    var framing = JSONFraming(head: try file.reader.peek(JSONFraming.headLength), limit: limits.documentBytes)
    var records = JSONRecords(lookup: FieldLookup(names), limits: limits, note: file.note)
    while let frame = try framing.next(&file.reader) {
      if frame.isTooLong {
        try onFailure(frame.line, .tooLarge(what: "bytes", limit: limits.documentBytes))
      } else {
        try records.read(frame, onFailure, body)
      }
    }
  }
}
