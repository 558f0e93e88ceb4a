#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The user's browser.
enum Browser {
  /// Opens a file.
  /// - Returns: false where there is no browser, no screen, or nobody who looks at it.
  static func open(_ path: String) -> Bool {
    guard isatty(STDOUT_FILENO) == 1 else { return false }
    #if os(macOS)
      let program = "open"
    #else
      guard getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil else { return false }
      let program = "xdg-open"
    #endif
    // A path that begins with a hyphen is no option.
    let words: [String] = [program, path.hasPrefix("-") ? "./" + path : path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, program, nil, nil, arguments, environ) == 0 else { return false }
    var status: Int32 = 0
    return waitpid(process, &status, 0) == process && status == 0
  }
}
