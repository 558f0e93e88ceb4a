#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file to read.
struct FoundFile: Hashable {
  var path: String
  /// The path relative to the folder that was named, or the file's own name; the path itself
  /// where two would share one.
  var id: String
  /// Whether the user named it, rather than a folder that it lies in.
  var isNamed: Bool
}

/// Files and folders → files, in the order given; a folder's in the byte order of their relative paths.
/// Hidden files and linked folders are passed over, a file that is named twice comes once.
struct FileFinder {
  private(set) var files: [FoundFile] = []
  /// What cannot be looked at or into. All else is found.
  private(set) var failures: [InputFailure] = []
  private var seen: Set<String> = []

  /// - Throws: ``InputFailure`` where nothing is there, or a folder holds no file.
  mutating func add(_ path: String) throws(InputFailure) {
    let status: FileStatus
    do {
      status = try FileStatus(path: path)
    } catch {
      guard error.isAbsence else { return add(InputFailure(path, .refused(code: error.code))) }
      throw InputFailure(.missing, path, "no such file or folder")
    }
    guard status.kind == .folder else {
      return add(FoundFile(path: path, id: Self.lastComponent(of: path), isNamed: true))
    }
    let known = failures.count
    let relative = contents(of: path)
    if relative.isEmpty, failures.count == known {
      throw InputFailure(
        .missing, path, "no documents in this folder; put files there, or name another folder")
    }
    for name in relative {
      add(FoundFile(path: Self.join(path, name), id: name, isNamed: false))
    }
  }

  private mutating func add(_ file: FoundFile) {
    if seen.insert(file.path).inserted { files.append(file) }
  }

  private mutating func add(_ failure: InputFailure) {
    if seen.insert(failure.input).inserted { failures.append(failure) }
  }

  /// The files with identifiers that tell them apart.
  func distinct() -> [FoundFile] {
    let uses = files.reduce(into: [String: Int]()) { $0[$1.id, default: 0] += 1 }
    return files.map { file in
      var file = file
      if uses[file.id, default: 0] > 1 { file.id = file.path }
      return file
    }
  }

  private mutating func contents(of path: String) -> [String] {
    var relative: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let names: [String]
      let location = folder.isEmpty ? path : Self.join(path, folder)
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: location)
      } catch {
        add(Self.failure(error, path: location))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let entry = folder.isEmpty ? name : folder + "/" + name
        let place = Self.join(path, entry)
        // What is no file, or cannot be looked at, is found as well: whoever reads it is told.
        guard let status = try? FileStatus(path: place), status.kind == .folder else {
          relative.append(entry)
          continue
        }
        // A linked folder may lead round in a circle.
        if !FileStatus.isLink(place) { pending.append(entry) }
      }
    }
    return relative.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func failure(_ error: any Error, path: String) -> InputFailure {
    guard let error = error as? CocoaError else {
      return InputFailure(.unreadable, path, "cannot be read (\(error)); check its permissions")
    }
    switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile:
      return InputFailure(.missing, path, "no such file or folder")
    case .fileReadNoPermission:
      return InputFailure(.unreadable, path, "cannot be read (permission denied); check its permissions")
    default:
      return InputFailure(
        .unreadable, path, "cannot be read (error \(error.code.rawValue)); check its permissions")
    }
  }

  // MARK: Paths

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
