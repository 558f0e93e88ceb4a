/// The values of a JSON text (RFC 8259) in the order in which they stand there, found well-formed but not yet
/// read. A value is called by its index.
///
/// Beyond the standard: control characters in strings, `NaN` and `Infinity`, which Python writes.
struct JSONTape {
  enum Kind: UInt8 {
    case object, array
    /// A text, or the key of a member, which its value follows.
    case string
    /// The same with escapes.
    case escaped
    case number, `true`, `false`, null
  }

  struct Entry {
    var kind: Kind
    /// Of a text without its quotation marks.
    var start: UInt32
    var end: UInt32
    /// The index behind the value and all that is in it.
    var next: UInt32
  }

  struct Failure: Error {
    /// Of the byte where the text is no JSON any more.
    var offset: Int
    var error: FormatError
  }

  /// Levels of nesting.
  static let deepest = 256
  /// Values in one text: each costs 16 bytes.
  static let most = 4_000_000

  let bytes: [UInt8]
  private(set) var entries: [Entry] = []

  /// - Complexity: O(number of bytes), with nothing that recurses.
  init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    guard bytes.count < Int(UInt32.max) else {
      throw Failure(offset: 0, error: .tooLarge(what: "bytes", limit: Int(UInt32.max)))
    }
    entries.reserveCapacity(64)
    let result: Result<[Entry], Failure> = bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      do throws(Failure) {
        try scanner.scan()
        return .success(scanner.entries)
      } catch {
        return .failure(error)
      }
    }
    entries = try result.get()
  }

  // MARK: Values

  /// - Returns: the indices of an object's keys, each with its value behind it, or
  ///   those of an array's elements.
  func children(of index: Int) -> [Int] {
    let entry = entries[index]
    guard entry.kind == .object || entry.kind == .array else { return [] }
    var children: [Int] = []
    var next = index + 1
    while next < Int(entry.next) {
      children.append(next)
      next = Int(entries[entry.kind == .object ? next + 1 : next].next)
    }
    return children
  }

  /// The text of a string or the digits of a number; nil for anything else.
  func text(_ index: Int) -> String? {
    let entry = entries[index]
    let range = Int(entry.start)..<Int(entry.end)
    switch entry.kind {
    case .string, .number: return String(decoding: bytes[range], as: UTF8.self)
    case .escaped: return JSONEscapes.text(of: bytes[range])
    case .object, .array, .true, .false, .null: return nil
    }
  }
}
