/// The pages of web archives: WARC files of versions 1.0 and 1.1 (ISO 28500), compressed or not, as crawlers
/// and Common Crawl's news archive write them.
///
/// One record is in memory at a time. A record that cannot be read does not keep the others from being read:
/// reading goes on with the next that begins as a record does. Where a file compressed with gzip is damaged,
/// what the last 64 kilobytes before it unpack to is lost as well: libarchive unpacks so much at once.
public struct WARCReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the bytes of one record count, and how much a
  ///   compressed file may unpack to.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The records that hold HTML or text: responses with status 200, resources and conversions,
  /// in the order of the file.
  ///
  /// - Parameter onFailure: is told of the offset of a record, in bytes of the file as it
  ///   unpacks, that cannot be read.
  /// - Returns: how many there were, and how many others.
  /// - Throws: `FormatError` where the file is no WARC file or cannot be read on. What the closures throw.
  public func forEachRecord(
    in stream: consuming ByteReader, onFailure: (Int, FormatError) throws -> Void = { _, _ in },
    _ body: (WARCRecord) throws -> Void
  ) throws -> WARCSummary {
    var reader = ByteReader(decompressing: stream, limits: limits)
    var summary = WARCSummary()
    if let error = Self.failureAtStart(&reader) {
      guard reader.recover() else { throw error }
      summary.failures += 1
      try onFailure(0, error)
      guard try WARCHeader.find(&reader) else { return summary }
    }
    while true {
      let begin = reader.offset
      do {
        guard let header = try WARCHeader(&reader) else { return summary }
        try read(header, &reader, &summary, onFailure, body)
      } catch let failure as DamagedRecord {
        if failure.isOfStream, !reader.recover() { throw failure.error }
        summary.failures += 1
        try onFailure(failure.offset ?? begin, failure.error)
        guard try WARCHeader.find(&reader) else { return summary }
      }
    }
  }

  private static func failureAtStart(_ reader: inout ByteReader) -> FormatError? {
    do throws(FormatError) {
      let isWARC = try reader.peek(WARCHeader.magic.count) == WARCHeader.magic
      return isWARC ? nil : .damaged(reason: "it does not begin as a WARC file does")
    } catch {
      return error
    }
  }

  private func read(
    _ header: WARCHeader, _ reader: inout ByteReader, _ summary: inout WARCSummary,
    _ onFailure: (Int, FormatError) throws -> Void, _ body: (WARCRecord) throws -> Void
  ) throws {
    guard let kind = WARCRecord.Kind(rawValue: header.type), header.isPage else {
      summary.passOver(header.type)
      return try header.skipBlock(&reader)
    }
    guard header.length <= limits.documentBytes else {
      summary.failures += 1
      try onFailure(header.offset, .tooLarge(what: "bytes", limit: limits.documentBytes))
      do {
        return try header.skipBlock(&reader)
      } catch {
        if error.isOfStream { throw error }
        // It has been reported already.
        return
      }
    }
    let block = try header.readBlock(&reader)
    do {
      switch try WARCPage(header, kind, block, limits: limits) {
      case .page(let record):
        summary.given += 1
        try Handed.over { try body(record) }
      case .other(let what): summary.passOver(what)
      }
    } catch let handed as Handed {
      throw handed.error
    } catch let error as FormatError {
      summary.failures += 1
      try onFailure(header.offset, error)
    }
    try header.expectEnd(&reader)
  }
}

/// An error of what is done with a record, as opposed to one of the record.
private struct Handed: Error {
  var error: any Error

  static func over(_ body: () throws -> Void) throws {
    do { try body() } catch { throw Handed(error: error) }
  }
}
