#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one way in which outputs are written: a file takes its name only when it is complete, and a
/// device or pipe is written to.
///
/// A regular file is written under a hidden name of its own in the folder where it will lie, and takes the
/// place and the permissions of what was there by one rename; ``OutputSet`` does so with several. A symbolic
/// link stays, and what it leads to is replaced. A file that is never put in place leaves nothing behind.
///
/// ```swift
/// let file = try OutputFile(at: OutputPlace("graph.dot"))
/// try dot.withUnsafeBytes { (bytes) throws(OutputFileError) in try file.write(bytes) }
/// try file.finish()
/// try file.putInPlace()
/// ```
public final class OutputFile {
  private static let bufferSize = 1 << 16

  let place: OutputPlace
  /// Where it lies until it is in its place; nil for what is written to as it stands.
  private(set) var temporary: String?
  /// Negative once it is closed.
  private var descriptor: Int32
  /// What has not been given to the system yet.
  private var buffer: [UInt8] = []

  /// Opens it. A pipe is waited for until somebody reads it, as other programs do.
  public init(at place: OutputPlace) throws(OutputFileError) {
    self.place = place
    switch place {
    case .file(let path):
      // Exclusively: in a folder that others write to, too, nobody can lead the bytes elsewhere by a link.
      let name = OutputPlace.folder(of: path) + TemporaryName.new(.file)
      descriptor = SystemCall.retried { open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      guard descriptor >= 0 else { throw .uncreatable(path: path, reason: systemReason()) }
      temporary = name
      var status = stat()
      if stat(path, &status) == 0, !SystemCall.set(mode: status.st_mode & 0o777, of: descriptor) {
        throw .uncreatable(path: path, reason: systemReason())
      }
    case .stream(let path):
      descriptor = SystemCall.retried { open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
      guard descriptor >= 0 else { throw .uncreatable(path: path, reason: systemReason()) }
    case .descriptor(let number):
      descriptor = dup(number)
      guard descriptor >= 0 else { throw .uncreatable(path: place.path, reason: systemReason()) }
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let temporary { unlink(temporary) }
  }

  /// Whether what is written is shown on a terminal, which obeys some characters.
  package var isTerminal: Bool { descriptor >= 0 && isatty(descriptor) == 1 }

  /// Puts bytes behind those that came before.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(OutputFileError) {
    guard descriptor >= 0 else { return }
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    guard bytes.count <= Self.bufferSize else {
      guard SystemCall.append(bytes, to: descriptor) else { throw failure() }
      return
    }
    buffer.append(contentsOf: bytes)
  }

  /// Puts bytes at the beginning, in the place of those that are there; pipes cannot.
  public func rewrite(_ bytes: UnsafeRawBufferPointer) throws(OutputFileError) {
    guard descriptor >= 0 else { return }
    try flush()
    guard SystemCall.put(bytes, atBeginningOf: descriptor) else { throw failure() }
  }

  private func flush() throws(OutputFileError) {
    let isWritten = buffer.withUnsafeBytes { SystemCall.append($0, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
    guard isWritten else { throw failure() }
  }

  /// All bytes are written; errors of a full disk or a quota may show only now.
  ///
  /// - Parameter isDurable: whether a regular file is to be on the disk, and not only in the system's
  ///   memory, before this returns.
  public func finish(durably isDurable: Bool = false) throws(OutputFileError) {
    guard descriptor >= 0 else { return }
    try flush()
    if isDurable, temporary != nil, !SystemCall.sync(descriptor) { throw failure() }
    let closing = descriptor
    descriptor = -1
    // Not again after a signal: the number is free by then, and may be another file's.
    guard close(closing) == 0 || errno == EINTR else { throw failure() }
  }

  /// A finished file takes its name.
  public func putInPlace() throws(OutputFileError) {
    guard let temporary, case .file(let path) = place else { return }
    guard rename(temporary, path) == 0 else { throw .uncreatable(path: path, reason: systemReason()) }
    self.temporary = nil
  }

  /// Leaves the file where it lies to somebody who will put it in its place or remove it.
  func handOver() { temporary = nil }

  private func failure() -> OutputFileError { .failed(path: place.path, reason: systemReason()) }
}

extension OutputPlace {
  /// For messages.
  public var path: String {
    switch self {
    case .file(let path), .stream(let path): path
    case .descriptor(let number): "/dev/fd/\(number)"
    }
  }
}
