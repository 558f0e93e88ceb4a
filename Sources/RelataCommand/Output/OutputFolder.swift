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
/// Every file is first written in full under a temporary name beside its final one; only when all are there do they take their
/// names, each by one rename. A failure before that removes the temporary files and leaves what was there before.
struct OutputFolder {
  let path: String
  private let isNew: Bool

  /// Creates the folder where needed and makes sure that it can be written to, before any long work is done for it.
  init(path: String) throws(CommandFailure) {
    self.path = path
    isNew = !FileManager.default.fileExists(atPath: path)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Self.failure(path, "cannot create this folder: \(reason(of: error))")
    }
    let probe = Self.join(path, Self.temporaryName(for: "probe"))
    try Self.write(ExportedFile(name: "probe", bytes: []), to: probe)
    unlink(probe)
  }

  /// Takes the folder away again where it was made for nothing.
  func removeIfNew() { if isNew { rmdir(path) } }

  /// - Returns: what has been written, in the order of the files.
  @discardableResult
  func write(_ files: [ExportedFile]) throws(CommandFailure) -> [WrittenFile] {
    var written: [WrittenFile] = []
    let targets = files.map { (temporary: join(Self.temporaryName(for: $0.name)), final: join($0.name)) }
    var isDone = false
    defer { if !isDone { for target in targets { unlink(target.temporary) } } }
    for (file, target) in zip(files, targets) {
      var isFolder = false
      if FileManager.default.fileExists(atPath: target.final, isDirectory: &isFolder), isFolder {
        throw Self.failure(target.final, "is a folder, so no file can be written there")
      }
      written.append(WrittenFile(name: file.name, content: try Self.write(file, to: target.temporary)))
    }
    for target in targets where rename(target.temporary, target.final) != 0 {
      throw Self.failure(target.final, systemReason(errno))
    }
    isDone = true
    return written
  }

  /// The folder of a file that is to be written, and the file's name in it.
  static func containing(_ path: String) throws(CommandFailure) -> (folder: OutputFolder, name: String) {
    guard let name = path.split(separator: "/").last, !path.hasSuffix("/") else {
      throw failure(path, "is a folder, so no file can be written there")
    }
    let folder = String(path.dropLast(name.count))
    return (try OutputFolder(path: folder.isEmpty ? "." : folder), String(name))
  }

  func join(_ name: String) -> String { Self.join(path, name) }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func temporaryName(for name: String) -> String { ".\(name).\(getpid()).tmp" }

  @discardableResult
  private static func write(
    _ content: ExportedFile, to path: String
  ) throws(CommandFailure) -> ContentDigest {
    guard let file = fopen(path, "wb") else { throw failure(path, systemReason(errno)) }
    var isOpen = true
    defer { if isOpen { fclose(file) } }
    var digest = ContentDigest()
    try content.write { (bytes) throws(CommandFailure) in
      digest.add(UnsafeRawBufferPointer(bytes))
      guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
        throw CommandFailure(.outputFailed, "\(path): \(systemReason(errno))")
      }
    }
    // Errors of a full disk or a quota may show only when the buffers are emptied.
    isOpen = false
    guard fclose(file) == 0 else { throw CommandFailure(.outputFailed, "\(path): \(systemReason(errno))") }
    return digest
  }

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
