import Relata

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// File descriptor 1, with its errors (`print` has none): a full disk must not look like success.
///
/// On a terminal ``VisibleText`` is shown; files and pipes get every byte as it is.
enum StandardOutput {
  static func write(_ text: String) throws(CommandFailure) {
    try write(exactly: Array((isTerminal ? VisibleText.of(text) : text).utf8))
  }

  /// A file, a block at a time.
  static func write(_ file: ExportedFile) throws(CommandFailure) {
    let file = isTerminal ? VisibleText.of(file) : file
    try file.write { (bytes) throws(CommandFailure) in try check(writeAll(bytes, to: STDOUT_FILENO)) }
  }

  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if isTerminal { try write(String(decoding: bytes, as: UTF8.self)) } else { try write(exactly: bytes) }
  }

  private static func write(exactly bytes: [UInt8]) throws(CommandFailure) {
    try check(writeAll(bytes, to: STDOUT_FILENO))
  }

  private static func check(_ reason: String?) throws(CommandFailure) {
    if let reason { throw CommandFailure(.outputFailed, "standard output: \(reason)") }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// File descriptor 2; where even that fails there is nobody left to tell.
enum StandardError {
  static func write(_ line: String) {
    let text = (isTerminal ? VisibleText.of(line) : line) + "\n"
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  /// One line on what was done nevertheless.
  static func note(_ text: String) { write("relata: note: \(text)".onOneLine) }

  /// Without a line feed, for a progress line that overwrites itself.
  static func overwrite(_ line: String) { _ = writeAll(Array(("\r\u{1B}[K" + line).utf8), to: STDERR_FILENO) }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// The system's reason for a failure, or nil.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> String? {
  bytes.withUnsafeBufferPointer { writeAll($0, to: descriptor) }
}

private func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> String? {
  var rest = UnsafeRawBufferPointer(bytes)[...]
  while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
    let written = systemWrite(descriptor, base, rest.count)
    if written < 0 {
      if errno == EINTR { continue }
      return systemReason(errno)
    }
    rest = rest.dropFirst(written)
  }
  return nil
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
  #elseif canImport(Musl)
    Musl.write(descriptor, bytes, count)
  #else
    Darwin.write(descriptor, bytes, count)
  #endif
}

/// The text that belongs to an `errno`, e.g. “No space left on device”.
func systemReason(_ code: Int32) -> String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
