/// Reads the messages of a mailbox file (mbox), one at a time.
public struct MailboxReader: Sendable {
  /// One message, or why it could not be read: the others are none the worse.
  public struct Message: Sendable {
    /// Which message of the file it is, from 0.
    public var index: Int
    /// Of its first byte in the file, in bytes.
    public var offset: Int
    /// The mail; a failure is that of ``MailReader/message(of:)``.
    public var result: Result<MailMessage, FormatError>
  }

  /// Bounds on what one document may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of each message, not of the mailbox, which may have any size.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The messages in the order of the file. A message larger than `limits.documentBytes` is read as
  /// far as that, with a note.
  /// - Parameter next: the next bytes of the file, nil at its end.
  /// - Throws: `FormatError.empty` where the file has no message; what `next` and `body` throw.
  /// - Complexity: O(*n*) in time, O(largest message) in memory.
  public func forEachMessage(next: () throws -> [UInt8]?, _ body: (Message) throws -> Void) throws {
    var splitter = MailboxSplitter(limits: limits)
    var count = 0
    func read(_ entry: MailboxSplitter.Entry) throws {
      count += 1
      try body(Message(index: entry.index, offset: entry.offset, result: result(of: entry)))
    }
    while let chunk = try next() { try splitter.append(chunk, read) }
    try splitter.finish(read)
    if count == 0 { throw FormatError.empty }
  }

  /// The messages of a file in memory.
  public func messages(of bytes: [UInt8]) throws -> [Message] {
    var messages: [Message] = []
    var isGiven = false
    try forEachMessage {
      defer { isGiven = true }
      return isGiven ? nil : bytes
    } _: {
      messages.append($0)
    }
    return messages
  }

  private func result(of entry: MailboxSplitter.Entry) -> Result<MailMessage, FormatError> {
    do throws(FormatError) {
      var message = try MailReader(limits: limits).message(of: entry.bytes)
      if entry.isCut { message.content.notes.append(MailReader.cutNote(limits)) }
      return .success(message)
    } catch {
      return .failure(error)
    }
  }
}
