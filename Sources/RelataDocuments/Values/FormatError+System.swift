#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FormatError {
  /// What the system said to a file that was to be read.
  /// - Parameter code: an `errno`.
  static func refused(code: Int32) -> FormatError {
    switch code {
    case EACCES, EPERM: .unreadable(reason: "permission denied", advice: "check its permissions")
    case ELOOP:
      .unreadable(
        reason: "its symbolic links lead round in a circle",
        advice: "remove the link, or name the file itself")
    case ENOENT, ENOTDIR:
      .unreadable(
        reason: "it is gone, or a link to what is not there", advice: "put it back, or remove the link")
    default:
      .unreadable(
        reason: strerror(code).map { String(cString: $0) } ?? "error \(code)",
        advice: "see whether other programs can read it")
    }
  }
}
