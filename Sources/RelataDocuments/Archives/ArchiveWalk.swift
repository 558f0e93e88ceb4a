#if Archives
  /// Goes from entry to entry of an archive, and on behind those that are damaged where the format allows it.
  final class ArchiveWalk {
    /// How often an archive is opened anew behind a damaged entry.
    private static let resumptions = 64
    /// How many headers in a row may be unreadable.
    private static let unreadableHeaders = 100

    private let origin: ArchiveOrigin
    private let entries: Int
    private var handle: ArchiveHandle
    private var budget: UnpackingBudget
    private var resumptions = 0
    /// How many headers have been read.
    private var index = 0
    private var isInEntry = false
    private var isOverBudget = false

    init(_ origin: ArchiveOrigin, limits: ReadingLimits, entries: Int) throws(FormatError) {
      self.origin = origin
      self.entries = entries
      handle = try Self.open(origin)
      budget = UnpackingBudget(limits: limits)
    }

    private static func open(_ origin: ArchiveOrigin) throws(FormatError) -> ArchiveHandle {
      switch origin {
      case .source(.file(let path)): try ArchiveHandle(.file(path: path))
      case .source(.bytes(let bytes)): try ArchiveHandle(.input(ArchiveInput(bytes)))
      case .stream(let source): try ArchiveHandle(.input(ArchiveInput(source)))
      }
    }

    var isSingleFile: Bool { handle.isSingleFile }
    var isZip: Bool { handle.isZip }

    /// The next entry that has a name; nil at the end.
    func next() throws(FormatError) -> ArchiveHandle.Header? {
      // Nothing follows a single file, which may be large.
      if index > 0, handle.isSingleFile { return nil }
      try skipRest()
      var unreadable = 0
      while true {
        switch try step() {
        case .end:
          if index == 0 { throw .empty }
          return nil
        case .entry(let header):
          if index == 1, handle.isSingleFile, !handle.isCompressed {
            throw .unsupported(format: "this, which is no archive,")
          }
          isInEntry = true
          return header
        case .unreadable(let reason):
          unreadable += 1
          guard unreadable <= Self.unreadableHeaders else { throw .damaged(reason: reason) }
        }
      }
    }

    private func step() throws(FormatError) -> ArchiveHandle.Step {
      let step = try handle.nextHeader()
      if case .end = step { return step }
      index += 1
      guard index <= entries else { throw .tooLarge(what: "entries", limit: entries) }
      if handle.isCompressed { try budget.check(handle.decompressed, consumed: handle.consumed) }
      return step
    }

    func readData(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
      let count = try handle.readData(into: target)
      if count == 0 { isInEntry = false }
      try spend(count)
      return count
    }

    private func spend(_ count: Int) throws(FormatError) {
      do {
        try budget.spend(count, consumed: handle.consumed)
      } catch {
        isOverBudget = true
        throw error
      }
    }

    /// Passes over what is left of an entry, counting what it unpacks to where that must be
    /// found out by unpacking it.
    private func skipRest() throws(FormatError) {
      guard isInEntry else { return }
      isInEntry = false
      guard !handle.isSkippable else { return }
      do {
        while let count = try handle.skipData() { try spend(count) }
      } catch {
        _ = try ends(with: error, in: "")
      }
    }

    /// Goes on after an error in an entry, by opening the archive anew where needed.
    /// - Returns: false: it can be read on.
    /// - Throws: the error where the archive ends with it.
    func ends(with error: FormatError, in label: String) throws(FormatError) -> Bool {
      if isOverBudget { throw error }
      guard handle.isFatal else { return false }
      guard origin.isSeekable, handle.isZip, resumptions < Self.resumptions else {
        guard case .damaged(let reason) = error, !handle.isSingleFile, !label.isEmpty else { throw error }
        throw .damaged(reason: "in “\(label)” and behind it (\(reason))")
      }
      resumptions += 1
      isInEntry = false
      handle = try Self.open(origin)
      for _ in 0..<index { _ = try handle.nextHeader() }
      return false
    }
  }
#endif
