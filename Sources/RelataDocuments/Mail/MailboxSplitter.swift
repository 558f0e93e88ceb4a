/// Cuts a mailbox file (mbox, RFC 4155) into its messages while it is read: no more than
/// one message is in memory.
///
/// A message begins with a line `From ADDRESS DATE` that a header field follows. `Content-Length` is ignored,
/// because it is often wrong. Lines that were protected (">From ", of mboxo and mboxrd alike) lose one ">".
public struct MailboxSplitter: Sendable {
  /// One message as it lies in the file.
  public struct Entry: Hashable, Sendable {
    /// Which message of the file it is, from 0.
    public var index: Int
    /// Of its first byte in the file, in bytes.
    public var offset: Int
    /// Header and body without the line `From ADDRESS DATE`.
    public var bytes: [UInt8]
    /// Whether its end was left out because it has more bytes than a document may have.
    public var isCut: Bool
  }

  private let limit: Int
  private var index = 0
  /// Of the next byte to come.
  private var position = 0
  private var line: [UInt8] = []
  private var lineStart = 0
  private var isLineCut = false
  private var message: [UInt8] = []
  private var messageStart: Int?
  private var isCut = false
  /// A line that may begin a message: the next one tells.
  private var candidate: (bytes: [UInt8], start: Int)?

  /// - Parameter limits: of these the bytes of one document count: more of a message is
  ///   dropped while it is read.
  public init(limits: ReadingLimits = ReadingLimits()) { limit = limits.documentBytes }

  /// Takes the next bytes of the file; `body` is called for each message that they complete.
  /// - Complexity: O(*n*).
  public mutating func append(_ chunk: [UInt8], _ body: (Entry) throws -> Void) rethrows {
    var start = 0
    while start < chunk.count {
      let end = ByteSearch.first(0x0A, in: chunk, from: start)
      let stop = end.map { $0 + 1 } ?? chunk.count
      let room = max(0, limit - line.count)
      if line.isEmpty, !isLineCut { lineStart = position }
      line.append(contentsOf: chunk[start..<min(stop, start + room)])
      if stop - start > room { isLineCut = true }
      position += stop - start
      start = stop
      if end != nil { try endLine(body) }
    }
  }

  /// Ends the file; `body` is called for the last message.
  public mutating func finish(_ body: (Entry) throws -> Void) rethrows {
    if !line.isEmpty { try endLine(body) }
    if let (bytes, start) = candidate {
      candidate = nil
      keep(bytes, from: start)
    }
    try emit(body)
  }

  private mutating func endLine(_ body: (Entry) throws -> Void) rethrows {
    let (bytes, start) = (line, lineStart)
    line.removeAll(keepingCapacity: bytes.count < 65_536)
    if isLineCut { isCut = true }
    isLineCut = false
    if let (envelope, envelopeStart) = candidate {
      candidate = nil
      if Self.isField(bytes) || bytes.starts(with: ">From ".utf8) {
        try emit(body)
        messageStart = envelopeStart
      } else {
        keep(envelope, from: envelopeStart)
      }
    }
    if Self.isEnvelope(bytes) {
      candidate = (bytes, start)
    } else {
      keep(bytes, from: start)
    }
  }

  private mutating func keep(_ bytes: [UInt8], from start: Int) {
    if message.isEmpty, bytes.allSatisfy(MailHeader.isWhiteSpace) { return }
    if messageStart == nil { messageStart = start }
    let marks = bytes.prefix { $0 == 0x3E }.count
    let kept = marks > 0 && bytes.dropFirst(marks).starts(with: "From ".utf8) ? bytes.dropFirst() : bytes[...]
    let room = limit - message.count
    if kept.count > room { isCut = true }
    message.append(contentsOf: kept.prefix(max(0, room)))
  }

  private mutating func emit(_ body: (Entry) throws -> Void) rethrows {
    defer { messageStart = nil }
    guard !message.isEmpty else { return }
    let entry = Entry(index: index, offset: messageStart ?? 0, bytes: message, isCut: isCut)
    index += 1
    message = []
    isCut = false
    try body(entry)
  }

  /// `From `, and a time in it: text that begins so seldom has one, and no header below it.
  private static func isEnvelope(_ line: [UInt8]) -> Bool {
    line.count < 1_000 && line.starts(with: "From ".utf8)
      && DateMarks.hasTime(String(decoding: line, as: UTF8.self))
  }

  private static func isField(_ line: [UInt8]) -> Bool {
    guard let colon = line.prefix(80).firstIndex(of: 0x3A), colon > 0 else { return false }
    return line[..<colon].allSatisfy { (0x21...0x7E).contains($0) }
  }
}
