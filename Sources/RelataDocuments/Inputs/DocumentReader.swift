/// Files, folders and bytes of any format → documents.
///
/// ```swift
/// let documents = try DocumentReader().documents(at: ["articles", "report.pdf"])
/// ```
///
/// A format is told by the content, not by the file's name.
public struct DocumentReader: Sendable {
  /// How documents are read.
  public var options: ReadingOptions

  /// Reads with the usual bounds and names of fields where nothing else is asked.
  public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// The documents of several files and folders, in the order given; a file that is named twice is read once.
  ///
  /// Identifiers are paths relative to the folder given, or file names; where two inputs would share one,
  /// both get the path under which they were found. What lies in a container goes on after a slash.
  ///
  /// - Throws: the first ``InputFailure``, but for what is no document at all (a picture in a folder).
  public func documents(at paths: [String]) throws(InputFailure) -> [SourceDocument] {
    var documents: [SourceDocument] = []
    do {
      try read(paths) { item in
        switch item {
        case .pending(let pending):
          for outcome in pending.read(options: options) {
            switch outcome {
            case .document(let document): documents.append(document)
            case .failure(let failure): throw failure
            }
          }
        case .failure(let failure): if failure.kind != .notADocument { throw failure }
        case .plan, .startOfFile, .endOfFile: break
        }
      }
    } catch let failure as InputFailure {
      throw failure
    } catch {
      throw InputFailure(.unreadable, paths.first ?? "-", "\(error)")
    }
    return documents
  }

  /// The documents of one file or folder. A folder is read recursively, in the byte order of the relative
  /// paths; hidden files and linked folders are passed over.
  public func documents(at path: String) throws(InputFailure) -> [SourceDocument] {
    try documents(at: [path])
  }

  /// A document from bytes.
  /// - Parameters:
  ///   - id: names it in errors and evidence; its extension tells Markdown from plain text.
  /// - Returns: the first document, where the bytes hold several.
  /// - Throws: ``InputFailure``.
  public func document(bytes: [UInt8], id: String) throws(InputFailure) -> SourceDocument {
    var found: [PendingDocument.Outcome] = []
    do {
      try InputWalk(options: options).read(bytes, .init(id: id, name: id, isNamed: true)) { item in
        switch item {
        case .pending(let pending): found += pending.read(options: options)
        case .failure(let failure): found.append(.failure(failure))
        case .plan, .startOfFile, .endOfFile: break
        }
      }
    } catch {
      throw InputFailure(.badData, id, "\(error)")
    }
    for outcome in found {
      switch outcome {
      case .document(let document): return document
      case .failure(let failure): throw failure
      }
    }
    throw InputFailure(.badData, id, "holds no document")
  }

  /// Reads inputs one after the other, in bounded memory: paths of files and folders, `-` for standard input,
  /// `@FILE` for a file with a path on each line.
  ///
  /// - Parameters:
  ///   - isUnchanged: files that need not be read again; they give nothing but their end.
  ///   - body: what is done with each item; what it throws ends the reading.
  /// - Throws: ``InputFailure`` where an input that was named is not there, before anything is read.
  public func read(
    _ inputs: [String], unless isUnchanged: (InputFile) throws -> Bool = { _ in false },
    _ body: (ReadItem) throws -> Void
  ) throws {
    var finder = FileFinder()
    var readsStandardInput = false
    for input in try InputList.expanded(inputs) {
      if input == "-" { readsStandardInput = true } else { try finder.add(input) }
    }
    let files = finder.distinct().map { file in
      // Of what cannot be looked at, nothing is known: reading it will tell.
      let status = try? FileStatus(path: file.path)
      return (
        file: file,
        input: InputFile(
          path: file.path, id: file.id, size: status?.size ?? 0, modified: status?.modified ?? 0)
      )
    }
    try body(.plan(files: files.count, bytes: files.reduce(0) { $0 + $1.input.size }))
    for failure in finder.failures { try body(.failure(failure)) }
    for (file, input) in files {
      try body(.startOfFile(input))
      if !(try isUnchanged(input)) { try InputWalk(options: options.of(file.path)).read(file, body) }
      try body(.endOfFile(input))
    }
    if readsStandardInput {
      let input = InputFile(path: "-", id: "stdin")
      try body(.startOfFile(input))
      try InputWalk(options: options).readStandardInput(body)
      try body(.endOfFile(input))
    }
  }

  /// Whether all inputs are there.
  /// - Throws: ``InputFailure`` for the first that is not.
  public func check(_ inputs: [String]) throws(InputFailure) {
    var finder = FileFinder()
    for input in try InputList.expanded(inputs) where input != "-" { try finder.add(input) }
  }

  /// Whether nothing lies at a path any more; false also where that cannot be seen, as below a
  /// folder without permission.
  public static func isGone(_ path: String) -> Bool {
    do {
      _ = try FileStatus(path: path)
      return false
    } catch {
      return error.isAbsence
    }
  }
}
