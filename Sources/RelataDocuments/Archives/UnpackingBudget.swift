/// Counts what an archive unpacks to, against archives that are small and unpack to more than a disk holds.
struct UnpackingBudget {
  let limits: ReadingLimits
  private(set) var unpacked = 0

  init(limits: ReadingLimits) { self.limits = limits }

  /// - Parameters:
  ///   - count: bytes unpacked since the last call.
  ///   - consumed: how far into the archive all that has been unpacked has led.
  /// - Throws: `FormatError.tooLarge`.
  mutating func spend(_ count: Int, consumed: Int) throws(FormatError) {
    unpacked += count
    try check(unpacked, consumed: consumed)
  }

  /// - Parameter total: bytes unpacked so far, of compressed data that hold headers as well.
  func check(_ total: Int, consumed: Int) throws(FormatError) {
    if total > limits.archiveBytes { throw .tooLarge(what: "bytes unpacked", limit: limits.archiveBytes) }
    if total > limits.documentBytes, total / max(consumed, 1) >= limits.expansion {
      throw .tooLarge(what: "bytes for each of its packed bytes", limit: limits.expansion)
    }
  }
}
