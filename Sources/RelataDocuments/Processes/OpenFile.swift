#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file that is closed when nobody holds it any more, and that programs started
/// meanwhile do not inherit.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// An existing file, for reading; nil where it cannot be opened, and then `errno` says why.
  static func reading(path: String) -> OpenFile? {
    // A pipe that nobody writes to would be waited for.
    let descriptor = retryingOnInterrupt { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    return descriptor < 0 ? nil : OpenFile(descriptor: descriptor)
  }

  /// A new file that only this process can open, for it has no name: nothing is left behind
  /// however the process ends.
  static func temporary(holding bytes: [UInt8]) -> OpenFile? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/relata-XXXXXX".utf8CString)
    let descriptor = Inheritance.withoutSpawning {
      let descriptor = mkstemp(&template)
      if descriptor >= 0 { Inheritance.forbid(descriptor) }
      return descriptor
    }
    guard descriptor >= 0 else { return nil }
    unlink(template)
    let file = OpenFile(descriptor: descriptor)
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { bytes in
        retryingOnInterrupt {
          write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        }
      }
      guard written > 0 else { return nil }
      offset += written
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    return file
  }

  /// In bytes; nil for what has no size, such as a folder or a pipe.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
