#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The first bytes of a file.
struct FileHead {
  let bytes: [UInt8]

  /// - Throws: ``InputFailure`` where the system refuses.
  init(path: String) throws(InputFailure) {
    guard let file = fopen(path, "rb") else { throw Self.failure(path) }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: FormatSniffer.headLength)
    let count = fread(&head, 1, head.count, file)
    guard ferror(file) == 0 else { throw Self.failure(path) }
    bytes = Array(head[..<count])
  }

  private static func failure(_ path: String) -> InputFailure {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return InputFailure(.unreadable, path, "cannot be read (\(reason)); check its permissions")
  }
}
