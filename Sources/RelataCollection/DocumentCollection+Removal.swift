import GRDB

/// What is taken out: files that are gone, and documents that a user does not want.
extension DocumentCollection {
  /// Takes files out, with all of their documents.
  /// - Parameter isGone: by the path of a file.
  /// - Returns: how many documents were taken out.
  @discardableResult
  public func removeFiles(where isGone: (String) -> Bool) throws(CollectionError) -> Int {
    try write { database, _ in
      let count = try Self.removeFiles(where: isGone, from: database)
      return (count, count > 0 ? .changes : .adds)
    }
  }

  private static func removeFiles(where isGone: (String) -> Bool, from database: Database) throws -> Int {
    let paths = try String.fetchAll(database, sql: "SELECT path FROM file").filter(isGone)
    var count = 0
    for path in paths {
      try database.execute(sql: "DELETE FROM document WHERE file = ?", arguments: [path])
      count += database.changesCount
      try database.execute(sql: "DELETE FROM failure WHERE file = ?", arguments: [path])
      try database.execute(sql: "DELETE FROM file WHERE path = ?", arguments: [path])
    }
    return count
  }

  /// Takes single documents out; they stay out as ``remove(named:)`` says.
  /// - Returns: the identifiers that were not there.
  public func remove(ids: [String]) throws(CollectionError) -> [String] {
    try write { database, _ in
      let missing = try ids.filter { try Self.remove("id = ?", $0, from: database) == 0 }
      return (missing, missing.count < ids.count ? .changes : .adds)
    }
  }

  /// Takes documents out and remembers that they are to stay out.
  ///
  /// - Parameter condition: SQL with one parameter.
  /// - Returns: how many there were.
  private static func remove(
    _ condition: String, _ argument: String, from database: Database
  ) throws -> Int {
    try database.execute(
      sql: "INSERT OR IGNORE INTO removed SELECT file, fingerprint FROM document WHERE \(condition)",
      arguments: [argument])
    try database.execute(sql: "DELETE FROM document WHERE \(condition)", arguments: [argument])
    return database.changesCount
  }

  /// Takes documents out as people name them: by their identifiers, or by the end of the path of the file
  /// that they were read in, which goes with all of its documents. In one change, so that what is killed in
  /// the middle has taken out none. They stay out until their text changes or ``readmit(files:)``.
  ///
  /// - Returns: how many documents were taken out, and the names that are neither a document's nor a file's.
  public func remove(named names: [String]) throws(CollectionError) -> (removed: Int, missing: [String]) {
    try write { database, _ in
      // All identifiers before any file, since a file takes documents along whose identifiers may follow.
      let files = try names.filter { try Self.remove("id = ?", $0, from: database) == 0 }
      var removed = names.count - files.count
      let known = files.isEmpty ? [] : try String.fetchAll(database, sql: "SELECT path FROM file")
      var missing: [String] = []
      for name in files {
        let paths = known.filter { $0 == name || $0.hasSuffix("/" + name) }
        if paths.isEmpty { missing.append(name) }
        for path in paths {
          removed += try Self.remove("file = ?", path, from: database)
          try database.execute(sql: "DELETE FROM failure WHERE file = ?", arguments: [path])
        }
      }
      return ((removed, missing), removed > 0 ? .changes : .adds)
    }
  }

  /// Whether a document of this text was taken out of what was read in this file.
  public func isRemoved(fingerprint: String, from file: String) throws(CollectionError) -> Bool {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT 1 FROM removed WHERE file = ? AND fingerprint = ?",
        arguments: [file, fingerprint]) != nil
    }
  }

  /// Lets what was taken out of these files come back when they are read next.
  /// - Parameter files: absolute paths; those of which nothing was taken out are passed over.
  public func readmit(files: [String]) throws(CollectionError) {
    try write { database, _ in
      for path in files {
        try database.execute(sql: "DELETE FROM removed WHERE file = ?", arguments: [path])
        guard database.changesCount > 0 else { continue }
        // As if it had changed, so that it is opened.
        try database.execute(sql: "UPDATE file SET size = -1 WHERE path = ?", arguments: [path])
      }
      return ((), .adds)
    }
  }
}
