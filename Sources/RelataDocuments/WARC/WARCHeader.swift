/// The header of a record (ISO 28500, section 4).
struct WARCHeader {
  static let magic = Array("WARC/".utf8)

  let offset: Int
  let fields: HeaderFields
  /// Of the block, in bytes.
  let length: Int

  /// Reads the next header, passing over blank lines.
  /// - Returns: nil at the end.
  /// - Throws: ``DamagedRecord``.
  init?(_ reader: inout ByteReader) throws(DamagedRecord) {
    var first: ByteReader.Line
    repeat {
      guard let line = try Self.line(&reader) else { return nil }
      first = line
    } while first.bytes.isEmpty && !first.isTooLong
    offset = first.offset
    guard first.bytes.starts(with: Self.magic) else {
      throw DamagedRecord(error: .damaged(reason: "a record should begin here with “WARC/”"), offset: offset)
    }
    var fields = HeaderFields()
    while true {
      guard let line = try Self.line(&reader) else {
        throw DamagedRecord(
          error: .damaged(reason: "the file ends within the header of a record"), offset: offset)
      }
      if line.bytes.isEmpty, !line.isTooLong { break }
      guard fields.add(line.bytes) else {
        throw DamagedRecord(
          error: .damaged(reason: "a line of the record's header is no field"), offset: offset)
      }
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw DamagedRecord(error: .damaged(reason: "the record does not say its length"), offset: offset)
    }
    self.fields = fields
    self.length = length
  }

  var type: String { (fields["warc-type"] ?? "of no type").lowercased() }

  /// Whether the record itself may be a page.
  var isPage: Bool {
    guard type == "response" else { return true }
    return HeaderFields.mediaType(fields["content-type"]).type != "text/dns"
  }

  // MARK: The block

  func readBlock(_ reader: inout ByteReader) throws(DamagedRecord) -> [UInt8] {
    let block: [UInt8]
    do {
      block = try reader.read(exactly: length)
    } catch {
      throw DamagedRecord(error: error, offset: offset, isOfStream: true)
    }
    if block.count < length {
      throw DamagedRecord(error: .damaged(reason: "the file ends within this record"), offset: offset)
    }
    return block
  }

  func skipBlock(_ reader: inout ByteReader) throws(DamagedRecord) {
    let count: Int
    do {
      count = try reader.skip(length)
    } catch {
      throw DamagedRecord(error: error, offset: offset, isOfStream: true)
    }
    if count < length {
      throw DamagedRecord(error: .damaged(reason: "the file ends within this record"), offset: offset)
    }
    try expectEnd(&reader)
  }

  /// Two line ends close a record.
  func expectEnd(_ reader: inout ByteReader) throws(DamagedRecord) {
    do {
      let end = try reader.peek(4)
      if end.isEmpty || end.starts(with: [0x0D, 0x0A]) || end.first == 0x0A { return }
    } catch {
      // It is this record's no more.
      return
    }
    throw DamagedRecord(
      error: .damaged(reason: "the record does not end where its header says"), offset: offset)
  }

  // MARK: Finding the next

  /// Goes to the next line that begins as a record does.
  /// - Returns: whether there is one.
  static func find(_ reader: inout ByteReader) throws(FormatError) -> Bool {
    while true {
      do throws(FormatError) {
        let start = try reader.peek(7)
        if start.starts(with: magic), start.count == 7, start[6] == UInt8(ascii: ".") { return true }
        // A line without an end, of bytes that are no text, is passed over in pieces.
        guard try reader.readLine(limit: HeaderFields.lineLimit) != nil else { return false }
      } catch {
        guard reader.recover() else { throw error }
      }
    }
  }

  private static func line(_ reader: inout ByteReader) throws(DamagedRecord) -> ByteReader.Line? {
    do {
      return try reader.readLine(limit: HeaderFields.lineLimit)
    } catch {
      throw DamagedRecord(error: error, isOfStream: true)
    }
  }
}
