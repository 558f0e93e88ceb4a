/// Gives what comes of the entries of an archive. Where the archive cannot be read on behind an entry that
/// could not be read, that is one thing to tell, not two.
struct EntryGate {
  /// Its identifier.
  private let archive: String
  /// The entry that came last, where it could not be read.
  private var last: InputFailure?

  init(archive: String) { self.archive = archive }

  mutating func give(_ item: ReadItem, _ body: InputWalk.Body) throws {
    try tellLast(body)
    if case .failure(let failure) = item, isOfWholeEntry(failure) {
      last = failure
    } else {
      try body(item)
    }
  }

  mutating func fail(_ name: String, _ error: FormatError, _ body: InputWalk.Body) throws {
    try give(.failure(InputFailure(archive + "/" + name, error)), body)
  }

  /// - Parameter error: why the archive cannot be read on; nil at its end.
  mutating func end(_ error: FormatError?, _ body: InputWalk.Body) throws {
    if let error {
      guard let failure = last else { throw error }
      last?.reason += "; what follows it in \(archive) is not read"
      // Mostly what was wrong with the entry is also what is wrong with the archive.
      let known = failure.reason.split(separator: ": ").last ?? ""
      if !error.description.contains(known) { last?.reason += " (\(error))" }
    }
    try tellLast(body)
  }

  private mutating func tellLast(_ body: InputWalk.Body) throws {
    guard let failure = last else { return }
    last = nil
    try body(.failure(failure))
  }

  /// As opposed to a line of it.
  private func isOfWholeEntry(_ failure: InputFailure) -> Bool {
    failure.kind == .badData && failure.line == nil && failure.input.hasPrefix(archive + "/")
  }
}
