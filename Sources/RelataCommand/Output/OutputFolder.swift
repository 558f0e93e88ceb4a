import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that has been written.
struct WrittenFile {
  /// Without the folder.
  let name: String
  /// Of the bytes that were written, whatever lies there by now.
  let content: ContentDigest
}

/// A folder into which several files are written all together or not at all.
///
/// Every file is first written in full under a name of its own; only when all are there do they take their
/// names (`OutputSet`). A failure leaves what was there before.
struct OutputFolder {
  let path: String
  /// The folders that were made for it, the innermost first.
  private let made: [String]

  /// Creates the folder where needed and makes sure that it can be written to, before any
  /// long work is done for it.
  init(path: String) throws(CommandFailure) {
    self.path = path
    made = Self.missing(path)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      Self.remove(made)
      throw Self.failure(path, "cannot create this folder: \(reason(of: error))")
    }
    do {
      try OutputSet.settle(path)
      // Never put in its place: this only finds out whether a file can be made there.
      _ = try OutputFile(at: .file(path: join("probe")))
    } catch {
      Self.remove(made)
      throw Self.failure(path, error.reason)
    }
  }

  /// Takes away again what was made for nothing.
  func removeIfNew() { Self.remove(made) }

  /// What is not empty stays.
  private static func remove(_ folders: [String]) { for folder in folders { rmdir(folder) } }

  /// Which folders are not there yet on the way to one, itself included, the innermost first.
  private static func missing(_ path: String) -> [String] {
    var missing: [String] = []
    var rest = path[...]
    while !rest.isEmpty, !FileManager.default.fileExists(atPath: String(rest)) {
      missing.append(String(rest))
      while rest.hasSuffix("/") { rest.removeLast() }
      while let last = rest.last, last != "/" { rest.removeLast() }
    }
    return missing
  }

  /// - Returns: what has been written, in the order of the files.
  @discardableResult
  func write(_ files: [ExportedFile]) throws(CommandFailure) -> [WrittenFile] {
    let digests = try OutputTarget.write(files.map { (join($0.name), $0) })
    return zip(files, digests).map { WrittenFile(name: $0.name, content: $1) }
  }

  func join(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  private static func failure(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(.cannotCreate, "\(path): \(reason)")
  }
}

/// What an error of Foundation means, in words.
private func reason(of error: any Error) -> String {
  guard let error = error as? CocoaError else { return "\(error)" }
  return switch error.code {
  case .fileWriteFileExists: "there is a file of that name"
  case .fileWriteNoPermission: "permission denied"
  case .fileWriteOutOfSpace: "no space left on device"
  case .fileWriteVolumeReadOnly: "the file system is read-only"
  case .fileNoSuchFile, .fileReadNoSuchFile: "its parent cannot hold folders"
  default:
    (error.underlying as? POSIXError).map { systemReason($0.code.rawValue) } ?? "error \(error.code.rawValue)"
  }
}
