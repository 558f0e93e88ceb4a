#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of one folder that are about to take their names, and the list of them that lies in
/// the folder while they do.
///
/// The list is called `.relata-pending`, or `.relata-undo` once a rename has failed. Its first line
/// is ``title``; the others have, parted by tabs: the name under which a file was written, the name
/// that it gets, a second link to what had that name, and size and time of what had it and of what
/// gets it. “-” is nothing.
struct PendingOutputs {
  struct Entry: Hashable {
    var temporary: String
    var name: String
    /// nil where nothing had the name, or the file system knows no second links.
    var backup: String?
    var old: FileMark?
    var new: FileMark
  }

  private static let title = "relata pending 1"
  private static let forward = "\(TemporaryName.prefix)pending"
  private static let back = "\(TemporaryName.prefix)undo"

  /// With a slash at its end, or empty.
  private let folder: String
  private(set) var entries: [Entry]

  // MARK: - From files

  init(_ files: [OutputFile], in folder: String) throws(OutputFileError) {
    self.folder = folder
    entries = []
    do {
      for file in files { entries.append(try Self.entry(file, in: folder)) }
    } catch {
      for entry in entries { Self.remove(entry.backup, in: folder) }
      throw error
    }
  }

  private static func entry(_ file: OutputFile, in folder: String) throws(OutputFileError) -> Entry {
    let path = file.place.path
    guard let temporary = file.temporary, let new = FileMark(of: temporary) else {
      throw .uncreatable(path: path, reason: systemReason())
    }
    let backup = TemporaryName.new(.backup)
    let hasBackup = SystemCall.retried { link(path, folder + backup) } == 0
    if !hasBackup, [ENOSPC, EDQUOT, EIO, EROFS].contains(errno) {
      throw .uncreatable(path: path, reason: systemReason())
    }
    return Entry(
      temporary: String(temporary.dropFirst(folder.count)), name: String(path.dropFirst(folder.count)),
      backup: hasBackup ? backup : nil, old: FileMark(of: path), new: new)
  }

  // MARK: - In order

  /// Puts the list into the folder; where that fails, the folder is as before.
  func begin(_ lock: FolderLock) throws(OutputFileError) {
    do throws(OutputFileError) {
      let file = try OutputFile(at: .file(path: folder + Self.forward))
      try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(OutputFileError) in
        try file.write(UnsafeRawBufferPointer(bytes))
      }
      try file.finish(durably: true)
      try file.putInPlace()
      guard lock.sync() else { throw .failed(path: file.place.path, reason: systemReason()) }
    } catch {
      unlink(folder + Self.forward)
      for entry in entries { Self.remove(entry.backup, in: folder) }
      throw error
    }
  }

  /// Renames what has not been renamed yet.
  ///
  /// - Parameter isLate: whether other programs may have written here since; what they wrote stays.
  func putForward(_ lock: FolderLock, late isLate: Bool = false) throws(OutputFileError) {
    for entry in entries {
      if isLate {
        guard FileMark(of: folder + entry.temporary) != nil else { continue }
        guard FileMark(of: folder + entry.name) == entry.old else { continue }
      }
      guard rename(folder + entry.temporary, folder + entry.name) == 0 else {
        throw .uncreatable(path: folder + entry.name, reason: systemReason())
      }
    }
    guard lock.sync() else { throw .failed(path: folder, reason: systemReason()) }
  }

  /// Gives what was there before its names back, and removes what was to take them. Where the file system has
  /// no second links, that is impossible: the list stays, and whoever comes next puts forward.
  ///
  /// - Returns: whether all is as it was.
  @discardableResult
  func takeBack() -> Bool {
    // The others have not been renamed yet, or were written by another program since.
    let renamed = entries.filter { FileMark(of: folder + $0.name) == $0.new }
    guard renamed.allSatisfy({ $0.backup != nil || $0.old == nil }) else { return false }
    // By its name, which takes no room on a full disk, whoever comes next knows which way to go.
    rename(folder + Self.forward, folder + Self.back)
    var isComplete = true
    for entry in renamed.reversed() {
      let path = folder + entry.name
      if let backup = entry.backup {
        if FileMark(of: folder + backup) != nil {
          isComplete = rename(folder + backup, path) == 0 && isComplete
        }
      } else {
        isComplete = unlink(path) == 0 && isComplete
      }
    }
    if isComplete { end() }
    return isComplete
  }

  /// All is in its place: the list goes, and then what it told of.
  func end() {
    unlink(folder + Self.forward)
    unlink(folder + Self.back)
    for entry in entries {
      Self.remove(entry.temporary, in: folder)
      Self.remove(entry.backup, in: folder)
    }
  }

  private static func remove(_ name: String?, in folder: String) {
    if let name { unlink(folder + name) }
  }

  // MARK: - Later

  /// Whether a process has begun to put files in place and not ended.
  static func isPending(in folder: String) -> Bool {
    access(folder + forward, F_OK) == 0 || access(folder + back, F_OK) == 0
  }

  /// Completes or takes back what a process that was killed had begun.
  static func settle(in folder: String, _ lock: FolderLock) throws(OutputFileError) {
    guard isPending(in: folder) else { return }
    if let pending = PendingOutputs(listed: back, in: folder) {
      guard pending.takeBack() else { throw stuck(folder) }
    } else if let pending = PendingOutputs(listed: forward, in: folder) {
      do {
        try pending.putForward(lock, late: true)
        pending.end()
      } catch {
        guard pending.takeBack() else { throw stuck(folder) }
      }
    }
    // Lists that cannot be read are none of ours, or of another version: they say nothing.
  }

  private static func stuck(_ folder: String) -> OutputFileError {
    .uncreatable(
      path: folder.isEmpty ? "." : folder,
      reason:
        "files that an earlier process left can be neither put in place nor taken back (\(systemReason())); "
        + "remove \(forward) and \(back) to give them up"
    )
  }
}

// MARK: - The list

extension PendingOutputs {
  private var text: String {
    func text(_ mark: FileMark?) -> String { mark.map { "\($0.size):\($0.modified)" } ?? "-" }
    let lines = entries.map { entry in
      [entry.temporary, entry.name, entry.backup ?? "-", text(entry.old), text(entry.new)]
        .joined(separator: "\t")
    }
    return ([Self.title] + lines).joined(separator: "\n") + "\n"
  }

  /// nil where there is no such list, or not all of it is as it should be.
  private init?(listed list: String, in folder: String) {
    guard let text = Self.read(folder + list) else { return nil }
    let lines = text.split(separator: "\n")
    guard lines.first == Substring(Self.title) else { return nil }
    self.folder = folder
    entries = []
    for line in lines.dropFirst() {
      guard let entry = Self.entry(line) else { return nil }
      entries.append(entry)
    }
  }

  /// Only names in the folder itself: a list may come from elsewhere with its folder.
  private static func entry(_ line: Substring) -> Entry? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5, TemporaryName.kind(of: fields[0]) == .file,
      !fields[1].isEmpty, !fields[1].contains("/"), fields[1] != ".", fields[1] != "..",
      !fields[1].hasPrefix(TemporaryName.prefix),
      fields[2] == "-" || TemporaryName.kind(of: fields[2]) == .backup,
      let new = mark(fields[4])
    else { return nil }
    let old = mark(fields[3])
    guard old != nil || fields[3] == "-" else { return nil }
    return Entry(
      temporary: fields[0], name: fields[1], backup: fields[2] == "-" ? nil : fields[2], old: old, new: new)
  }

  private static func mark(_ text: String) -> FileMark? {
    let numbers = text.split(separator: ":").map { Int($0) }
    guard numbers.count == 2, let size = numbers[0], let modified = numbers[1] else { return nil }
    return FileMark(size: size, modified: modified)
  }

  private static let longest = 1 << 20

  /// A small regular file; nil for all else.
  private static func read(_ path: String) -> String? {
    let file = SystemCall.retried { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= longest else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { bytes in
        pread(file, bytes.baseAddress.map { $0 + count }, bytes.count - count, off_t(count))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return nil }
      count += read
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
