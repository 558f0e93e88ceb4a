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
    let object: JSONObject
    do {
      object = try JSONObject(frame)
    } catch {
      return try onFailure(error.line, error.error)
    }
    let tape = object.tape
    let notes = (note.map { [$0] } ?? []) + object.notes
    let finder = JSONRecordFields(tape: tape, lookup: lookup)
    var fields = finder.fields(of: 0)
    let wrapped = fields.hasText ? [] : finder.wrapped(in: 0)
    for note in notes { fields.note(note) }
    if wrapped.isEmpty { return try give(fields, line: frame.line, onFailure, body) }
    for object in wrapped {
      var fields = finder.fields(of: object)
      for note in notes { fields.note(note) }
      let line = JSONObject.place(of: Int(tape.entries[object].start), in: tape.bytes, from: frame.line).line
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
      return try onFailure(
        line, .damaged(reason: "this record has no text (--text-field names the member that holds it)"))
    } catch {
      return try onFailure(line, error)
    }
    try body(record)
  }
}
