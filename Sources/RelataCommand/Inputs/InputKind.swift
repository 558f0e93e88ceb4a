#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What lies at the path of an input, behind all links.
enum InputKind {
  /// - Parameter size: in bytes.
  case file(size: Int)
  case folder
  /// A pipe, a device or a socket: it can only be read from front to back, once.
  case stream
  /// Nothing, or nothing that can be reached: what the system says.
  case missing(String)
  case unreachable(String)

  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      let reason = systemReason(code).lowercased()
      self = code == ENOENT || code == ENOTDIR ? .missing(reason) : .unreachable(reason)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(size: Int(status.st_size))
    case S_IFDIR: self = .folder
    default: self = .stream
    }
  }
}
