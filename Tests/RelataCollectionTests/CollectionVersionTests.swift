import Foundation
import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataGraph
import RelataTestSupport
import Testing

/// Collections as other versions of relata write them, made by another program that knows SQLite.
@Suite("A collection of another version")
struct CollectionVersionTests {
  private let folder: CollectionFolder
  private let document: CollectedDocument

  /// A collection of one document, which nobody has open.
  init() throws {
    folder = try CollectionFolder()
    var random = RandomDocuments(seed: 1)
    document = random.document("a.txt")
    let collection = try DocumentCollection(at: folder.collection, orCreate: true)
    try collection.put([(document, "/articles/a.txt")], reader: "r")
    try collection.compact()
  }

  /// Carries out statements, and leaves no log beside the file.
  /// - Returns: the first value of each row that they give, a line each.
  @discardableResult
  private func execute(_ statements: String...) throws -> String {
    let python = try TestPython.path
    let program = """
      import sqlite3, sys
      database = sqlite3.connect(sys.argv[1], isolation_level=None)
      for statement in sys.argv[2:]:
          for row in database.execute(statement): print(row[0])
      database.close()
      """
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-I", "-c", program, folder.collection] + statements
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expectTheDocument(in collection: DocumentCollection) throws {
    var found: [ExtractedDocument] = []
    try collection.forEachExtraction(withTexts: true) { extraction, signature in
      found.append(extraction)
      #expect(signature == document.signature)
    }
    #expect(found == [document.extraction])
    #expect(try collection.outdated(reader: "another", limit: 2).map(\.source) == [document.source])
    let origin = try collection.origin(of: "a.txt")
    #expect(origin?.file == "/articles/a.txt" && origin?.reader == "r")
  }

  @Test("that is newer is refused, and stays as it is", arguments: [false, true])
  func newer(isCreating: Bool) throws {
    try execute("PRAGMA user_version = 4")
    let file = URL(filePath: folder.collection)
    let bytes = try Data(contentsOf: file)
    #expect(throws: CollectionError.newer(path: folder.collection, version: 4, known: 3)) {
      try DocumentCollection(at: folder.collection, orCreate: isCreating)
    }
    #expect(try Data(contentsOf: file) == bytes)
    #expect(try execute("PRAGMA user_version") == "4\n")
  }

  @Test("of layout 2, which forgot what was taken out, is brought up to date")
  func second() throws {
    try execute("DROP TABLE removed", "PRAGMA user_version = 2")
    // The second time there is nothing left to do.
    for _ in 0..<2 {
      let collection = try DocumentCollection(at: folder.collection)
      try expectTheDocument(in: collection)
      let state = try collection.state()
      #expect((state.documents, state.changes, state.rebuilt) == (1, 1, 0))
    }
    #expect(try execute("PRAGMA user_version") == "3\n")
    try expectItRemembersWhatIsTakenOut()
  }

  @Test("of layout 1, which did not know what a change brought, is brought up to date")
  func first() throws {
    try execute(
      "DROP TABLE removed", "ALTER TABLE document DROP COLUMN added",
      "DELETE FROM setting WHERE name = 'rebuilt'", "PRAGMA user_version = 1")
    for _ in 0..<2 {
      let collection = try DocumentCollection(at: folder.collection)
      try expectTheDocument(in: collection)
      // Any of the changes may have done more than add documents.
      let state = try collection.state()
      #expect((state.documents, state.changes, state.rebuilt) == (1, 1, 1))
    }
    #expect(try execute("PRAGMA user_version") == "3\n")
    try expectItRemembersWhatIsTakenOut()
  }

  private func expectItRemembersWhatIsTakenOut() throws {
    let collection = try DocumentCollection(at: folder.collection)
    var random = RandomDocuments(seed: 2)
    try collection.put([(random.document("b.txt"), "/articles/b.txt")], reader: "r")
    var added: [String] = []
    try collection.forEachExtraction(addedAfter: 1, withTexts: false) { extraction, _ in
      added.append(extraction.record.id)
    }
    #expect(added == ["b.txt"])
    #expect(try collection.remove(ids: ["a.txt"]).isEmpty)
    #expect(try collection.ids() == ["b.txt"])
    #expect(try collection.status().removed == 1)
    #expect(
      try collection.isRemoved(fingerprint: document.source.fingerprint, from: "/articles/a.txt"))
  }
}
