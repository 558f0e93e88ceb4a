import GRDB
public import RelataDocuments
public import RelataExtraction

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Documents and what was read in them, in a SQLite file that grows.
///
/// Every change is one transaction: a process that is killed, a machine that loses power or a disk that is
/// full leaves all documents that were finished before, and several processes can use the same file
/// (SQLite's write-ahead log).
///
/// ```swift
/// let collection = try DocumentCollection(at: "news.relata-db", orCreate: true)
/// try collection.put([document], file: "articles/one.txt")
/// for try document in collection.extractions() { … }
/// ```
public struct DocumentCollection: Sendable {
  /// Of the SQLite file, as it was given; its log lies beside it while it is in use.
  public let path: String
  private let queue: DatabaseQueue

  /// How long to wait for another process that is writing.
  private static let patience = 60.0

  /// Opens a collection.
  ///
  /// - Parameter isCreating: whether to make it where there is none.
  /// - Throws: ``CollectionError``.
  public init(at path: String, orCreate isCreating: Bool = false) throws(CollectionError) {
    self.path = path
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder { throw .notACollection(path: path, reason: "it is a folder") }
    if !exists, !isCreating { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { database in
      // Readers and one writer at the same time; after a crash the log is played back or dropped,
      // never half of a transaction.
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.check(queue, path: path)
    } catch let error as CollectionError {
      throw error
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  private static func check(_ queue: DatabaseQueue, path: String) throws {
    try queue.writeWithoutTransaction { database in
      // Looking and creating in one, lest two processes both create.
      try database.inTransaction(.immediate) {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application == 0, tables == 0 {
          try Schema.create(database)
          return .commit
        }
        guard application == Schema.applicationID else {
          throw CollectionError.notACollection(path: path, reason: "another program's database")
        }
        guard version <= Schema.version else {
          throw CollectionError.newer(path: path, version: version, known: Schema.version)
        }
        if version < Schema.version { try Schema.migrate(database, from: version) }
        return .commit
      }
    }
  }

  private static func failure(_ error: any Error, path: String) -> CollectionError {
    if let error = error as? CollectionError { return error }
    guard let error = error as? DatabaseError else { return .failed(path: path, reason: "\(error)") }
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notACollection(path: path, reason: "no SQLite database")
    case .SQLITE_CORRUPT: return .notACollection(path: path, reason: "the database is damaged")
    case .SQLITE_FULL:
      return .failed(path: path, reason: "no space left on device; all finished documents are kept")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .failed(
        path: path, reason: "another process has been writing for \(Int(patience)) seconds; try again")
    case .SQLITE_READONLY: return .failed(path: path, reason: "cannot be written to; check its permissions")
    case .SQLITE_CANTOPEN:
      return .failed(path: path, reason: "cannot be opened; is its folder there, with permission to write?")
    default: return .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(CollectionError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// What a change does to what was made of the collection before.
  enum Effect { case adds, changes }

  /// - Parameter body: is given the number of the change.
  func write<Value>(
    _ body: (Database, _ change: Int) throws -> (Value, Effect)
  ) throws(CollectionError) -> Value {
    do {
      return try queue.write { database in
        let change = try (Int.fetchOne(database, sql: Self.changesQuery) ?? 0) + 1
        let (value, effect) = try body(database, change)
        try database.execute(
          sql: "UPDATE setting SET value = ? WHERE name = 'changes' OR (name = 'rebuilt' AND ?)",
          arguments: [String(change), effect == .changes])
        return value
      }
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  private static let changesQuery = "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'changes'"
}

// MARK: - Settings

extension DocumentCollection {
  /// A single fact about the collection; nil where it has never been set.
  public func setting(_ name: String) throws(CollectionError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  /// - Parameter value: nil takes it away.
  public func set(_ name: String, to value: String?) throws(CollectionError) {
    try write { database, _ in
      try Self.set(name, to: value, in: database)
      return ((), .changes)
    }
  }

  private static func set(_ name: String, to value: String?, in database: Database) throws {
    if let value {
      try database.execute(
        sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        arguments: [name, value])
    } else {
      try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    }
  }

  /// Where a collection stands among its changes.
  public struct State: Hashable, Sendable {
    /// Tells collections apart, also those that were made at one path.
    public var identity: UInt64
    /// How often the collection has been changed.
    public var changes: Int
    /// The last change that did more than add documents.
    public var rebuilt: Int
    /// In the collection at that moment.
    public var documents: Int
  }

  /// The state of one moment.
  public func state() throws(CollectionError) -> State {
    try read { database in
      func number(_ name: String) throws -> UInt64 {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
          .flatMap { UInt64($0) } ?? 0
      }
      return State(
        identity: try number("identity"), changes: Int(clamping: try number("changes")),
        rebuilt: Int(clamping: try number("rebuilt")),
        documents: try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0)
    }
  }

  /// Files and folders that were added, in ascending order.
  public func inputs() throws(CollectionError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT path FROM input ORDER BY path") }
  }

  /// Adds files and folders to those that an update reads again, and changes a setting that says how; those
  /// that are known are passed over.
  ///
  /// - Parameters:
  ///   - name: of the setting.
  ///   - change: makes of the setting's value and of the inputs its new value, and names those whose files
  ///     are to be opened again though they have not changed. It must not use the collection.
  /// - Throws: ``CollectionError``, also for what `change` throws.
  public func remember(
    inputs: [String], changing name: String,
    _ change: (_ value: String?, _ inputs: [String]) throws -> (value: String?, reopened: [String])
  ) throws(CollectionError) {
    try write { database, _ in
      for path in inputs {
        try database.execute(sql: "INSERT OR IGNORE INTO input VALUES (?)", arguments: [path])
      }
      let old = try String.fetchOne(
        database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
      let new = try change(old, inputs)
      try Self.set(name, to: new.value, in: database)
      for path in new.reopened {
        let below = path + "/"
        try database.execute(
          sql: "UPDATE file SET size = -1 WHERE path = ? OR substr(path, 1, ?) = ?",
          arguments: [path, below.unicodeScalars.count, below])
      }
      return ((), .adds)
    }
  }
}

// MARK: - Documents

extension DocumentCollection {
  /// What a user wants to know of a collection.
  public struct Status: Hashable, Sendable {
    /// Of all files together.
    public var documents: Int
    /// Files of which all has been read, also those without a document.
    public var files: Int
    /// Bytes of text.
    public var bytes: Int
    /// By what documents were read with, and how many.
    public var readers: [(reader: String, count: Int)]
    /// What could not be read, in the order of the files.
    public var failures: [String]
    /// Documents that were taken out and stay out.
    public var removed: Int

    /// Written out because tuples are not `Equatable`.
    public static func == (a: Status, b: Status) -> Bool {
      (a.documents, a.files, a.bytes, a.removed) == (b.documents, b.files, b.bytes, b.removed)
        && a.failures == b.failures
        && a.readers.elementsEqual(b.readers, by: ==)
    }

    /// Of the counts alone, which nearly always tell two states apart.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(documents)
      hasher.combine(files)
    }
  }

  /// Counts anew with each call.
  /// - Throws: ``CollectionError``.
  /// - Complexity: O(length of all texts).
  public func status() throws(CollectionError) -> Status {
    try read { database in
      Status(
        documents: try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0,
        files: try Int.fetchOne(database, sql: "SELECT count(*) FROM file") ?? 0,
        bytes: try Int.fetchOne(database, sql: "SELECT coalesce(sum(length(text)), 0) FROM document") ?? 0,
        readers: try Row.fetchAll(
          database, sql: "SELECT reader, count(*) AS n FROM document GROUP BY reader ORDER BY n DESC, reader"
        ).map { ($0["reader"], $0["n"]) },
        failures: try String.fetchAll(database, sql: "SELECT message FROM failure ORDER BY file, message"),
        removed: try Int.fetchOne(database, sql: "SELECT count(*) FROM removed") ?? 0)
    }
  }

  /// Whether a file was read in full and has not changed since.
  public func isUnchanged(_ file: InputFile) throws(CollectionError) -> Bool {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT 1 FROM file WHERE path = ? AND size = ? AND modified = ?",
        arguments: [file.path, file.size, file.modified]) != nil
    }
  }

  /// Where a document was read, and of what text, by its identifier; nil where there is none.
  public func origin(
    of id: String
  ) throws(CollectionError) -> (file: String, fingerprint: String, reader: String)? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT file, fingerprint, reader FROM document WHERE id = ?", arguments: [id]
      ).map { ($0["file"], $0["fingerprint"], $0["reader"]) }
    }
  }

  /// A file of which all has been read.
  public struct FinishedFile: Sendable {
    /// With its size and time, by which a change is noticed.
    public var file: InputFile
    /// The identifiers of the documents that it has now.
    public var ids: Set<String>
    /// What in it could not be read.
    public var failures: [InputFailure]

    /// - Parameter failures: empty where all of the file could be read.
    public init(file: InputFile, ids: Set<String>, failures: [InputFailure] = []) {
      self.file = file
      self.ids = ids
      self.failures = failures
    }

    /// Whether it may be read the next time though it has not changed: once it is permitted, or the program
    /// that it needs is there. Until then what was read in it before is kept.
    var isToBeReadAgain: Bool { failures.contains { $0.kind == .unreadable || $0.kind == .unavailable } }
  }

  /// Adds documents, or replaces those of the same identifiers, and notes which files have been read in full:
  /// documents that these had before and have no more are taken out. All or nothing.
  ///
  /// - Parameter reader: what the documents were read with.
  /// - Returns: how many documents were taken out.
  @discardableResult
  public func put(
    _ documents: [(document: CollectedDocument, file: String)], finishing files: [FinishedFile] = [],
    reader: String
  ) throws(CollectionError) -> Int {
    guard !documents.isEmpty || !files.isEmpty else { return 0 }
    return try write { database, change in
      var isAddition = true
      for (document, file) in documents {
        let isNew = try DocumentRow.upsert(
          document, file: file, reader: reader, change: change, in: database)
        isAddition = isAddition && isNew
      }
      let removed = try files.reduce(0) { try $0 + Self.finish($1, in: database) }
      return (removed, isAddition && removed == 0 ? .adds : .changes)
    }
  }

  private static func finish(_ finished: FinishedFile, in database: Database) throws -> Int {
    let file = finished.file
    let known = try String.fetchAll(
      database, sql: "SELECT id FROM document WHERE file = ?", arguments: [file.path])
    let gone = finished.isToBeReadAgain ? [] : known.filter { !finished.ids.contains($0) }
    for id in gone { try database.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id]) }
    try database.execute(sql: "DELETE FROM failure WHERE file = ?", arguments: [file.path])
    for failure in finished.failures {
      try database.execute(
        sql: "INSERT INTO failure VALUES (?, ?, ?)",
        arguments: [file.path, failure.kind.rawValue, failure.description])
    }
    try database.execute(
      sql: """
        INSERT INTO file VALUES (?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified
        """, arguments: [file.path, finished.isToBeReadAgain ? -1 : file.size, file.modified])
    return gone.count
  }

  /// What was read of a document, by its identifier; nil where there is none.
  public func text(of id: String) throws(CollectionError) -> String? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT text FROM document WHERE id = ?", arguments: [id])
        .map(DocumentRow.text)
    }
  }

  /// The identifiers of all documents, ascending.
  public func ids() throws(CollectionError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT id FROM document ORDER BY id") }
  }

  /// The texts of documents that were read with something else, a slice of them; empty where there are none.
  public func outdated(
    reader: String, limit: Int
  ) throws(CollectionError) -> [(source: SourceDocument, file: String)] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM document WHERE reader <> ? ORDER BY number LIMIT ?",
        arguments: [reader, limit]
      ).map { (try DocumentRow.source($0), $0["file"]) }
    }
  }

  /// What was read in each document, one after the other in the order of their identifiers.
  ///
  /// - Parameters:
  ///   - change: only what was added after this one (``State/changes``); nil: all.
  ///   - withTexts: whether records carry the documents' texts.
  public func forEachExtraction(
    addedAfter change: Int? = nil, withTexts: Bool,
    _ body: (ExtractedDocument, _ signature: [UInt8]) throws -> Void
  ) throws {
    do {
      try queue.read { database in
        let columns = withTexts ? "record, text, extraction, signature" : "record, extraction, signature"
        let rows = try Row.fetchCursor(
          database, sql: "SELECT \(columns) FROM document WHERE added > ? ORDER BY id",
          arguments: [change ?? -1])
        while let row = try rows.next() {
          let signature: Data = row["signature"]
          try body(try DocumentRow.extraction(row, withText: withTexts), Array(signature))
        }
      }
    } catch is ExtractionCoding.Damaged {
      throw CollectionError.notACollection(path: path, reason: "a document in it is damaged")
    } catch let error as DatabaseError {
      throw Self.failure(error, path: path)
    }
  }

  /// What tells copies of the documents that were added up to a change.
  /// - Parameter body: is given the document's identifier, its date as ``PartialDate``
  ///   writes it, and its signature.
  public func forEachSignature(
    addedUpTo change: Int, _ body: (_ id: String, _ date: String?, _ signature: [UInt8]) throws -> Void
  ) throws {
    do {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: "SELECT id, json_extract(record, '$.date'), signature FROM document WHERE added <= ?",
          arguments: [change])
        while let row = try rows.next() {
          let signature: Data = row[2]
          try body(row[0], row[1], Array(signature))
        }
      }
    } catch let error as DatabaseError {
      throw Self.failure(error, path: path)
    }
  }

  /// Writes the log back into the file and lets go of what was deleted.
  public func compact() throws(CollectionError) {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    } catch {
      throw Self.failure(error, path: path)
    }
  }
}
