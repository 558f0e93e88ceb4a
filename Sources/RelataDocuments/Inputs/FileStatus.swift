#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What lies at a path; links are followed.
struct FileStatus {
  /// What messages call all that is no file and no folder.
  enum Kind: String {
    case file = "a file"
    case folder = "a folder"
    case pipe = "a named pipe"
    case socket = "a socket"
    case device = "a device"
  }

  /// Why the system does not say.
  struct Refusal: Error {
    /// An `errno`.
    var code: Int32

    /// Whether nothing is there, as opposed to something that cannot be seen.
    var isAbsence: Bool { code == ENOENT || code == ENOTDIR }
  }

  var kind: Kind
  /// In bytes.
  var size: Int
  /// In nanoseconds since 1970.
  var modified: Int

  init(path: String) throws(Refusal) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Refusal(code: errno) }
    self.init(status)
  }

  init(descriptor: Int32) throws(Refusal) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Refusal(code: errno) }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// Whether a symbolic link itself lies there.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
