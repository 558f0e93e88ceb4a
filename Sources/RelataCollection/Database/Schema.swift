import GRDB

/// The tables of a collection.
enum Schema {
  /// Tells a collection from other SQLite databases: “RELA” (SQLite file format, offset 68).
  static let applicationID = 0x52_45_4C_41
  static let version = 3

  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        -- Single facts about the collection: the reader's version, its ontology, the user's identities and corrections.
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        -- Files and folders that were added, to find what is new, changed or gone.
        CREATE TABLE input (path TEXT PRIMARY KEY) WITHOUT ROWID;
        -- Files that were read in full, with what tells whether they have changed.
        CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE document (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          file TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          format TEXT NOT NULL,
          metadata TEXT NOT NULL,
          pages TEXT NOT NULL,
          -- UTF-8, as bytes: SQLite's own texts end at a NUL.
          text BLOB NOT NULL,
          record TEXT NOT NULL,
          extraction BLOB NOT NULL,
          signature BLOB NOT NULL,
          reader TEXT NOT NULL,
          -- The change that brought it: counted in the setting “changes”.
          added INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX document_file ON document (file);
        -- What could not be read, by file, until it can.
        CREATE TABLE failure (file TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL);
        CREATE INDEX failure_file ON failure (file);
        \(removed)
        -- “changes” counts changes, so that what was made of the collection is known to be stale; “rebuilt” is the last one that did
        -- more than add documents.
        INSERT INTO setting VALUES ('changes', '0'), ('rebuilt', '0'), ('identity', '\(UInt64.random(in: 1...(.max)))');
        """)
  }

  /// Documents that a user took out: those of these texts are not read in these files again.
  private static let removed = """
    CREATE TABLE removed (
      file TEXT NOT NULL, fingerprint TEXT NOT NULL, PRIMARY KEY (file, fingerprint)) WITHOUT ROWID;
    """

  /// Brings a file of an older version up to date.
  static func migrate(_ database: Database, from version: Int) throws {
    if version < 2 {
      try database.execute(
        sql: """
          ALTER TABLE document ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
          INSERT INTO setting SELECT 'rebuilt', value FROM setting WHERE name = 'changes';
          """)
    }
    if version < 3 { try database.execute(sql: removed) }
    try database.execute(sql: "PRAGMA user_version = \(Self.version)")
  }
}
