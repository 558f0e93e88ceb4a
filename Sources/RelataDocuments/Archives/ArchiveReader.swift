#if Archives
  import CLibArchive
#endif

/// LOCAL STAND-IN, not handed over.
public struct ArchiveReader: Sendable {
  public enum Source: Sendable {
    case file(path: String)
    case bytes([UInt8])
  }
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var bytes: [UInt8]
  }
  public var limits: ReadingLimits
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  public func forEachEntry(
    in source: Source, where isWanted: (String) -> Bool = { _ in true }, _ body: (Entry) throws -> Void
  ) throws {
    #if Archives
      guard case .bytes(let bytes) = source else { return }
      let a = archive_read_new()
      defer { archive_read_free(a) }
      archive_read_support_format_zip_seekable(a)
      archive_read_support_filter_all(a)
      try bytes.withUnsafeBytes { raw in
        guard archive_read_open_memory(a, raw.baseAddress, raw.count) == ARCHIVE_OK else {
          throw FormatError.damaged(reason: "no zip")
        }
        var entry: OpaquePointer?
        while true {
          let r = archive_read_next_header(a, &entry)
          if r == ARCHIVE_EOF { return }
          guard r == ARCHIVE_OK || r == ARCHIVE_WARN else {
            throw FormatError.damaged(
              reason: String(String(cString: archive_error_string(a)).prefix { $0 != "\n" }))
          }
          guard archive_entry_filetype(entry) == S_IFREG,
            let name = archive_entry_pathname_utf8(entry).map({ String(cString: $0) }), isWanted(name)
          else { continue }
          if archive_entry_is_encrypted(entry) != 0 { throw FormatError.encrypted }
          var out: [UInt8] = []
          var chunk = [UInt8](repeating: 0, count: 65536)
          while true {
            let n = archive_read_data(a, &chunk, chunk.count)
            if n == 0 { break }
            if n < 0 {
              throw FormatError.damaged(
                reason: String(String(cString: archive_error_string(a)).prefix { $0 != "\n" }))
            }
            out += chunk[..<n]
            if out.count > limits.documentBytes {
              throw FormatError.tooLarge(what: "bytes", limit: limits.documentBytes)
            }
          }
          try body(Entry(name: name, bytes: out))
        }
      }
    #else
      throw FormatError.unavailable(what: "libarchive", advice: "x")
    #endif
  }
}
import Glibc
