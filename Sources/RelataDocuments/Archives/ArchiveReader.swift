/// Files in zip, tar (plain or compressed with gzip, bzip2, xz, Zstandard or lz4) and 7z archives, and single
/// compressed files, by libarchive. One entry is in memory at a time; nothing is ever written to disk.
///
/// Links, folders and devices are passed over. An entry that cannot be read does not keep
/// the others from being read.
public struct ArchiveReader: Sendable {
  /// Where an archive is.
  public enum Source: Sendable {
    case file(path: String)
    case bytes([UInt8])
  }

  /// One file in an archive.
  public struct Entry: Hashable, Sendable {
    /// What the archive calls it, as a label: a relative path with "/" between folders, without "..", control
    /// characters and the like; the second of one name has a number, "a (2).txt".
    public var name: String
    /// Its content.
    public var bytes: [UInt8]

    /// An entry as a test or another unpacker makes it: nothing is checked.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Bounds on what one document may cost.
  public var limits: ReadingLimits
  /// How many entries an archive may have, folders and links included.
  public var entries = 5_000_000

  /// Reads with the usual bounds, or with others for input that is trusted less or more.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// Regular files in the order of the archive, one at a time in memory.
  ///
  /// - Parameters:
  ///   - outerName: of the archive: a compressed file that is no archive has one entry, called so
  ///     without the last extension.
  ///   - isWanted: by name; others are passed over unread.
  ///   - onFailure: is told of entries that cannot be read, are encrypted or larger
  ///     than `limits.documentBytes`.
  /// - Throws: `FormatError` where the archive as a whole cannot be read on; what was read before stands.
  ///   What the closures throw.
  public func forEachEntry(
    in source: Source, named outerName: String = "", where isWanted: (String) -> Bool = { _ in true },
    onFailure: (String, FormatError) throws -> Void = { _, _ in }, _ body: (Entry) throws -> Void
  ) throws {
    let limit = limits.documentBytes
    try walk(.source(source), outerName, isWanted, onFailure) { name, size, reader in
      let bytes: [UInt8]
      do throws(FormatError) {
        if let size, size > limit { throw FormatError.tooLarge(what: "bytes", limit: limit) }
        bytes = try reader.readAll(limit: limit)
      } catch {
        throw UnreadableEntry(error: error)
      }
      try body(Entry(name: name, bytes: bytes))
    }
  }

  /// Regular files in the order of the archive, each as a stream: for entries that hold more than fits in
  /// memory, as a file of JSON lines does.
  ///
  /// - Parameters:
  ///   - body: is given the name, the size in bytes where the archive says it, and the content, of
  ///     which it may leave some unread. An error that comes from the content goes to `onFailure`,
  ///     any other ends the reading.
  ///   - onFailure: is told of entries that cannot be read or are encrypted.
  /// - Throws: as ``forEachEntry(in:named:where:onFailure:_:)``.
  public func forEachStream(
    in source: Source, named outerName: String = "", where isWanted: (String) -> Bool = { _ in true },
    onFailure: (String, FormatError) throws -> Void = { _, _ in },
    _ body: (String, Int?, inout ByteReader) throws -> Void
  ) throws {
    try walk(.source(source), outerName, isWanted, onFailure, body)
  }

  /// The same for an archive that comes as a stream itself: an archive in an archive, or standard input. A
  /// zip file is then read by its local headers, a 7z archive cannot be read so.
  public func forEachStream(
    in stream: consuming ByteReader, named outerName: String = "",
    where isWanted: (String) -> Bool = { _ in true },
    onFailure: (String, FormatError) throws -> Void = { _, _ in },
    _ body: (String, Int?, inout ByteReader) throws -> Void
  ) throws {
    try walk(.stream(ReaderSource(stream)), outerName, isWanted, onFailure, body)
  }

  /// Whether a name is one that people do not see: a hidden file or folder, or what macOS adds to zip files.
  public static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
