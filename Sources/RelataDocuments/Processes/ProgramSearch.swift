#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where programs lie.
enum ProgramSearch {
  /// What the environment says, or where POSIX systems have their programs.
  static var searchPath: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// The path of the first executable file of that name in the folders of `PATH`, or `name` itself if it is
  /// the path of one; nil where there is none. Relative folders in `PATH` are passed over: what lies in the
  /// working folder must not be run by its name.
  static func path(of name: String) -> String? {
    if name.contains("/") { return isExecutable(name) ? name : nil }
    for folder in searchPath.split(separator: ":") where folder.first == "/" {
      let path = "\(folder)/\(name)"
      if isExecutable(path) { return path }
    }
    return nil
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
