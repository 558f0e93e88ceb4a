import Relata

/// The one file that a command writes where its arguments say: a regular file, or a device or
/// pipe that is written to. On a terminal ``VisibleText`` is shown.
struct OutputTarget {
  private let path: String
  /// Of a regular file; nil for what is there already.
  private let folder: OutputFolder?

  /// Makes sure that it can be written to, before any long work is done for it.
  init(_ path: String) throws(CommandFailure) {
    guard let last = path.last, last != "/" else {
      throw CommandFailure(.cannotCreate, "\(path): is a folder, so no file can be written there")
    }
    self.path = path
    guard case .file(let target) = try Self.place(path) else {
      folder = nil
      return
    }
    let parent = target.lastIndex(of: "/").map { String(target[...$0]) }
    folder = try OutputFolder(path: parent ?? ".")
  }

  /// Whether it is a file that can be opened by its name afterwards.
  var isFile: Bool { folder != nil }

  /// Writes the file that `make` makes; where that fails, nothing is left.
  func write(_ make: () throws -> ExportedFile) throws {
    do {
      try Self.write([(path, try make())])
    } catch {
      folder?.removeIfNew()
      throw error
    }
  }

  /// Writes the files that `make` makes, one for each path, of those in one folder all or none; where that
  /// fails, nothing is left.
  static func write(to paths: [String], _ make: () throws -> [ExportedFile]) throws {
    var targets: [Self] = []
    do {
      for path in paths { targets.append(try Self(path)) }
      try write(zip(paths, try make()).map { ($0, $1) })
    } catch {
      for target in targets.reversed() { target.folder?.removeIfNew() }
      throw error
    }
  }

  /// Writes several files all together or not at all, as far as regular files go; what cannot be
  /// taken back is written last.
  ///
  /// - Returns: what has been written, in the order of the files.
  @discardableResult
  static func write(
    _ files: [(path: String, content: ExportedFile)]
  ) throws(CommandFailure) -> [ContentDigest] {
    var digests = [ContentDigest](repeating: ContentDigest(), count: files.count)
    var finished: [OutputFile] = []
    var streams: [(index: Int, place: OutputPlace)] = []
    for (index, file) in files.enumerated() {
      let place = try place(file.path)
      guard case .file = place else {
        streams.append((index, place))
        continue
      }
      let output = try told { () throws(OutputFileError) in try OutputFile(at: place) }
      digests[index] = try write(file.content, to: output)
      finished.append(output)
    }
    try told { () throws(OutputFileError) in try OutputSet.putInPlace(finished) }
    for (index, place) in streams {
      let output = try told { () throws(OutputFileError) in try OutputFile(at: place) }
      digests[index] = try write(files[index].content, to: output)
    }
    return digests
  }

  private static func write(
    _ content: ExportedFile, to output: OutputFile
  ) throws(CommandFailure) -> ContentDigest {
    let content = output.isTerminal ? VisibleText.of(content) : content
    var digest = ContentDigest()
    do {
      try content.write { (bytes) throws(OutputFileError) in
        digest.add(UnsafeRawBufferPointer(bytes))
        try output.write(UnsafeRawBufferPointer(bytes))
      }
      try output.finish(durably: true)
    } catch {
      throw CommandFailure(error)
    }
    return digest
  }

  private static func place(_ path: String) throws(CommandFailure) -> OutputPlace {
    try told { () throws(OutputFileError) in try OutputPlace(path) }
  }

  private static func told<Value>(
    _ body: () throws(OutputFileError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  init(_ error: OutputFileError) {
    switch error {
    case .uncreatable: self.init(.cannotCreate, "\(error)")
    case .failed: self.init(.outputFailed, "\(error)")
    }
  }
}
