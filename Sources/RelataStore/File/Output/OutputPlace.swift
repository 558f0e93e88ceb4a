#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the bytes of an output go, by what lies there now.
public enum OutputPlace: Hashable, Sendable {
  /// A regular file, or one that is not there yet, at this path. Symbolic links have been followed to it.
  case file(path: String)
  /// A device or pipe, which is written to as it stands: it cannot be replaced, and what has been
  /// written cannot be taken back.
  case stream(path: String)
  /// A file that this process has open, such as `/dev/stdout`.
  case descriptor(Int32)

  /// More symbolic links in a row are a circle.
  private static let mostLinks = 40

  /// - Throws: ``OutputFileError`` where a folder lies there, or links go in a circle.
  public init(_ path: String) throws(OutputFileError) {
    var target = path
    for _ in 0..<Self.mostLinks {
      if let descriptor = Self.descriptor(named: target) {
        self = .descriptor(descriptor)
        return
      }
      var status = stat()
      // First behind all links: those of the system to its pipes, such as /proc/self/fd/1, name no path.
      if stat(target, &status) == 0 {
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else {
          throw .uncreatable(path: path, reason: "is a folder, so no file can be written there")
        }
        guard kind == S_IFREG else {
          self = .stream(path: target)
          return
        }
      }
      guard let next = Self.link(at: target) else {
        self = .file(path: target)
        return
      }
      target = next.hasPrefix("/") ? next : Self.folder(of: target) + next
    }
    throw .uncreatable(path: path, reason: String(cString: strerror(ELOOP)))
  }

  /// Up to its last slash; empty where it has none.
  static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)])
  }

  /// Where a symbolic link leads; nil for all else.
  private static func link(at path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// To open these anew would begin at the front of what a shell appends to.
  private static func descriptor(named path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count))
      }
      return nil
    }
  }
}

/// Why an output is not written.
public enum OutputFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be made: what was there before is untouched.
  case uncreatable(path: String, reason: String)
  /// Writing failed, for example because the disk is full.
  case failed(path: String, reason: String)

  /// The path and why.
  public var description: String {
    switch self {
    case .uncreatable(let path, let reason), .failed(let path, let reason): "\(path): \(reason)"
    }
  }

  /// What the system or we say, without the path.
  public var reason: String {
    switch self {
    case .uncreatable(_, let reason), .failed(_, let reason): reason
    }
  }
}
