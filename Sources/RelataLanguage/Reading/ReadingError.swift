/// Why an input could not be read as text. Each case names the file and what to do about it.
public enum ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing is there.
  case notFound(path: String)
  /// The system refused; `reason` is its own text.
  case unreadable(path: String, reason: String)
  /// A folder that holds no file with one of the known extensions.
  case noDocuments(folder: String)
  /// Nothing but white space.
  case blank(path: String)
  /// More bytes than a document may have.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// UTF-16 or UTF-32; `encoding` as `iconv` calls it.
  case otherUnicodeEncoding(path: String, encoding: String)
  /// A byte that valid UTF-8 cannot have at `offset` (counted in bytes from 0).
  case invalidUTF8(path: String, offset: Int, byte: UInt8)
  /// A NUL byte at `offset`: not a text at all.
  case binary(path: String, offset: Int)
  /// A format that is no plain text, by its extension.
  case unsupportedFormat(path: String, fileExtension: String)

  public var description: String {
    switch self {
    case .notFound(let path):
      "\(path): no such file or folder"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); check its permissions"
    case .noDocuments(let folder):
      "\(folder): no documents in this folder; put "
        + DocumentReader.fileExtensions.map { "." + $0 }.joined(separator: ", ") + " files there"
    case .blank(let path):
      "\(path): empty, there is nothing to read; remove it or fill it"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes, more than the \(limit) that one document may have; split it"
    case .otherUnicodeEncoding(let path, let encoding):
      "\(path): the text is \(encoding), not UTF-8; convert it with: "
        + "iconv -f \(encoding) -t UTF-8 \(Self.quoted(path)) > utf8.txt"
    case .invalidUTF8(let path, let offset, let byte):
      "\(path): byte 0x\(Self.hexadecimal(byte)) at offset \(offset) is not UTF-8; if the text is Latin-1, "
        + "convert it with: iconv -f WINDOWS-1252 -t UTF-8 \(Self.quoted(path)) > utf8.txt"
    case .binary(let path, let offset):
      "\(path): a NUL byte at offset \(offset), so this is a binary file; give a text file"
    case .unsupportedFormat(let path, let fileExtension):
      "\(path): .\(fileExtension) files are not read; save it as plain text (.txt) or Markdown (.md)"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }

  /// The path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    if plain { return path }
    return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
