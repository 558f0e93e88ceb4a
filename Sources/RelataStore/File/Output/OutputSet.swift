#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finished files that take their names all together or not at all.
///
/// No file system renames several files at once, and to exchange whole folders would take the folder away
/// from everybody who stands in it or has it mounted. So a list of what is about to be renamed is put into
/// the folder first. A rename that fails takes back those before it; where the process is killed between two
/// renames, whoever next reads or writes the folder with relata completes them by the list. Everything else
/// in the folder is left alone.
///
/// ```swift
/// let files = try ["nodes.csv", "edges.csv"].map { try OutputFile(at: OutputPlace($0)) }
/// …
/// try OutputSet.putInPlace(files)
/// ```
public enum OutputSet {
  /// Puts finished files in their places; of those that lie in one folder all or none.
  ///
  /// Files that links lead to other folders take their names last, one after the other.
  /// - Throws: ``OutputFileError``; what was in the folder before is there then.
  public static func putInPlace(_ files: [OutputFile]) throws(OutputFileError) {
    var order: [String] = []
    var groups: [String: [OutputFile]] = [:]
    for file in files {
      guard case .file(let path) = file.place else { continue }
      let folder = OutputPlace.folder(of: path)
      if groups[folder] == nil { order.append(folder) }
      groups[folder, default: []].append(file)
    }
    for folder in order {
      if let files = groups[folder], files.count > 1 { try put(files, in: folder) }
    }
    for folder in order {
      if let files = groups[folder], files.count == 1 { try files[0].putInPlace() }
    }
  }

  private static func put(_ files: [OutputFile], in folder: String) throws(OutputFileError) {
    let lock = try FolderLock(folder)
    try PendingOutputs.settle(in: folder, lock)
    let pending = try PendingOutputs(files, in: folder)
    try pending.begin(lock)
    for file in files { file.handOver() }
    do {
      try pending.putForward(lock)
    } catch {
      pending.takeBack()
      throw error
    }
    pending.end()
  }

  /// Completes what a process that was killed had begun to put in place in a folder, and
  /// removes what it left behind.
  ///
  /// - Throws: ``OutputFileError`` where that is impossible.
  public static func settle(_ folder: String) throws(OutputFileError) {
    let folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    let lock = try FolderLock(folder)
    try PendingOutputs.settle(in: folder, lock)
    if lock.isHeld { removeLeftovers(in: folder) }
  }

  /// The same for whoever only reads, where there is anything to complete; a folder that cannot be
  /// written to is read as it is.
  ///
  /// - Parameter path: of a file in the folder, or of the folder with a slash at its end.
  public static func settleBeside(_ path: String) {
    let folder = OutputPlace.folder(of: path)
    if PendingOutputs.isPending(in: folder) { try? settle(folder) }
  }

  /// In seconds: what is older belongs to nobody who is still writing.
  private static let oldest = 3600

  private static func removeLeftovers(in folder: String) {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(stream) }
    let now = time(nil)
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          String(cString: $0)
        }
      }
      switch TemporaryName.kind(of: name) {
      case nil: continue
      // Whoever makes these holds the lock until they are gone.
      case .backup: break
      case .file:
        guard let mark = FileMark(of: folder + name),
          mark.modified / 1_000_000_000 < Int(now) - oldest
        else { continue }
      }
      unlink(folder + name)
    }
  }
}
