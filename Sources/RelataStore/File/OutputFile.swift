#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one way in which outputs are written: a file takes its name only when it is complete, and a device or pipe is written to.
///
/// A regular file is written under a hidden name of its own in the folder where it will lie, and takes the place and the permissions
/// of what was there by one rename. A symbolic link stays, and what it leads to is replaced. A file that is never put in place
/// leaves nothing behind.
///
/// ```swift
/// let file = try OutputFile(at: OutputPlace("graph.dot"))
/// try dot.withUnsafeBytes { (bytes) throws(OutputFileError) in try file.write(bytes) }
/// try file.finish()
/// try file.putInPlace()
/// ```
public final class OutputFile {
  private let place: OutputPlace
  /// Where it lies until it is complete; nil for what is written to as it stands.
  private var temporary: String?
  private var file: UnsafeMutablePointer<FILE>?

  /// Opens it. A pipe is waited for until somebody reads it, as other programs do.
  public init(at place: OutputPlace) throws(OutputFileError) {
    self.place = place
    let descriptor: Int32
    switch place {
    case .file(let path):
      // Exclusively: in a folder that others write to, too, nobody can lead the bytes elsewhere by a link.
      let name = "\(OutputPlace.folder(of: path)).relata-\(UInt64.random(in: 0...(.max))).tmp"
      descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .uncreatable(path: path, reason: systemReason()) }
      temporary = name
      var status = stat()
      if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    case .stream(let path):
      descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw .uncreatable(path: path, reason: systemReason()) }
    case .descriptor(let number):
      descriptor = dup(number)
      guard descriptor >= 0 else { throw .uncreatable(path: place.path, reason: systemReason()) }
    }
    file = fdopen(descriptor, "wb")
    guard file != nil else {
      close(descriptor)
      throw .uncreatable(path: place.path, reason: systemReason())
    }
  }

  deinit {
    if let file { fclose(file) }
    if let temporary { unlink(temporary) }
  }

  /// Puts bytes behind those that came before.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(OutputFileError) {
    guard let file else { return }
    guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else { throw failure() }
  }

  /// Puts bytes at the beginning, in the place of those that are there; pipes cannot.
  public func rewrite(_ bytes: UnsafeRawBufferPointer) throws(OutputFileError) {
    guard let file else { return }
    guard fseek(file, 0, SEEK_SET) == 0 else { throw failure() }
    try write(bytes)
  }

  /// All bytes are written; errors of a full disk or a quota may show only now.
  public func finish() throws(OutputFileError) {
    guard let file else { return }
    self.file = nil
    guard fclose(file) == 0 else { throw failure() }
  }

  /// A finished file takes its name.
  public func putInPlace() throws(OutputFileError) {
    guard let temporary, case .file(let path) = place else { return }
    guard rename(temporary, path) == 0 else { throw .uncreatable(path: path, reason: systemReason()) }
    self.temporary = nil
  }

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
