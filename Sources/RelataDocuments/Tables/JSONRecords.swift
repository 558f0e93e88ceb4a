/// The values of a JSON file → documents.
struct JSONRecords {
  let lookup: FieldLookup
  let limits: ReadingLimits
  /// Of the file's encoding.
  let note: String?
  private var labels = DistinctLabels()

  init(lookup: FieldLookup, limits: ReadingLimits, note: String?) {
    self.lookup = lookup
    self.limits = limits
    self.note = note
  }

  mutating func read(
    _ frame: JSONFraming.Frame, _ onFailure: (Int, FormatError) throws -> Void,
    _ body: (TableRecord) throws -> Void
  ) throws {
    var bytes = frame.bytes
    var notes = note.map { [$0] } ?? []
    if !UTF8Stream.isUTF8(bytes) {
      do {
        let decoded = try TextDecoder.decode(bytes)
        bytes = Array(decoded.text.utf8)
        notes.append("decoded as \(decoded.encoding)")
      } catch {
        return try onFailure(frame.line, error)
      }
    }
    let tape: JSONTape
    do {
      tape = try JSONTape(bytes)
    } catch {
      let place = Self.place(of: error.offset, in: bytes, from: frame.line)
      return try onFailure(place.line, Self.located(error.error, column: place.column))
    }
    guard tape.entries.first?.kind == .object else {
      return try onFailure(frame.line, .damaged(reason: "this JSON value is no object, so it is no document"))
    }
    let finder = JSONRecordFields(tape: tape, lookup: lookup)
    var fields = finder.fields(of: 0)
    let wrapped = fields.hasText ? [] : finder.wrapped(in: 0)
    for note in notes { fields.note(note) }
    if wrapped.isEmpty { return try give(fields, line: frame.line, onFailure, body) }
    for object in wrapped {
      var fields = finder.fields(of: object)
      for note in notes { fields.note(note) }
      let line = Self.place(of: Int(tape.entries[object].start), in: bytes, from: frame.line).line
      try give(fields, line: line, onFailure, body)
    }
  }

  private mutating func give(
    _ fields: RecordFields, line: Int, _ onFailure: (Int, FormatError) throws -> Void,
    _ body: (TableRecord) throws -> Void
  ) throws {
    let record: TableRecord
    do {
      record = try fields.record(line: line, limits: limits, labels: &labels)
    } catch .empty {
      return try onFailure(line, .damaged(reason: "this record has no text; name the member that holds it"))
    } catch {
      return try onFailure(line, error)
    }
    try body(record)
  }

  private static func place(of offset: Int, in bytes: [UInt8], from line: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line + before.count { $0 == 0x0A }, before.count - start + 1)
  }

  private static func located(_ error: FormatError, column: Int) -> FormatError {
    guard case .damaged(let reason) = error else { return error }
    return .damaged(reason: "\(reason) (byte \(column) of the line)")
  }
}
